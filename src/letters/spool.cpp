#include "letters/spool.h"

#include "kernel/fault.h"
#include "platform/json/described.h"
#include "privacy/box.h"
#include "privacy/keyed_hash.h"

#include <fcntl.h>
#include <unistd.h>
#include <algorithm>
#include <fstream>
#include <iterator>

namespace kelisim::letters {
namespace {

constexpr std::string_view ending = ".letter";
constexpr std::size_t name_bytes = 18;

Fault unwritten() { return {Fault::Retry::yes, "a letter cannot be written to the inbox"}; }

void sync(std::filesystem::path const& folder) {
  auto const descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  auto const whole = descriptor >= 0 && ::fsync(descriptor) == 0;
  if (descriptor >= 0) ::close(descriptor);
  if (!whole) throw unwritten();
}

void write_whole(std::filesystem::path const& file, db::Bytes const& bytes) {
  auto const descriptor = ::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (descriptor < 0) throw unwritten();
  auto const whole = ::write(descriptor, bytes.data(), bytes.size()) == std::ssize(bytes) && ::fsync(descriptor) == 0;
  ::close(descriptor);
  if (!whole) throw unwritten();
}

}  // namespace

Spool::Spool(std::filesystem::path folder, privacy::ServerKeys const& keys, Random& random)
    : folder_(std::move(folder)), random_(random) {
  // A key of its own under the one that seals what is stored for a while.
  auto const derived = privacy::keyed_hash(keys.key(privacy::KeyUse::seal_stored_answers), "letters.spool");
  std::ranges::copy(derived, key_.writable().begin());
}

void Spool::put(Letter const& letter) const {
  std::filesystem::create_directories(folder_);
  std::filesystem::permissions(folder_, std::filesystem::perms::owner_all);
  auto const name = random_.token(name_bytes);
  auto const sealed = privacy::Box(key_.view(), random_).seal(name, json::to_text(letter));
  auto const unfinished = folder_ / (name + ".part");
  write_whole(unfinished, sealed);
  std::filesystem::rename(unfinished, folder_ / (name + std::string(ending)));
  sync(folder_);
}

std::vector<std::string> Spool::waiting(std::size_t limit) const {
  std::vector<std::string> names;
  std::error_code missing;
  for (auto const& entry : std::filesystem::directory_iterator(folder_, missing)) {
    if (names.size() == limit) break;
    if (entry.path().extension() == ending) names.push_back(entry.path().stem());
  }
  return names;
}

std::optional<Letter> Spool::read(std::string const& name) const {
  std::ifstream file(folder_ / (name + std::string(ending)), std::ios::binary);
  if (!file) return std::nullopt;
  db::Bytes const sealed{std::istreambuf_iterator<char>(file), {}};
  auto const text = privacy::Box(key_.view(), random_).open(name, sealed);
  return text ? std::optional(json::from_text<Letter>(*text)) : std::nullopt;
}

void Spool::remove(std::string const& name) const {
  std::error_code gone;
  std::filesystem::remove(folder_ / (name + std::string(ending)), gone);
}

}  // namespace kelisim::letters
