#pragma once

#include "platform/db/database.h"
#include "platform/migrations.h"

#include <gtest/gtest.h>

#include <unistd.h>
#include <atomic>
#include <cstdlib>
#include <filesystem>
#include <stdexcept>
#include <string>

namespace kelisim::test {

/// An empty place for a database of either engine, of nobody else's: a folder, or a schema of the cluster that
/// bin/with-postgres started. Without that cluster the PostgreSQL half fails: it is never passed over.
class DatabaseHome {
 public:
  explicit DatabaseHome(db::Engine engine) : engine_(engine), name_(unique_name()) {
    if (engine == db::Engine::sqlite) {
      folder_ = std::filesystem::temp_directory_path() / name_;
      std::filesystem::remove_all(folder_);  // of a process that was killed and had our number
      std::filesystem::create_directories(folder_);
    } else {
      administer("CREATE SCHEMA " + name_);
    }
  }
  DatabaseHome(DatabaseHome const&) = delete;
  DatabaseHome& operator=(DatabaseHome const&) = delete;
  /// Every database opened here is closed before.
  ~DatabaseHome() {
    if (engine_ == db::Engine::sqlite) {
      std::filesystem::remove_all(folder_);
    } else {
      administer("DROP SCHEMA " + name_ + " CASCADE");
    }
  }

  [[nodiscard]] db::Engine engine() const noexcept { return engine_; }
  [[nodiscard]] std::filesystem::path const& folder() const noexcept { return folder_; }  ///< of SQLite

  [[nodiscard]] db::SqliteOptions sqlite() const { return {.file = folder_ / "kelisim.db"}; }
  [[nodiscard]] db::PostgresOptions postgres() const {
    return {.conninfo = cluster() + " options='-c search_path=" + name_ + ",public'"};
  }
  [[nodiscard]] std::unique_ptr<db::Database> open() const {
    return engine_ == db::Engine::sqlite ? db::open_sqlite(sqlite()) : db::open_postgres(postgres());
  }

 private:
  static std::string unique_name() {
    static std::atomic<int> counter = 0;
    return "kelisim_test_" + std::to_string(::getpid()) + "_" + std::to_string(++counter);
  }
  static std::string cluster() {
    auto const* const conninfo = std::getenv("KELISIM_TEST_PG");
    if (conninfo == nullptr) {
      throw std::runtime_error("KELISIM_TEST_PG is not set: run the tests under bin/with-postgres");
    }
    return conninfo;
  }
  static void administer(std::string const& statement) {
    auto const database = db::open_postgres({.conninfo = cluster(), .connections = 1});
    db::Sql const sql{"test.administer", statement};
    database->write_now([&](db::Tx& tx) { tx.execute(sql); });
  }

  db::Engine engine_;
  std::string name_;
  std::filesystem::path folder_;
};

/// A fixture that runs on both engines. Instantiate with KELISIM_ON_BOTH_ENGINES(YourTest).
class OnBothEngines : public ::testing::TestWithParam<db::Engine> {
 protected:
  /// The platform's own tables are there already.
  OnBothEngines() { database_->migrate(platform::migrations()); }

  db::Database& database() { return *database_; }
  DatabaseHome& home() { return home_; }
  void close() { database_.reset(); }
  /// Closes it and opens it anew, as a restart does.
  void reopen() {
    close();
    database_ = home_.open();
  }

 private:
  DatabaseHome home_{GetParam()};
  std::unique_ptr<db::Database> database_ = home_.open();
};

}  // namespace kelisim::test

#define KELISIM_ON_BOTH_ENGINES(Fixture)                                                            \
  INSTANTIATE_TEST_SUITE_P(                                                                         \
      , Fixture, ::testing::Values(::kelisim::db::Engine::sqlite, ::kelisim::db::Engine::postgres), \
      [](auto const& info) { return info.param == ::kelisim::db::Engine::sqlite ? "sqlite" : "postgres"; })
