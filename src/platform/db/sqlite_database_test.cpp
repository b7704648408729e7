// What only the embedded engine promises; what both promise is in store_suite_test.cpp.
#include "db/sqlite_connection.h"
#include "platform/db/database.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sqlite3.h>
#include <unistd.h>
#include <latch>

namespace kelisim::db {
namespace {

using ::testing::HasSubstr;

constexpr Migration kTables[] = {
    {"test", 1, "numbers", MigrationEngine::any, "CREATE TABLE test_numbers (n BIGINT NOT NULL PRIMARY KEY);"},
    {"test", 2, "children", MigrationEngine::any,
     "CREATE TABLE test_children (n BIGINT NOT NULL REFERENCES test_numbers (n) DEFERRABLE INITIALLY DEFERRED);"}};
constexpr Sql kInsert{"test.insert_number", "INSERT INTO test_numbers (n) VALUES ($1)"};
constexpr Sql kInsertChild{"test.insert_child", "INSERT INTO test_children (n) VALUES ($1)"};

class SqliteTest : public ::testing::Test {
 protected:
  SqliteTest() : folder_(std::filesystem::temp_directory_path() / ("kelisim-sqlite-" + std::to_string(::getpid()))) {
    std::filesystem::remove_all(folder_);
    std::filesystem::create_directories(folder_);
    options_.file = folder_ / "test.db";
  }
  ~SqliteTest() override { std::filesystem::remove_all(folder_); }

  std::unique_ptr<Database> open() {
    auto database = open_sqlite(options_);
    database->migrate(kTables);
    return database;
  }

  /// What a connection of somebody else sees: only what is committed.
  std::int64_t committed() const {
    sqlite3* handle = nullptr;
    sqlite3_stmt* statement = nullptr;
    EXPECT_EQ(sqlite3_open_v2(options_.file.c_str(), &handle, SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX, nullptr),
              0);
    EXPECT_EQ(sqlite3_prepare_v2(handle, "SELECT count(*) FROM test_numbers", -1, &statement, nullptr), 0);
    EXPECT_EQ(sqlite3_step(statement), SQLITE_ROW);
    auto const found = sqlite3_column_int64(statement, 0);
    sqlite3_finalize(statement);
    sqlite3_close_v2(handle);
    return found;
  }

  std::filesystem::path folder_;
  SqliteOptions options_;
};

/// Holds the writer until it is let go, so that what is written meanwhile forms one group.
class HeldWriter {
 public:
  explicit HeldWriter(Database& database) {
    database.write(
        Lane::reserved,
        [this](Tx&) {
          begun_.count_down();
          go_.wait();
        },
        [](std::exception_ptr) {});
    begun_.wait();
  }
  void let_go() { go_.count_down(); }

 private:
  std::latch begun_{1};
  std::latch go_{1};
};

TEST_F(SqliteTest, WhatWaitsSharesOneCommitAndIsAnsweredOnlyAfterIt) {
  auto const database = open();
  HeldWriter held(*database);
  auto const commits_before = database->counters().commits;
  std::latch answered(50);
  std::atomic<int> seen_by_others = 0;
  for (int n = 0; n < 50; ++n) {
    database->write(
        Lane::ordinary, [n](Tx& tx) { tx.execute(kInsert, n); },
        [&](std::exception_ptr failure) {
          EXPECT_EQ(failure, nullptr);
          if (committed() == 50) ++seen_by_others;
          answered.count_down();
        });
  }
  EXPECT_EQ(committed(), 0);
  held.let_go();
  answered.wait();
  EXPECT_EQ(seen_by_others, 50);
  EXPECT_EQ(database->counters().commits - commits_before, 1u);
}

TEST_F(SqliteTest, AGroupIsNoLargerThanItsBound) {
  options_.group_max = 8;
  auto const database = open();
  HeldWriter held(*database);
  auto const commits_before = database->counters().commits;
  std::latch answered(20);
  for (int n = 0; n < 20; ++n) {
    database->write(
        Lane::ordinary, [n](Tx& tx) { tx.execute(kInsert, n); }, [&](std::exception_ptr) { answered.count_down(); });
  }
  held.let_go();
  answered.wait();
  EXPECT_EQ(database->counters().commits - commits_before, 3u);
}

TEST_F(SqliteTest, AFailedCommitFailsEveryMemberAndNothingIsTriedAgain) {
  auto const database = open();
  HeldWriter held(*database);
  std::latch answered(3);
  std::atomic<int> failed = 0;
  std::atomic<int> ran = 0;
  auto const done = [&](std::exception_ptr failure) {
    try {
      if (failure) std::rethrow_exception(failure);
    } catch (CommitFailed const&) {
      ++failed;
    }
    answered.count_down();
  };
  database->write(
      Lane::ordinary,
      [&](Tx& tx) {
        ++ran;
        tx.execute(kInsert, 1);
      },
      done);
  // A deferred constraint breaks only in COMMIT, like a disk that fills up there.
  database->write(
      Lane::ordinary,
      [&](Tx& tx) {
        ++ran;
        tx.execute(kInsertChild, 77);
      },
      done);
  database->write(
      Lane::ordinary,
      [&](Tx& tx) {
        ++ran;
        tx.execute(kInsert, 2);
      },
      done);
  held.let_go();
  answered.wait();
  EXPECT_EQ(failed, 3);
  EXPECT_EQ(ran, 3);
  EXPECT_EQ(committed(), 0);
  database->write_now([](Tx& tx) { tx.execute(kInsert, 3); });
  EXPECT_EQ(committed(), 1);
}

TEST_F(SqliteTest, ASecondOpeningOfTheFileIsRefused) {
  auto const database = open();
  EXPECT_THAT([&] { std::ignore = open_sqlite(options_); },
              ::testing::ThrowsMessage<Fault>(HasSubstr("another process has the database open")));
}

TEST_F(SqliteTest, TheFileIsItsOwnersOnlyAndSaysWhatItRunsOn) {
  auto const database = open();
  using std::filesystem::perms;
  for (auto const* const name : {"test.db", "test.db-wal", "test.db.lock"}) {
    auto const rights = std::filesystem::status(folder_ / name).permissions();
    EXPECT_EQ(rights & (perms::group_all | perms::others_all), perms::none) << name;
  }
  EXPECT_THAT(database->description(), HasSubstr(sqlite3_libversion()));
}

TEST_F(SqliteTest, DurabilityRestsOnTheseSettings) {
  SqliteConnection writer(options_.file, SqliteRole::writer);
  SqliteConnection reader(options_.file, SqliteRole::reader);
  auto const setting = [](SqliteConnection& connection, std::string_view pragma) {
    std::int64_t value = -1;
    connection.run({pragma, pragma}, {}, [&](Row const& row) { value = row.integer(0); });
    return value;
  };
  EXPECT_EQ(setting(writer, "PRAGMA synchronous"), 2);  // FULL
  EXPECT_EQ(setting(writer, "PRAGMA foreign_keys"), 1);
  EXPECT_EQ(setting(writer, "PRAGMA secure_delete"), 1);
  EXPECT_EQ(setting(reader, "PRAGMA wal_autocheckpoint"), 0);
  EXPECT_EQ(setting(reader, "PRAGMA query_only"), 1);
  EXPECT_EQ(setting(writer, "PRAGMA mmap_size"), 0);
  std::string mode;
  writer.run({"mode", "PRAGMA journal_mode"}, {}, [&](Row const& row) { mode = row.text(0); });
  EXPECT_EQ(mode, "wal");
}

TEST_F(SqliteTest, WhatWasAcceptedIsFinishedBeforeTheDatabaseCloses) {
  auto database = open();
  std::atomic<int> answered = 0;
  for (int n = 0; n < 300; ++n) {
    database->write(
        Lane::ordinary, [n](Tx& tx) { tx.execute(kInsert, n); },
        [&](std::exception_ptr failure) { answered += failure ? 0 : 1; });
  }
  database.reset();
  EXPECT_EQ(answered, 300);
  EXPECT_EQ(committed(), 300);
}

TEST_F(SqliteTest, EmptyingTheLogLeavesNoTraceOfWhatWasDeleted) {
  auto const database = open();
  database->migrate(
      std::array{Migration{"words", 1, "words", MigrationEngine::any, "CREATE TABLE test_words (w TEXT);"}});
  constexpr Sql add{"test.add_word", "INSERT INTO test_words (w) VALUES ($1)"};
  constexpr Sql clear{"test.clear_words", "DELETE FROM test_words"};
  database->write_now([&](Tx& tx) { tx.execute(add, "planted-marker-4711"); });
  database->write_now([&](Tx& tx) { tx.execute(clear); });
  EXPECT_TRUE(database->empty_log());
  EXPECT_EQ(std::filesystem::file_size(folder_ / "test.db-wal"), 0u);
  std::string content(std::filesystem::file_size(options_.file), '\0');
  std::unique_ptr<FILE, int (*)(FILE*)> const file(std::fopen(options_.file.c_str(), "rb"), &std::fclose);
  ASSERT_EQ(std::fread(content.data(), 1, content.size(), file.get()), content.size());
  EXPECT_EQ(content.find("planted-marker-4711"), std::string::npos);
}

TEST_F(SqliteTest, TheLogIsFoldedWhileWritingGoesOn) {
  auto const database = open();
  database->migrate(
      std::array{Migration{"words", 1, "words", MigrationEngine::any, "CREATE TABLE test_words (w TEXT);"}});
  constexpr Sql add{"test.add_word", "INSERT INTO test_words (w) VALUES ($1)"};
  std::string const word(40'000, 'x');
  for (int i = 0; i < 400; ++i) database->write_now([&](Tx& tx) { tx.execute(add, word); });
  EXPECT_LT(std::filesystem::file_size(folder_ / "test.db-wal"), 8'000'000u);  // of 16 MB written
  EXPECT_EQ(database->counters().checkpoint_failures, 0u);
}

}  // namespace
}  // namespace kelisim::db
