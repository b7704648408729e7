// What only the server engine can meet: deadlocks, lost connections. What both promise is in store_suite_test.cpp.
#include "database_fixture.h"

#include <gmock/gmock.h>

#include <latch>
#include <thread>

namespace kelisim::db {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::ThrowsMessage;

constexpr Migration kTables[] = {
    {"pg", 1, "numbers", MigrationEngine::any, "CREATE TABLE pg_numbers (id BIGINT PRIMARY KEY, n BIGINT NOT NULL);"},
    {"pg", 2, "killer", MigrationEngine::any,
     "CREATE TABLE pg_killer (n BIGINT);\n"
     "CREATE FUNCTION pg_killer_kill() RETURNS trigger LANGUAGE plpgsql AS\n"
     "  $$ BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NULL; END $$;\n"
     "CREATE CONSTRAINT TRIGGER pg_killer_at_commit AFTER INSERT ON pg_killer DEFERRABLE INITIALLY DEFERRED\n"
     "  FOR EACH ROW EXECUTE FUNCTION pg_killer_kill();"}};
constexpr Sql kInsert{"pg.insert", "INSERT INTO pg_numbers (id, n) VALUES ($1, $2)"};
constexpr Sql kAdd{"pg.add", "UPDATE pg_numbers SET n = n + 1 WHERE id = $1"};
constexpr Sql kNumbers{"pg.numbers", "SELECT n FROM pg_numbers ORDER BY id"};
constexpr Sql kDie{"pg.die", "SELECT pg_terminate_backend(pg_backend_pid())"};
constexpr Sql kDieAtCommit{"pg.die_at_commit", "INSERT INTO pg_killer (n) VALUES (1)"};

class PostgresTest : public ::testing::Test {
 protected:
  PostgresTest() { database_->migrate(kTables); }

  std::vector<std::int64_t> numbers() {
    return database_->read_now(
        [](Tx& tx) { return tx.all(kNumbers, [](Row const& row) { return row.integer(0); }); });
  }

  test::DatabaseHome home_{Engine::postgres};
  std::unique_ptr<Database> database_ = home_.open();
};

TEST_F(PostgresTest, ADeadlockedWorkIsRunAgain) {
  database_->write_now([](Tx& tx) {
    tx.execute(kInsert, 1, 0);
    tx.execute(kInsert, 2, 0);
  });
  std::latch both_hold_one(2);
  std::atomic<int> runs = 0;
  auto const in_order = [&](int first, int second) {
    bool met = false;
    database_->write_now([&](Tx& tx) {
      ++runs;
      tx.execute(kAdd, first);
      if (!met) {
        met = true;
        both_hold_one.arrive_and_wait();
      }
      tx.execute(kAdd, second);
    });
  };
  {
    std::jthread const one([&] { in_order(1, 2); });
    std::jthread const other([&] { in_order(2, 1); });
  }
  EXPECT_GE(runs, 3);  // the victim may be back before the other wakes, and be the victim again
  EXPECT_THAT(numbers(), ElementsAre(2, 2));
}

TEST_F(PostgresTest, AWorkThatLosesItsConnectionIsRunAgainOnAnother) {
  int runs = 0;
  database_->write_now([&](Tx& tx) {
    tx.execute(kInsert, ++runs, 7);
    if (runs == 1) tx.execute(kDie);
  });
  EXPECT_EQ(runs, 2);
  EXPECT_THAT(numbers(), ElementsAre(7));
}

TEST_F(PostgresTest, AConnectionThatIsLostAgainIsARetryableFault) {
  int runs = 0;
  try {
    database_->write_now([&](Tx& tx) {
      ++runs;
      tx.execute(kDie);
    });
    ADD_FAILURE() << "it went through";
  } catch (Fault const& fault) {
    EXPECT_TRUE(fault.retryable());
  }
  EXPECT_EQ(runs, 2);
  EXPECT_THAT(numbers(), ElementsAre());
}

TEST_F(PostgresTest, AConnectionLostInCommitIsReportedAndNotTriedAgain) {
  int runs = 0;
  EXPECT_THROW(database_->write_now([&](Tx& tx) {
    tx.execute(kInsert, ++runs, 7);
    tx.execute(kDieAtCommit);
  }),
               CommitFailed);
  EXPECT_EQ(runs, 1);
  database_->write_now([](Tx& tx) { tx.execute(kInsert, 9, 9); });
  EXPECT_THAT(numbers(), ElementsAre(9));
}

TEST_F(PostgresTest, AWorkThatGoesOnAfterAFaultIsABugAndLeavesNothing) {
  EXPECT_THAT(
      [&] {
        database_->write_now([](Tx& tx) {
          tx.execute(kInsert, 1, 1);
          EXPECT_THROW(tx.execute(kInsert, 1, 1), Fault);
        });
      },
      ThrowsMessage<Bug>(HasSubstr("went on after a database fault")));
  EXPECT_THAT(numbers(), ElementsAre());
}

TEST_F(PostgresTest, AServerThatIsNotThereIsAFaultThatNamesNoSecret) {
  EXPECT_THAT([] { std::ignore = open_postgres({.conninfo = "host=/nowhere user=u password=planted-secret"}); },
              ThrowsMessage<Fault>(
                  ::testing::AllOf(HasSubstr("cannot connect"), ::testing::Not(HasSubstr("planted-secret")))));
}

}  // namespace
}  // namespace kelisim::db
