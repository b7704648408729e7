// The history of changes: what it notes, that it cannot be altered, and that altering it behind its back shows.
#include "privacy/changes.h"

#include "clause_mark.h"
#include "database_fixture.h"
#include "platform/http/acting.h"
#include "privacy/migrations.h"

#include <gtest/gtest.h>

namespace kelisim::privacy {
namespace {

using std::chrono::minutes;

constexpr Instant noon{1'797'001'200'000'000};
constexpr std::string_view thing = "01KA0000000000000000000000";
constexpr db::Sql spoil{"test.spoil_change", "UPDATE privacy_changes SET after = 'another' WHERE seq = $1"};
constexpr db::Sql remove_one{"test.remove_change", "DELETE FROM privacy_changes WHERE seq = $1"};

class Changes : public test::OnBothEngines {
 protected:
  Changes() { database().migrate(migrations()); }

  template <class Work>
  auto write(Work&& work) {
    return database().write_now(std::forward<Work>(work));
  }
  void note(std::string_view value, Instant at, std::optional<PersonId> by = std::nullopt) {
    write([&](db::Tx& tx) {
      http::Acting const acting(by);  // of the thread that writes
      note_value(tx, {"booking", thing, at}, "state", value);
    });
  }
  std::vector<ChangeOnRecord> changes() {
    return write([](db::Tx& tx) { return changes_of(tx, thing, 100); });
  }
  void seal(Instant now) {
    write([&](db::Tx& tx) { seal_changes(tx, audit_, now); });
  }
  ChangesVerdict verdict() {
    return write([](db::Tx& tx) { return verify_changes(tx); });
  }
  /// As somebody with the rights of the database's owner would.
  void past_the_triggers(db::Sql const& change) {
    write([&](db::Tx& tx) {
      if (GetParam() == db::Engine::sqlite) {
        tx.execute(db::Sql{"test.drop_1", "DROP TRIGGER privacy_changes_no_update"});
        tx.execute(db::Sql{"test.drop_2", "DROP TRIGGER privacy_changes_no_delete"});
      } else {
        tx.execute(db::Sql{"test.drop_3", "ALTER TABLE privacy_changes DISABLE TRIGGER ALL"});
      }
      tx.execute(change, 1);
    });
  }

  SeededRandom random_{13};
  std::array<std::uint8_t, 32> master_{4, 5, 6};
  ServerKeys keys_ = ServerKeys::from_master(master_);
  Vault vault_{keys_, random_};
  Audit audit_{keys_};
  PersonId person_ = random_.id<PersonId>(noon);
};
KELISIM_ON_BOTH_ENGINES(Changes);

TEST_P(Changes, EachSaysWhoWhenAndWhatItWasBeforeAndAfter) {
  CLAUSE("HAR-4.2.17e");
  note("held", noon, person_);
  note("confirmed", noon + minutes(1));
  note("confirmed", noon + minutes(2), person_);  // no change
  auto const found = changes();
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[1].actor, person_);
  EXPECT_EQ(found[1].at, noon);
  EXPECT_FALSE(found[1].before.has_value());
  EXPECT_EQ(found[1].after, "held");
  EXPECT_FALSE(found[0].actor.has_value()) << "the business by itself";
  EXPECT_EQ(found[0].before, "held");
  EXPECT_EQ(found[0].after, "confirmed");
}

TEST_P(Changes, APersonalValueLiesSealedBeforeAndAfter) {
  CLAUSE("HAR-4.2.17e");
  write([&](db::Tx& tx) {
    vault_.mint(tx, person_, noon);
    Field const email{"test.email"};
    auto const before = vault_.seal(tx, person_, email, "before@example.org");
    auto const after = vault_.seal(tx, person_, email, "after@example.org");
    note_sealed(tx, {"person", person_.view(), noon}, email, before, after);
    note_sealed(tx, {"person", person_.view(), noon}, email, {}, {});
    auto const found = changes_of(tx, person_.view(), 100);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_TRUE(found[0].is_personal());
    EXPECT_EQ(vault_.open(tx, person_, email, found[0].sealed_before), "before@example.org");
    EXPECT_EQ(vault_.open(tx, person_, email, found[0].sealed_after), "after@example.org");
  });
}

TEST_P(Changes, CannotBeAlteredThroughTheApplication) {
  CLAUSE("HAR-4.2.17e");
  note("held", noon);
  EXPECT_THROW(write([](db::Tx& tx) { return tx.execute(spoil, 1); }), Fault);
  EXPECT_THROW(write([](db::Tx& tx) { return tx.execute(remove_one, 1); }), Fault);
  EXPECT_EQ(changes()[0].after, "held");
}

TEST_P(Changes, AreTakenIntoTheAuditChainAMinuteLaterAndOnce) {
  note("held", noon);
  seal(noon + minutes(1));
  EXPECT_EQ(verdict().sealed, 0) << "a transaction of that instant may still be on its way";
  seal(noon + minutes(1) + Duration(1));
  seal(noon + minutes(5));
  EXPECT_EQ(verdict().sealed, 1);
  note("confirmed", noon + minutes(6));
  seal(noon + minutes(8));
  EXPECT_EQ(verdict().sealed, 2);
  EXPECT_FALSE(verdict().first_bad.has_value());
}

TEST_P(Changes, AlteredBehindTheProgramsBackTheyDoNotMatchTheChain) {
  CLAUSE("HAR-4.2.17e");
  note("held", noon);
  note("confirmed", noon + minutes(1));
  seal(noon + minutes(5));
  past_the_triggers(spoil);
  EXPECT_EQ(verdict().first_bad, 1);
}

TEST_P(Changes, RemovedBehindTheProgramsBackTheyDoNotMatchTheChain) {
  CLAUSE("HAR-4.2.17e");
  note("held", noon);
  note("confirmed", noon + minutes(1));
  seal(noon + minutes(5));
  past_the_triggers(remove_one);
  EXPECT_EQ(verdict().first_bad, 1);
}

}  // namespace
}  // namespace kelisim::privacy
