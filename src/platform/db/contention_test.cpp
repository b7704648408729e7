// Full queues, races for one place, and processes that die: on both engines where both can be brought there.
#include "database_fixture.h"
#include "platform/db/or_tell.h"

#include <gmock/gmock.h>

#include <sys/resource.h>
#include <sys/wait.h>
#include <csignal>
#include <latch>
#include <set>
#include <thread>

namespace kelisim::db {
namespace {

constexpr Migration kTables[] = {
    {"contention", 1, "numbers", MigrationEngine::any, "CREATE TABLE contention_numbers (n BIGINT PRIMARY KEY);"},
    // The pattern for "no two live rows of one owner overlap": an exclusion constraint, and a trigger in its place.
    {"contention", 2, "slots", MigrationEngine::postgres,
     "CREATE EXTENSION IF NOT EXISTS btree_gist WITH SCHEMA public;\n"
     "CREATE TABLE contention_slots (owner TEXT NOT NULL, from_us BIGINT NOT NULL, to_us BIGINT NOT NULL, "
     "live BIGINT NOT NULL, EXCLUDE USING gist (owner WITH =, int8range(from_us, to_us) WITH &&) WHERE (live = 1));"},
    {"contention", 2, "slots", MigrationEngine::sqlite,
     "CREATE TABLE contention_slots (owner TEXT NOT NULL, from_us BIGINT NOT NULL, to_us BIGINT NOT NULL, "
     "live BIGINT NOT NULL);\n"
     "CREATE TRIGGER contention_slots_exclude BEFORE INSERT ON contention_slots WHEN NEW.live = 1\n"
     "  AND EXISTS (SELECT 1 FROM contention_slots WHERE owner = NEW.owner AND live = 1\n"
     "    AND from_us < NEW.to_us AND to_us > NEW.from_us)\n"
     "BEGIN\n"
     "  SELECT RAISE(IGNORE);\n"
     "END;"},
};
constexpr Sql kInsert{"contention.insert", "INSERT INTO contention_numbers (n) VALUES ($1)"};
constexpr Sql kNumbers{"contention.numbers", "SELECT n FROM contention_numbers ORDER BY n"};
constexpr Sql kTake{"contention.take",
                    "INSERT INTO contention_slots (owner, from_us, to_us, live) "
                    "VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING"};
constexpr Sql kLive{"contention.live", "SELECT count(*) FROM contention_slots WHERE live = 1"};

std::vector<std::int64_t> numbers(Database& database) {
  return database.read_now([](Tx& tx) { return tx.all(kNumbers, [](Row const& row) { return row.integer(0); }); });
}

class Contention : public test::OnBothEngines {
 protected:
  Contention() { database().migrate(kTables); }

  /// One thread for writes, and room for four that wait.
  std::unique_ptr<Database> open_small() {
    close();
    auto sqlite = home().sqlite();
    sqlite.queue_max = 4;
    auto postgres = home().engine() == Engine::postgres ? home().postgres() : PostgresOptions{};
    postgres.queue_max = 4;
    postgres.connections = 1;
    return home().engine() == Engine::sqlite ? open_sqlite(sqlite) : open_postgres(postgres);
  }
};

TEST_P(Contention, AFullQueueRefusesAtOnceAndTheReservedLaneStillPasses) {
  auto const small = open_small();
  std::latch begun(1);
  std::latch go(1);
  std::latch answered(6);
  auto const done = [&](std::exception_ptr failure) {
    EXPECT_EQ(failure, nullptr);
    answered.count_down();
  };
  small->write(
      Lane::ordinary,
      [&](Tx&) {
        begun.count_down();
        go.wait();
      },
      done);
  begun.wait();
  auto const write = [&](Lane lane, int n) { small->write(lane, [n](Tx& tx) { tx.execute(kInsert, n); }, done); };
  for (int n = 1; n <= 4; ++n) write(Lane::ordinary, n);
  EXPECT_THROW(write(Lane::ordinary, 5), Overloaded);
  std::exception_ptr told;
  write_or_tell(*small, Lane::ordinary, [](Tx&) {}, [&](std::exception_ptr failure) { told = failure; });
  ASSERT_NE(told, nullptr);
  EXPECT_THROW(std::rethrow_exception(told), Overloaded);
  write(Lane::reserved, 6);
  EXPECT_THROW(write(Lane::reserved, 7), Overloaded);
  EXPECT_EQ(small->counters().writes_waiting, 5u);
  go.count_down();
  answered.wait();
  EXPECT_THAT(numbers(*small), ::testing::ElementsAre(1, 2, 3, 4, 6));
}

TEST_P(Contention, Of64ClientsThatRaceForASlotOneGetsIt) {
  constexpr int kClients = 64;
  constexpr int kSlots = 5;
  for (int slot = 0; slot < kSlots; ++slot) {
    std::latch ready(kClients);
    std::atomic<int> winners = 0;
    std::vector<std::jthread> clients;
    for (int client = 0; client < kClients; ++client) {
      clients.emplace_back([&, client] {
        auto const from = slot * 100 + client % 10;  // all of them overlap
        ready.arrive_and_wait();
        auto const taken =
            database().write_now([&](Tx& tx) { return tx.execute(kTake, "owner", from, from + 50, 1); });
        winners += static_cast<int>(taken);
      });
    }
    clients.clear();
    EXPECT_EQ(winners, 1);
  }
  auto const live =
      database().read_now([](Tx& tx) { return tx.one(kLive, [](Row const& row) { return row.integer(0); }); });
  EXPECT_EQ(live, kSlots);
}

TEST_P(Contention, SlotsThatOnlyTouchOrBelongToOthersOrAreGoneDoNotExclude) {
  database().write_now([](Tx& tx) {
    EXPECT_EQ(tx.execute(kTake, "a", 100, 200, 1), 1);
    EXPECT_EQ(tx.execute(kTake, "a", 200, 300, 1), 1);
    EXPECT_EQ(tx.execute(kTake, "a", 50, 100, 1), 1);
    EXPECT_EQ(tx.execute(kTake, "a", 199, 200, 1), 0);
    EXPECT_EQ(tx.execute(kTake, "b", 100, 200, 1), 1);
    EXPECT_EQ(tx.execute(kTake, "a", 100, 200, 0), 1);
  });
}

KELISIM_ON_BOTH_ENGINES(Contention);

/// Writes 0, 1, 2, … from four clients and says each acknowledged number on the pipe, until it is killed.
[[noreturn]] void write_until_killed(SqliteOptions const& options, std::int64_t first, int pipe) {
  auto const database = open_sqlite(options);
  std::atomic<std::int64_t> next = first;
  std::vector<std::jthread> clients;
  for (int client = 0; client < 4; ++client) {
    clients.emplace_back([&] {
      while (true) {
        auto const n = next++;
        database->write_now([n](Tx& tx) { tx.execute(kInsert, n); });
        if (::write(pipe, &n, sizeof n) != sizeof n) ::_exit(1);
      }
    });
  }
  clients.clear();
  ::_exit(1);
}

TEST(SqliteProcess, NoAcknowledgedWriteIsLost) {
  test::DatabaseHome const home(Engine::sqlite);
  home.open()->migrate(kTables);
  std::set<std::int64_t> acknowledged;
  for (int round = 0; round < 15; ++round) {
    int ends[2];
    ASSERT_EQ(::pipe(ends), 0);
    auto const child = ::fork();
    ASSERT_GE(child, 0);
    if (child == 0) write_until_killed(home.sqlite(), round * 1'000'000, ends[1]);
    ::close(ends[1]);
    std::int64_t n = 0;
    auto const enough = acknowledged.size() + 40 + static_cast<std::size_t>(round) * 7;
    while (acknowledged.size() < enough && ::read(ends[0], &n, sizeof n) == sizeof n) acknowledged.insert(n);
    ASSERT_GE(acknowledged.size(), enough);
    ::kill(child, SIGKILL);
    while (::read(ends[0], &n, sizeof n) == sizeof n) acknowledged.insert(n);
    ::close(ends[0]);
    int status = 0;
    ASSERT_EQ(::waitpid(child, &status, 0), child);
    ASSERT_TRUE(WIFSIGNALED(status));

    auto const database = home.open();
    auto const stored = numbers(*database);
    EXPECT_TRUE(std::ranges::includes(stored, acknowledged)) << "in round " << round;
  }
}

/// In a process of its own, whose files may not grow beyond a bound until the bound is lifted: a disk that fills up.
/// Returns the process's exit code: 0 when every promise held.
int write_on_a_full_disk(SqliteOptions const& options) {
  constexpr Sql check{"contention.integrity", "PRAGMA integrity_check"};
  auto const database = open_sqlite(options);
  std::vector<std::int64_t> acknowledged;
  int refused = 0;
  auto const write_some = [&](int first, int count) {
    for (int n = first; n < first + count; ++n) {
      try {
        database->write_now([n](Tx& tx) {
          for (int i = 0; i < 300; ++i) tx.execute(kInsert, n * 1000 + i);
        });
        acknowledged.push_back(n);
      } catch (Fault const& fault) {
        if (!fault.retryable()) return false;
        ++refused;
      }
    }
    return true;
  };
  ::signal(SIGXFSZ, SIG_IGN);
  rlimit limit{};
  ::getrlimit(RLIMIT_FSIZE, &limit);
  auto const whole = limit.rlim_cur;
  limit.rlim_cur = 400'000;
  ::setrlimit(RLIMIT_FSIZE, &limit);
  if (!write_some(0, 200) || refused == 0 || acknowledged.empty()) return 1;
  limit.rlim_cur = whole;
  ::setrlimit(RLIMIT_FSIZE, &limit);
  auto const refused_before = refused;
  if (!write_some(200, 20) || refused != refused_before) return 2;
  auto const stored = numbers(*database);
  if (stored.size() != acknowledged.size() * 300) return 3;
  for (auto const n : acknowledged) {
    if (!std::ranges::binary_search(stored, n * 1000)) return 4;
  }
  auto const whole_file =
      database->read_now([&](Tx& tx) { return tx.one(check, [](Row const& row) { return row.str(0); }); });
  return whole_file == "ok" ? 0 : 5;
}

TEST(SqliteProcess, AFullDiskRefusesLosesNothingAndRecovers) {
  test::DatabaseHome const home(Engine::sqlite);
  home.open()->migrate(kTables);
  auto const child = ::fork();
  if (child == 0) ::_exit(write_on_a_full_disk(home.sqlite()));
  int status = 0;
  ASSERT_EQ(::waitpid(child, &status, 0), child);
  ASSERT_TRUE(WIFEXITED(status));
  EXPECT_EQ(WEXITSTATUS(status), 0);
}

TEST(SqliteProcess, ASecondProcessCannotOpenTheFile) {
  test::DatabaseHome const home(Engine::sqlite);
  auto const child_opens = [&] {
    auto const child = ::fork();
    if (child == 0) {
      try {
        auto const database = home.open();
        ::_exit(0);
      } catch (Fault const&) {
        ::_exit(7);
      }
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    return WEXITSTATUS(status);
  };
  {
    auto const database = home.open();
    EXPECT_EQ(child_opens(), 7);
  }
  EXPECT_EQ(child_opens(), 0);
}

}  // namespace
}  // namespace kelisim::db
