#include "privacy/keys.h"

#include "kernel/fault.h"
#include "platform/random.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <sys/stat.h>
#include <unistd.h>
#include <fstream>
#include <set>

namespace kelisim::privacy {
namespace {

class ServerKeyFile : public ::testing::Test {
 protected:
  ServerKeyFile() : folder_(std::filesystem::temp_directory_path() / ("kelisim_keys_" + std::to_string(::getpid()))) {
    std::filesystem::remove_all(folder_);
    std::filesystem::create_directories(folder_);
  }
  ~ServerKeyFile() override { std::filesystem::remove_all(folder_); }

  [[nodiscard]] std::filesystem::path file() const { return folder_ / "keys" / "server.key"; }
  static std::vector<std::uint8_t> bytes(ServerKeys const& keys, KeyUse use) {
    auto const view = keys.key(use);
    return {view.begin(), view.end()};
  }

  std::filesystem::path folder_;
  SeededRandom random_{7};
};

TEST_F(ServerKeyFile, IsMadeOnceForTheOwnerAlone) {
  auto const first = ServerKeys::load_or_create(folder_, random_);
  struct stat facts{};
  ASSERT_EQ(::stat(file().c_str(), &facts), 0);
  EXPECT_EQ(facts.st_mode & 0777U, 0600U);
  ASSERT_EQ(::stat(file().parent_path().c_str(), &facts), 0);
  EXPECT_EQ(facts.st_mode & 0777U, 0700U);
  EXPECT_EQ(std::distance(std::filesystem::directory_iterator(file().parent_path()), {}), 1);

  auto const second = ServerKeys::load_or_create(folder_, random_);
  EXPECT_EQ(bytes(first, KeyUse::wrap_person_keys), bytes(second, KeyUse::wrap_person_keys));
}

TEST_F(ServerKeyFile, ThatOthersMayReadIsRefused) {
  static_cast<void>(ServerKeys::load_or_create(folder_, random_));
  ::chmod(file().c_str(), 0640);
  EXPECT_THROW(static_cast<void>(ServerKeys::load_or_create(folder_, random_)), Fault);
}

TEST_F(ServerKeyFile, OfAnotherLengthIsRefused) {
  std::filesystem::create_directories(file().parent_path());
  std::ofstream(file()) << "too short";
  ::chmod(file().c_str(), 0600);
  EXPECT_THROW(static_cast<void>(ServerKeys::load_or_create(folder_, random_)), Fault);
}

TEST_F(ServerKeyFile, GivesEachUseAKeyOfItsOwn) {
  auto const keys = ServerKeys::load_or_create(folder_, random_);
  std::set<std::vector<std::uint8_t>> different;
  for (std::size_t use = 1; use <= key_use_count; ++use) different.insert(bytes(keys, static_cast<KeyUse>(use)));
  EXPECT_EQ(different.size(), key_use_count);
}

// The derivation is a format: were it changed, nothing sealed before would open. The values are those of another
// implementation: hashlib.blake2b(key=32 zero bytes, salt=number of the use, person="kelisim1").
TEST_F(ServerKeyFile, DerivesTheSameKeysForEver) {
  std::array<std::uint8_t, 32> const master{};
  auto const keys = ServerKeys::from_master(master);
  auto const hex = [&](KeyUse use) { return fmt::format("{:02x}", fmt::join(keys.key(use), "")); };
  EXPECT_EQ(hex(KeyUse::wrap_person_keys), "6aa9451766219df22a911ee83a62b1b336c94cb30b1970635461c57e99cb4bfb");
  EXPECT_EQ(hex(KeyUse::hash_addresses), "2d4fd5c682dff0b7cb34a608f69a748a9b54e86f9a50ae46a2b9da1a274becd5");
}

}  // namespace
}  // namespace kelisim::privacy
