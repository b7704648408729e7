#include "privacy/keys.h"

#include "kernel/ensure.h"
#include "kernel/fault.h"

#include <fmt/format.h>
#include <sodium.h>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <cerrno>

namespace kelisim::privacy {
namespace {

constexpr char const context[] = "kelisim1";
static_assert(sizeof(context) - 1 == crypto_kdf_CONTEXTBYTES);
static_assert(crypto_kdf_KEYBYTES == 32);

class File {
 public:
  File(std::filesystem::path const& path, int flags) : descriptor_(::open(path.c_str(), flags | O_CLOEXEC, 0600)) {}
  File(File const&) = delete;
  File& operator=(File const&) = delete;
  ~File() {
    if (descriptor_ >= 0) ::close(descriptor_);
  }
  [[nodiscard]] bool is_open() const noexcept { return descriptor_ >= 0; }
  [[nodiscard]] int descriptor() const noexcept { return descriptor_; }

 private:
  int descriptor_;
};

[[noreturn]] void fail(std::string_view what, std::filesystem::path const& path) {
  throw Fault(Fault::Retry::no, fmt::format("{}: {}", path.string(), what));
}

void sync_folder(std::filesystem::path const& folder) {
  File const opened(folder, O_RDONLY | O_DIRECTORY);
  if (!opened.is_open() || ::fsync(opened.descriptor()) != 0) fail("the folder cannot be synced", folder);
}

// Written aside, made durable, then linked to its name: the file is whole or absent, and of two first starts one
// wins.
void create(std::filesystem::path const& file, Random& random) {
  auto const aside = file.string() + fmt::format(".{}", ::getpid());
  SecretKey made;
  random.fill(made.writable());
  {
    File const out(aside, O_WRONLY | O_CREAT | O_TRUNC);
    auto const bytes = made.view();
    if (!out.is_open() || ::write(out.descriptor(), bytes.data(), bytes.size()) != std::ssize(bytes) ||
        ::fsync(out.descriptor()) != 0) {
      fail("the server key cannot be written", file);
    }
  }
  auto const linked = ::link(aside.c_str(), file.c_str()) == 0 || errno == EEXIST;
  ::unlink(aside.c_str());
  if (!linked) fail("the server key cannot be written", file);
  sync_folder(file.parent_path());
}

SecretKey read(std::filesystem::path const& file) {
  File const in(file, O_RDONLY);
  struct stat facts{};
  if (!in.is_open() || ::fstat(in.descriptor(), &facts) != 0) fail("the server key cannot be read", file);
  if ((facts.st_mode & 077) != 0) fail("the server key may be read by others: chmod 600", file);
  SecretKey key;
  auto const bytes = key.writable();
  if (facts.st_size != std::ssize(bytes) ||
      ::read(in.descriptor(), bytes.data(), bytes.size()) != std::ssize(bytes)) {
    fail("the server key is not 32 bytes long", file);
  }
  return key;
}

}  // namespace

SecretKey::SecretKey(SecretKey&& other) noexcept : bytes_(other.bytes_) {
  sodium_memzero(other.bytes_.data(), other.bytes_.size());
}

SecretKey& SecretKey::operator=(SecretKey&& other) noexcept {
  if (this != &other) {
    bytes_ = other.bytes_;
    sodium_memzero(other.bytes_.data(), other.bytes_.size());
  }
  return *this;
}

SecretKey::~SecretKey() { sodium_memzero(bytes_.data(), bytes_.size()); }

ServerKeys ServerKeys::load_or_create(std::filesystem::path const& data, Random& random) {
  auto const folder = data / "keys";
  std::filesystem::create_directories(folder);
  if (::chmod(folder.c_str(), 0700) != 0) fail("the folder cannot be closed to others", folder);
  auto const file = folder / "server.key";
  if (!std::filesystem::exists(file)) create(file, random);
  return from_master(read(file).view());
}

ServerKeys ServerKeys::from_master(KeyView master) {
  ENSURE(sodium_init() >= 0);
  ServerKeys keys;
  for (std::size_t use = 0; use < key_use_count; ++use) {
    auto const out = keys.derived_[use].writable();
    auto const failed = crypto_kdf_derive_from_key(out.data(), out.size(), use + 1, context, master.data());
    ENSURE(failed == 0);
  }
  return keys;
}

KeyView ServerKeys::key(KeyUse use) const noexcept { return derived_[static_cast<std::size_t>(use) - 1].view(); }

}  // namespace kelisim::privacy
