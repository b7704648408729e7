#pragma once

#include <filesystem>

namespace kelisim::db {

/// An exclusive lock on a file of its own (created, 0600), held until destruction or the end of the process.
class FileLock {
 public:
  /// A Fault when somebody else holds it, this same process included.
  explicit FileLock(std::filesystem::path const& file);
  FileLock(FileLock const&) = delete;
  FileLock& operator=(FileLock const&) = delete;
  ~FileLock();

 private:
  int descriptor_;
};

}  // namespace kelisim::db
