#include "db/file_lock.h"

#include "kernel/fault.h"

#include <fmt/format.h>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>
#include <cerrno>

namespace kelisim::db {

FileLock::FileLock(std::filesystem::path const& file)
    : descriptor_(::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600)) {
  if (descriptor_ < 0) {
    throw Fault(Fault::Retry::no, fmt::format("cannot open the lock file {}: errno {}", file.string(), errno));
  }
  if (::flock(descriptor_, LOCK_EX | LOCK_NB) != 0) {
    auto const error = errno;
    ::close(descriptor_);
    throw Fault(Fault::Retry::no,
                fmt::format("another process has the database open (lock file {}, errno {})", file.string(), error));
  }
}

FileLock::~FileLock() { ::close(descriptor_); }

}  // namespace kelisim::db
