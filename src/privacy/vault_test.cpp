#include "privacy/vault.h"

#include "database_fixture.h"
#include "kernel/fault.h"
#include "privacy/migrations.h"

#include <gtest/gtest.h>

namespace kelisim::privacy {
namespace {

constexpr Instant now{1'700'000'000'000'000};
constexpr Field name_field{"test.name"};
constexpr Field note_field{"test.note"};

class VaultTest : public test::OnBothEngines {
 protected:
  VaultTest() { database().migrate(migrations()); }

  PersonId person() { return random_.id<PersonId>(now); }
  template <class F>
  auto write(F&& work) {
    return database().write_now(std::forward<F>(work));
  }

  SeededRandom random_{11};
  std::array<std::uint8_t, 32> master_{1, 2, 3};
  ServerKeys keys_ = ServerKeys::from_master(master_);
  Vault vault_{keys_, random_};
};

TEST_P(VaultTest, OpensWhatItSealed) {
  auto const someone = person();
  for (std::string const& text :
       {std::string(), std::string("Лотос"), std::string(5000, 'x'), std::string("\0a", 2)}) {
    write([&](db::Tx& tx) {
      if (vault_.state(tx, someone) == KeyState::never) vault_.mint(tx, someone, now);
      auto const sealed = vault_.seal(tx, someone, name_field, text);
      EXPECT_EQ(sealed.size(), text.size() + 41);
      EXPECT_EQ(vault_.open(tx, someone, name_field, sealed), text);
    });
  }
}

TEST_P(VaultTest, NeverSealsAlike) {
  auto const someone = person();
  write([&](db::Tx& tx) {
    vault_.mint(tx, someone, now);
    EXPECT_NE(vault_.seal(tx, someone, name_field, "Lotus"), vault_.seal(tx, someone, name_field, "Lotus"));
  });
}

TEST_P(VaultTest, ASealedValueBelongsToItsPersonAndField) {
  auto const one = person();
  auto const other = person();
  write([&](db::Tx& tx) {
    vault_.mint(tx, one, now);
    vault_.mint(tx, other, now);
    auto const sealed = vault_.seal(tx, one, name_field, "Lotus");
    EXPECT_THROW(static_cast<void>(vault_.open(tx, other, name_field, sealed)), Fault);
    EXPECT_THROW(static_cast<void>(vault_.open(tx, one, note_field, sealed)), Fault);
  });
}

TEST_P(VaultTest, EveryChangedByteIsNoticed) {
  auto const someone = person();
  write([&](db::Tx& tx) {
    vault_.mint(tx, someone, now);
    auto const sealed = vault_.seal(tx, someone, name_field, "Lotus");
    for (std::size_t at = 0; at < sealed.size(); ++at) {
      auto changed = sealed;
      changed[at] ^= 1;
      EXPECT_THROW(static_cast<void>(vault_.open(tx, someone, name_field, changed)), Fault) << at;
    }
    for (std::size_t size = 0; size < sealed.size(); ++size) {
      auto const cut = std::span(sealed).first(size);
      EXPECT_THROW(static_cast<void>(vault_.open(tx, someone, name_field, cut)), Fault) << size;
    }
  });
}

TEST_P(VaultTest, ADestroyedKeyOpensNothingAndIsNeverMintedAgain) {
  auto const someone = person();
  write([&](db::Tx& tx) {
    EXPECT_EQ(vault_.state(tx, someone), KeyState::never);
    vault_.mint(tx, someone, now);
    EXPECT_EQ(vault_.state(tx, someone), KeyState::live);
    auto const sealed = vault_.seal(tx, someone, name_field, "Lotus");
    vault_.destroy(tx, someone, now);
    EXPECT_EQ(vault_.state(tx, someone), KeyState::destroyed);
    EXPECT_EQ(vault_.open(tx, someone, name_field, sealed), std::nullopt);
    vault_.destroy(tx, someone, now);
    EXPECT_EQ(vault_.state(tx, someone), KeyState::destroyed);
  });
  EXPECT_THROW(write([&](db::Tx& tx) { vault_.mint(tx, someone, now); }), Bug);
  EXPECT_THROW(write([&](db::Tx& tx) { static_cast<void>(vault_.seal(tx, someone, name_field, "again")); }), Bug);
}

TEST_P(VaultTest, ALiveKeyIsNotMintedTwice) {
  auto const someone = person();
  write([&](db::Tx& tx) { vault_.mint(tx, someone, now); });
  EXPECT_THROW(write([&](db::Tx& tx) { vault_.mint(tx, someone, now); }), Bug);
}

TEST_P(VaultTest, AnotherServerKeyOpensNothing) {
  auto const someone = person();
  auto const sealed = write([&](db::Tx& tx) {
    vault_.mint(tx, someone, now);
    return vault_.seal(tx, someone, name_field, "Lotus");
  });
  std::array<std::uint8_t, 32> const stolen{9};
  auto const other_keys = ServerKeys::from_master(stolen);
  Vault const thief(other_keys, random_);
  EXPECT_THROW(write([&](db::Tx& tx) { static_cast<void>(thief.open(tx, someone, name_field, sealed)); }), Fault);
}

TEST_P(VaultTest, FindsANumberHoweverItIsWritten) {
  auto const one = PhoneNumber::parse("8 (700) 000-00-01");
  auto const same = PhoneNumber::parse("+77000000001");
  auto const other = PhoneNumber::parse("+77000000002");
  ASSERT_TRUE(one && same && other);
  EXPECT_EQ(vault_.phone_hash(*one), vault_.phone_hash(*same));
  EXPECT_NE(vault_.phone_hash(*one), vault_.phone_hash(*other));
  EXPECT_NE(vault_.phone_hash(*one), vault_.address_hash("+77000000001"));
}

KELISIM_ON_BOTH_ENGINES(VaultTest);

}  // namespace
}  // namespace kelisim::privacy
