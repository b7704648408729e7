#include "privacy/audit.h"

#include "database_fixture.h"
#include "privacy/anchors.h"
#include "privacy/migrations.h"
#include "privacy/staff_access.h"

#include <gtest/gtest.h>

#include <fstream>
#include <thread>

namespace kelisim::privacy {
namespace {

constexpr Instant now{1'700'000'000'000'000};

constexpr db::Sql change_action{"test.change_action", "UPDATE privacy_audit SET action = $2 WHERE seq = $1"};
constexpr db::Sql change_at{"test.change_at", "UPDATE privacy_audit SET at_us = at_us + 1 WHERE seq = $1"};
constexpr db::Sql change_actor{"test.change_actor", "UPDATE privacy_audit SET actor = $2 WHERE seq = $1"};
constexpr db::Sql change_subject{"test.change_subject", "UPDATE privacy_audit SET subject = NULL WHERE seq = $1"};
constexpr db::Sql change_object{"test.change_object", "UPDATE privacy_audit SET object = $2 WHERE seq = $1"};
constexpr db::Sql change_purpose{"test.change_purpose", "UPDATE privacy_audit SET purpose = $2 WHERE seq = $1"};
constexpr db::Sql change_sealed{"test.change_sealed", "UPDATE privacy_audit SET sealed = $2 WHERE seq = $1"};
constexpr db::Sql change_hash{"test.change_hash", "UPDATE privacy_audit SET hash = $2 WHERE seq = $1"};
constexpr db::Sql change_previous{"test.change_previous",
                                  "UPDATE privacy_audit SET previous_hash = $2 WHERE seq = $1"};
constexpr db::Sql cut{"test.cut", "DELETE FROM privacy_audit WHERE seq = $1"};
constexpr db::Sql cut_from{"test.cut_from", "DELETE FROM privacy_audit WHERE seq >= $1"};
constexpr db::Sql move{"test.move", "UPDATE privacy_audit SET seq = $2 WHERE seq = $1"};
constexpr db::Sql copy{"test.copy",
                       "INSERT INTO privacy_audit SELECT $2, at_us, action, actor, subject, object, purpose, sealed,"
                       " previous_hash, hash FROM privacy_audit WHERE seq = $1"};
constexpr db::Sql head_back{"test.head_back",
                            "UPDATE privacy_audit_head SET seq = $1, hash ="
                            " (SELECT hash FROM privacy_audit WHERE seq = $1)"};
constexpr db::Sql drop_sqlite[] = {{"test.drop_1", "DROP TRIGGER privacy_audit_no_update"},
                                   {"test.drop_2", "DROP TRIGGER privacy_audit_no_delete"}};
constexpr db::Sql drop_postgres{"test.drop_3", "ALTER TABLE privacy_audit DISABLE TRIGGER ALL"};

class AuditTest : public test::OnBothEngines {
 protected:
  AuditTest() { database().migrate(migrations()); }

  void append_rows(int count) {
    database().write_now([&](db::Tx& tx) {
      for (int i = 0; i < count; ++i) {
        db::Bytes const before{1, 2, static_cast<std::uint8_t>(i)};
        audit_.append(tx, now + Duration(i),
                      {.action = "test.changed",
                       .actor = staff_,
                       .subject = client_,
                       .object = "test.name",
                       .purpose = Purpose::complaint,
                       .sealed = before});
      }
    });
  }
  Audit::Verdict verify() {
    return database().read_now([&](db::Tx& tx) { return audit_.verify(tx); });
  }
  /// As somebody with the rights of the database's owner would.
  void past_the_triggers(std::function<void(db::Tx&)> const& change) {
    database().write_now([&](db::Tx& tx) {
      if (GetParam() == db::Engine::sqlite) {
        for (auto const& drop : drop_sqlite) tx.execute(drop);
      } else {
        tx.execute(drop_postgres);
      }
      change(tx);
    });
  }

  SeededRandom random_{13};
  std::array<std::uint8_t, 32> master_{4, 5, 6};
  ServerKeys keys_ = ServerKeys::from_master(master_);
  Audit audit_{keys_};
  PersonId staff_ = random_.id<PersonId>(now);
  PersonId client_ = random_.id<PersonId>(now);
};

TEST_P(AuditTest, AnEmptyChainIsWhole) {
  auto const verdict = verify();
  EXPECT_TRUE(verdict.good());
  EXPECT_EQ(verdict.rows, 0);
}

TEST_P(AuditTest, RowsAreNumberedWithoutAGapAndVerify) {
  append_rows(1001);  // more than two batches of the verifier
  auto const verdict = verify();
  EXPECT_TRUE(verdict.good());
  EXPECT_EQ(verdict.rows, 1001);
}

TEST_P(AuditTest, WhatIsUndoneLeavesNoRowAndNoGap) {
  append_rows(2);
  database().write_now([&](db::Tx& tx) {
    auto const mark = tx.mark();
    EXPECT_EQ(audit_.append(tx, now, {.action = "test.undone"}), 3);
    tx.undo(mark);
    EXPECT_EQ(audit_.append(tx, now, {.action = "test.kept"}), 3);
  });
  EXPECT_TRUE(verify().good());
}

TEST_P(AuditTest, TheDatabaseRefusesChangesAndDeletions) {
  append_rows(3);
  auto const refused = [&](auto&& deed) { EXPECT_THROW(database().write_now(deed), Fault); };
  refused([&](db::Tx& tx) { tx.execute(change_action, 2, "test.other"); });
  refused([&](db::Tx& tx) { tx.execute(cut, 3); });
  refused([&](db::Tx& tx) { tx.execute(db::Sql{"test.head", "DELETE FROM privacy_audit_head"}); });
  EXPECT_TRUE(verify().good());
}

TEST_P(AuditTest, EveryColumnIsBound) {
  db::Bytes const other(32, 7);
  std::vector<std::function<void(db::Tx&)>> const changes{
      [&](db::Tx& tx) { tx.execute(change_action, 3, "test.changee"); },
      [&](db::Tx& tx) { tx.execute(change_at, 3); },
      [&](db::Tx& tx) { tx.execute(change_actor, 3, client_); },
      [&](db::Tx& tx) { tx.execute(change_subject, 3); },
      [&](db::Tx& tx) { tx.execute(change_object, 3, "test.namf"); },
      [&](db::Tx& tx) { tx.execute(change_purpose, 3, "booking"); },
      [&](db::Tx& tx) { tx.execute(change_sealed, 3, db::Bytes{1, 2, 9}); },
      [&](db::Tx& tx) { tx.execute(change_hash, 3, other); },
      [&](db::Tx& tx) { tx.execute(change_previous, 3, other); },
  };
  append_rows(5);
  for (std::size_t at = 0; at < changes.size(); ++at) {
    struct Undo {};
    std::optional<std::int64_t> first_bad;
    try {
      past_the_triggers([&](db::Tx& tx) {
        changes[at](tx);
        first_bad = audit_.verify(tx).first_bad;
        throw Undo{};
      });
    } catch (Undo const&) {
    }
    EXPECT_EQ(first_bad, 3) << at;
    EXPECT_TRUE(verify().good());
  }
}

TEST_P(AuditTest, EveryFlippedBitOfASealedValueAndOfTheHashesIsFound) {
  append_rows(3);
  auto const row = database().read_now([&](db::Tx& tx) { return audit_.list(tx, {.limit = 3})[1]; });
  auto const find = [&](db::Sql const& change, db::Bytes const& bytes) {
    for (std::size_t bit = 0; bit < bytes.size() * 8; ++bit) {
      auto flipped = bytes;
      flipped[bit / 8] = static_cast<std::uint8_t>(flipped[bit / 8] ^ (1U << (bit % 8)));
      database().write_now([&](db::Tx& tx) {
        auto const mark = tx.mark();
        tx.execute(change, row.seq, flipped);
        EXPECT_EQ(audit_.verify(tx).first_bad, row.seq) << change.name << bit;
        tx.undo(mark);
      });
    }
  };
  past_the_triggers([](db::Tx&) {});
  find(change_sealed, row.sealed);
  find(change_hash, row.hash);
  find(change_previous, row.previous_hash);
  EXPECT_TRUE(verify().good());
}

TEST_P(AuditTest, ARowCutOutIsMissedWhereverItStood) {
  append_rows(4);
  past_the_triggers([](db::Tx&) {});
  for (std::int64_t seq = 1; seq <= 4; ++seq) {
    database().write_now([&](db::Tx& tx) {
      auto const mark = tx.mark();
      tx.execute(cut, seq);
      EXPECT_EQ(audit_.verify(tx).first_bad, seq);
      tx.undo(mark);
    });
  }
}

TEST_P(AuditTest, ACutTailIsMissed) {
  append_rows(4);
  past_the_triggers([](db::Tx&) {});
  for (std::int64_t seq = 1; seq <= 4; ++seq) {
    database().write_now([&](db::Tx& tx) {
      auto const mark = tx.mark();
      tx.execute(cut_from, seq);
      EXPECT_EQ(audit_.verify(tx).first_bad, seq);
      tx.undo(mark);
    });
  }
}

TEST_P(AuditTest, SwappedRowsAreFound) {
  append_rows(4);
  past_the_triggers([](db::Tx& tx) {
    tx.execute(move, 2, 100);
    tx.execute(move, 3, 2);
    tx.execute(move, 100, 3);
  });
  EXPECT_EQ(verify().first_bad, 2);
}

TEST_P(AuditTest, AnAddedRowIsFound) {
  append_rows(4);
  past_the_triggers([](db::Tx&) {});
  for (auto const& [place, expected] : {std::pair{5, 5}, std::pair{0, 1}, std::pair{-7, 1}}) {
    database().write_now([&](db::Tx& tx) {
      auto const mark = tx.mark();
      tx.execute(copy, 4, place);
      EXPECT_EQ(audit_.verify(tx).first_bad, expected);
      tx.undo(mark);
    });
  }
}

// Whoever may write to the database but has no server key cannot make the chain fit again.
TEST_P(AuditTest, AChainHashedWithAnotherKeyIsFound) {
  append_rows(2);
  std::array<std::uint8_t, 32> const other{9};
  auto const forged_keys = ServerKeys::from_master(other);
  database().write_now([&](db::Tx& tx) { Audit(forged_keys).append(tx, now, {.action = "test.forged"}); });
  EXPECT_EQ(verify().first_bad, 3);
}

// What the chain alone cannot tell, and why its head is anchored outside.
TEST_P(AuditTest, ATailCutTogetherWithItsHeadShowsInTheAnchor) {
  append_rows(4);
  auto const anchors = std::vector{database().read_now([&](db::Tx& tx) { return audit_.head(tx); })};
  past_the_triggers([](db::Tx& tx) {
    tx.execute(head_back, 2);
    tx.execute(cut_from, 3);
  });
  EXPECT_TRUE(verify().good());
  database().write_now([&](db::Tx& tx) { EXPECT_EQ(audit_.verify(tx, anchors).first_bad, 3); });
  append_rows(2);
  EXPECT_TRUE(verify().good());
  database().read_now(
      [&](db::Tx& tx) { EXPECT_EQ(audit_.verify(tx, anchors).first_bad, 4) << "another fourth row"; });
}

TEST_P(AuditTest, AnchorsAreWrittenEachHourAndOutliveACrashInTheirMidst) {
  auto const folder = std::filesystem::temp_directory_path() / ("kelisim_anchors_" + std::to_string(::getpid()) +
                                                                std::to_string(static_cast<int>(GetParam())));
  std::filesystem::remove_all(folder);
  AnchorFile const file(folder / "audit" / "heads");
  MovableClock clock(now);
  jobs::JobRunner runner(database(), clock);
  add_jobs(runner, audit_, file);
  runner.run_due(10);
  EXPECT_TRUE(file.read().empty()) << "an empty chain has no head";

  append_rows(2);
  clock.advance(std::chrono::hours(1));
  runner.run_due(10);
  ASSERT_EQ(file.read().size(), 1U);
  EXPECT_EQ(file.read()[0].seq, 2);
  clock.advance(std::chrono::hours(1));
  runner.run_due(10);
  EXPECT_EQ(file.read().size(), 1U) << "nothing has happened since";

  std::ofstream(folder / "audit" / "heads", std::ios::app) << "3 00ff";
  append_rows(1);
  clock.advance(std::chrono::hours(1));
  runner.run_due(10);
  auto const anchors = file.read();
  ASSERT_EQ(anchors.size(), 2U);
  EXPECT_EQ(anchors[1].seq, 3);
  database().read_now([&](db::Tx& tx) { EXPECT_TRUE(audit_.verify(tx, anchors).good()); });
  std::filesystem::remove_all(folder);
}

TEST_P(AuditTest, ConcurrentWritersShareOneChain) {
  constexpr int writers = 8;
  constexpr int each = 25;
  std::vector<std::thread> threads;
  for (int i = 0; i < writers; ++i) {
    threads.emplace_back([&] {
      for (int n = 0; n < each; ++n) {
        database().write_now([&](db::Tx& tx) { audit_.append(tx, now, {.action = "test.raced"}); });
      }
    });
  }
  for (auto& thread : threads) thread.join();
  auto const verdict = verify();
  EXPECT_TRUE(verdict.good());
  EXPECT_EQ(verdict.rows, writers * each);
}

TEST_P(AuditTest, WhatAPersonTypedIsNoObject) {
  EXPECT_THROW(database().write_now([&](db::Tx& tx) { audit_.append(tx, now, {.action = "a", .object = "Ivan P"}); }),
               Bug);
  EXPECT_THROW(database().write_now([&](db::Tx& tx) { audit_.append(tx, now, {.action = ""}); }), Bug);
}

TEST_P(AuditTest, PagesOfOnePersonNewestFirst) {
  append_rows(3);
  database().write_now([&](db::Tx& tx) { audit_.append(tx, now, {.action = "test.other", .subject = staff_}); });
  database().read_now([&](db::Tx& tx) {
    auto const page = audit_.list(tx, {.subject = client_, .limit = 2});
    ASSERT_EQ(page.size(), 2U);
    EXPECT_EQ(page[0].seq, 3);
    auto const rest = audit_.list(tx, {.subject = client_, .before = page[1].seq, .limit = 2});
    ASSERT_EQ(rest.size(), 1U);
    EXPECT_EQ(rest[0].seq, 1);
  });
}

TEST_P(AuditTest, AStaffReadLeavesItsRowInTheSameTransaction) {
  Vault const vault(keys_, random_);
  constexpr Field field{"test.name"};
  auto const sealed = database().write_now([&](db::Tx& tx) {
    vault.mint(tx, client_, now);
    return vault.seal(tx, client_, field, "Lotus");
  });
  database().write_now([&](db::Tx& tx) {
    http::Call call(tx, now, {.role = Role::support, .person = staff_, .session = "s"});
    EXPECT_EQ(StaffAccess(vault, audit_).open(call, client_, field, sealed, Purpose::booking), "Lotus");
    auto const rows = audit_.list(tx, {.subject = client_});
    ASSERT_EQ(rows.size(), 1U);
    EXPECT_EQ(rows[0].action, action_read);
    EXPECT_EQ(rows[0].actor, staff_.str());
    EXPECT_EQ(rows[0].object, "test.name");
    EXPECT_EQ(rows[0].purpose, "booking");
  });
  EXPECT_THROW(database().write_now([&](db::Tx& tx) {
    http::Call call(tx, now, {.role = Role::specialist, .person = staff_, .session = "s"});
    static_cast<void>(StaffAccess(vault, audit_).open(call, client_, field, sealed, Purpose::booking));
  }),
               Bug);
}

KELISIM_ON_BOTH_ENGINES(AuditTest);

}  // namespace
}  // namespace kelisim::privacy
