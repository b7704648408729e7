#include "database_fixture.h"

#include <gmock/gmock.h>

#include <thread>

namespace kelisim::db {
namespace {

using ::testing::HasSubstr;
using ::testing::ThrowsMessage;

constexpr Sql kApplied{"test.applied", "SELECT number FROM platform_migrations WHERE room = 'steps' ORDER BY number"};

constexpr Migration kFirst{"steps", 1, "first", MigrationEngine::any, "CREATE TABLE steps_first (n BIGINT);"};
constexpr Migration kSecond{"steps", 2, "second", MigrationEngine::any,
                            "CREATE TABLE steps_second (n BIGINT);\n"
                            "INSERT INTO steps_second (n) VALUES (1);\n"};
constexpr Migration kSecondBroken{"steps", 2, "second", MigrationEngine::any,
                                  "CREATE TABLE steps_second (n BIGINT);\nCREATE TABLE steps_first (n BIGINT);\n"};
constexpr Migration kThird{"steps", 3, "third", MigrationEngine::any, "ALTER TABLE steps_first ADD COLUMN t TEXT;"};

class MigrateTest : public test::OnBothEngines {
 protected:
  std::vector<std::int64_t> applied() {
    return database().read_now(
        [](Tx& tx) { return tx.all(kApplied, [](Row const& row) { return row.integer(0); }); });
  }
  auto migrating(std::vector<Migration> migrations) {
    return [this, migrations = std::move(migrations)] { database().migrate(migrations); };
  }
};

TEST_P(MigrateTest, WhatIsMissingIsAppliedInOrderAndOnce) {
  migrating({kFirst})();
  EXPECT_THAT(applied(), ::testing::ElementsAre(1));
  migrating({kFirst, kSecond, kThird})();
  migrating({kFirst, kSecond, kThird})();
  reopen();
  migrating({kFirst, kSecond, kThird})();
  EXPECT_THAT(applied(), ::testing::ElementsAre(1, 2, 3));
  constexpr Sql rows{"test.second_rows", "SELECT count(*) FROM steps_second"};
  EXPECT_EQ(database().read_now([&](Tx& tx) { return tx.one(rows, [](Row const& row) { return row.integer(0); }); }),
            1);
}

TEST_P(MigrateTest, OneThatFailsLeavesNothingAndTheNextStartGoesOn) {
  EXPECT_THROW(migrating({kFirst, kSecondBroken})(), Fault);
  EXPECT_THAT(applied(), ::testing::ElementsAre(1));
  reopen();
  migrating({kFirst, kSecond})();
  EXPECT_THAT(applied(), ::testing::ElementsAre(1, 2));
}

TEST_P(MigrateTest, AChangedTextIsRefused) {
  migrating({kFirst})();
  auto changed = kFirst;
  changed.text = "CREATE TABLE steps_first (n BIGINT, m BIGINT);";
  EXPECT_THAT(migrating({changed, kSecond}), ThrowsMessage<Fault>(HasSubstr("its text was changed")));
  EXPECT_THAT(applied(), ::testing::ElementsAre(1));
}

TEST_P(MigrateTest, OneThatComesLateIsRefused) {
  migrating({kFirst, kThird})();
  EXPECT_THAT(migrating({kFirst, kSecond, kThird}), ThrowsMessage<Fault>(HasSubstr("a later one is applied")));
}

TEST_P(MigrateTest, ADatabaseNewerThanTheProgramIsRefused) {
  migrating({kFirst, kSecond})();
  EXPECT_THAT(migrating({kFirst}), ThrowsMessage<Fault>(HasSubstr("newer than this program")));
}

TEST_P(MigrateTest, OnlyTheTextOfTheEngineIsApplied) {
  migrating({{"steps", 1, "own", MigrationEngine::sqlite, "CREATE TABLE steps_own (sqlite_n BIGINT);"},
             {"steps", 1, "own", MigrationEngine::postgres, "CREATE TABLE steps_own (postgres_n BIGINT);"}})();
  constexpr Sql sqlite{"test.own_sqlite", "INSERT INTO steps_own (sqlite_n) VALUES (1)"};
  constexpr Sql postgres{"test.own_postgres", "INSERT INTO steps_own (postgres_n) VALUES (1)"};
  auto const& own = GetParam() == Engine::sqlite ? sqlite : postgres;
  EXPECT_EQ(database().write_now([&](Tx& tx) { return tx.execute(own); }), 1);
}

TEST_P(MigrateTest, ThePlatformsOwnTablesAreThere) {
  for (auto const* const text : {"SELECT count(*) FROM platform_jobs", "SELECT count(*) FROM platform_idempotency"}) {
    Sql const sql{"test.own_table", text};
    EXPECT_EQ(database().read_now([&](Tx& tx) { return tx.one(sql, [](Row const& row) { return row.integer(0); }); }),
              0);
  }
}

KELISIM_ON_BOTH_ENGINES(MigrateTest);

// On SQLite the lock file keeps the others out altogether (sqlite_database_test.cpp).
TEST(MigrateAtOnce, NodesThatStartTogetherApplyEachOnce) {
  test::DatabaseHome const home(Engine::postgres);
  std::vector<std::jthread> nodes;
  std::atomic<int> failures = 0;
  for (int node = 0; node < 6; ++node) {
    nodes.emplace_back([&] {
      try {
        auto options = home.postgres();
        options.connections = 1;
        open_postgres(options)->migrate(std::array{kFirst, kSecond, kThird});
      } catch (Fault const&) {
        ++failures;
      }
    });
  }
  nodes.clear();
  EXPECT_EQ(failures, 0);
  auto const database = home.open();
  EXPECT_EQ(database->read_now([](Tx& tx) { return tx.all(kApplied, [](Row const& row) { return row.integer(0); }); })
                .size(),
            3u);
}

}  // namespace
}  // namespace kelisim::db
