// What the access log writes down, hides, counts and forgets.
#include "privacy/access_log.h"

#include "clause_mark.h"
#include "database_fixture.h"
#include "privacy/migrations.h"
#include "store/access_rows.h"

#include <gtest/gtest.h>

namespace kelisim::privacy {
namespace {

using std::chrono::milliseconds;
using std::chrono::minutes;

constexpr Instant noon{1'797'001'200'000'000};  // a whole hour
constexpr std::string_view thing = "01KA0000000000000000000000";

class AccessLines : public test::OnBothEngines {
 protected:
  template <class Work>
  auto write(Work&& work) {
    return database().write_now(std::forward<Work>(work));
  }

  AccessLines() {
    database().migrate(migrations());
    write([&](db::Tx& tx) { vault_.mint(tx, person_, noon); });
  }

  void ask(Instant at, std::optional<PersonId> who, std::string_view address, bool refused = false,
           std::string_view object = thing) {
    log_.answered({.at = at,
                   .route = "get_booking",
                   .status = refused ? 404 : 200,
                   .person = who,
                   .address = address,
                   .object = object,
                   .refused = refused});
  }
  void write_out() {
    write([&](db::Tx& tx) { log_.write_out(tx, noon); });
  }
  std::vector<store::AccessRow> accesses() {
    return write([](db::Tx& tx) { return store::accesses(tx, {}); });
  }
  std::vector<store::RefusalRow> refusals() {
    return write([](db::Tx& tx) { return store::refusals(tx, {}); });
  }
  std::optional<std::string> address_of(store::AccessRow const& row) {
    return write([&](db::Tx& tx) { return log_.address_of(tx, row.person, row.address); });
  }

  SeededRandom random_{13};
  std::array<std::uint8_t, 32> master_{4, 5, 6};
  ServerKeys keys_ = ServerKeys::from_master(master_);
  Vault vault_{keys_, random_};
  Audit audit_{keys_};
  AccessLog log_{vault_, audit_, random_};
  PersonId person_ = random_.id<PersonId>(noon);
};
KELISIM_ON_BOTH_ENGINES(AccessLines);

TEST_P(AccessLines, AnAddressIsWrittenSealedOnceForAnHourWithItsCount) {
  CLAUSE("HAR-8.4c");
  ask(noon, person_, "192.0.2.1");
  ask(noon + minutes(20), person_, "192.0.2.1");
  write_out();
  ask(noon + minutes(59), person_, "192.0.2.1");
  write_out();
  ask(noon + minutes(60), person_, "192.0.2.1");
  write_out();
  auto const rows = accesses();
  ASSERT_EQ(rows.size(), 2U) << "two hours";
  EXPECT_EQ(rows[1].requests, 3);
  EXPECT_EQ(rows[1].from, noon);
  EXPECT_EQ(rows[1].until, noon + minutes(59));
  EXPECT_EQ(address_of(rows[1]), "192.0.2.1");
  std::string const bytes(rows[1].address.begin(), rows[1].address.end());
  EXPECT_EQ(bytes.find("192.0.2.1"), std::string::npos);
}

TEST_P(AccessLines, OfNobodyTheAddressIsAHashAlone) {
  CLAUSE("HAR-8.4c");
  ask(noon, std::nullopt, "192.0.2.7");
  write_out();
  ASSERT_EQ(accesses().size(), 1U);
  EXPECT_FALSE(accesses()[0].person.has_value());
  EXPECT_TRUE(accesses()[0].address.empty());
  EXPECT_EQ(address_of(accesses()[0]), std::nullopt);
  EXPECT_EQ(accesses()[0].address_hash, vault_.address_hash("192.0.2.7"));
}

TEST_P(AccessLines, AnErasedPersonLeavesNoReadableAddress) {
  ask(noon, person_, "192.0.2.1");
  write_out();
  write([&](db::Tx& tx) { vault_.destroy(tx, person_, noon); });
  EXPECT_EQ(address_of(accesses()[0]), std::nullopt);
  ask(noon, person_, "192.0.2.2", true);
  write_out();
  EXPECT_EQ(accesses().size(), 1U);
  EXPECT_TRUE(refusals().empty());
}

TEST_P(AccessLines, ARefusalSaysWhoAskedForWhatAndNeverKeepsWhatIsNoId) {
  CLAUSE("HAR-4.2.17d");
  ask(noon, person_, "192.0.2.1", true);
  ask(noon + minutes(1), person_, "192.0.2.1", true);
  ask(noon, person_, "192.0.2.1", true, "+77000000001");
  ask(noon, person_, "192.0.2.1", false);
  write_out();
  auto const rows = refusals();
  ASSERT_EQ(rows.size(), 2U);
  for (auto const& row : rows) {
    EXPECT_EQ(row.person, person_);
    EXPECT_EQ(row.route, "get_booking");
    EXPECT_EQ(row.status, 404);
    EXPECT_EQ(row.times, row.object.empty() ? 1 : 2);
    EXPECT_TRUE(row.object.empty() || row.object == thing) << row.object;
  }
}

TEST_P(AccessLines, ARefusalIsNeverChanged) {
  CLAUSE("HAR-4.2.17d");
  ask(noon, person_, "192.0.2.1", true);
  write_out();
  db::Sql const change{"test.change_refusal", "UPDATE privacy_refusals SET route = 'another'"};
  EXPECT_THROW(write([&](db::Tx& tx) { return tx.execute(change); }), Fault);
  EXPECT_EQ(refusals()[0].route, "get_booking");
}

TEST_P(AccessLines, WhatIsOverIsForgotten) {
  CLAUSE("HAR-8.4c");
  ask(noon, person_, "192.0.2.1", true);
  write_out();
  auto const left_at = [&](Instant now) {
    write([&](db::Tx& tx) { forget_lines(tx, now); });
    return std::pair(accesses().size(), refusals().size());
  };
  EXPECT_EQ(left_at(noon + accesses_kept - milliseconds(1)), std::pair(std::size_t{1}, std::size_t{1}));
  EXPECT_EQ(left_at(noon + accesses_kept), std::pair(std::size_t{1}, std::size_t{1}));
  EXPECT_EQ(left_at(noon + accesses_kept + milliseconds(1)), std::pair(std::size_t{0}, std::size_t{1}));
  EXPECT_EQ(left_at(noon + refusals_kept), std::pair(std::size_t{0}, std::size_t{1}));
  EXPECT_EQ(left_at(noon + refusals_kept + milliseconds(1)), std::pair(std::size_t{0}, std::size_t{0}));
}

/// More addresses than are noted between two writings: what is lost is counted where nobody can take it out.
TEST_P(AccessLines, WhatDoesNotFitIsCountedInTheAuditChain) {
  for (int i = 0; i < 20'003; ++i) ask(noon, std::nullopt, std::to_string(i));
  write_out();
  auto const rows = write([&](db::Tx& tx) { return audit_.list(tx, {.limit = 1}); });
  ASSERT_EQ(rows.size(), 1U);
  EXPECT_EQ(rows[0].action, "privacy.accesses_lost");
  EXPECT_EQ(rows[0].object, "3");
}

}  // namespace
}  // namespace kelisim::privacy
