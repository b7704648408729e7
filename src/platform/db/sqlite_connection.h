#pragma once

#include "db/by_text.h"
#include "platform/db/tx.h"

#include <atomic>
#include <filesystem>
#include <memory>
#include <set>
#include <span>
#include <string>
#include <vector>

struct sqlite3;
struct sqlite3_stmt;

namespace kelisim::db {

/// A prepared statement and where its parameters `$n` stand. Not thread-safe, like its connection.
class SqliteStatement {
 public:
  SqliteStatement(sqlite3* connection, Sql const& sql);
  SqliteStatement(SqliteStatement const&) = delete;
  SqliteStatement& operator=(SqliteStatement const&) = delete;
  ~SqliteStatement();

  /// Steps to the end, or to an exception of `each`; is reset either way. Returns the rows changed.
  std::int64_t run(std::span<Param const> params, std::function<void(Row const&)> const& each);
  [[nodiscard]] bool running() const noexcept { return running_; }

 private:
  void bind(std::span<Param const> params);
  void bind_one(int place, Param const& value);

  sqlite3* connection_;
  sqlite3_stmt* statement_ = nullptr;
  std::string name_;
  std::vector<std::size_t> numbers_;  ///< of the place i + 1: which `$n` stands there
  std::size_t params_count_ = 0;
  bool running_ = false;
};

enum class SqliteRole : std::uint8_t {
  writer,  ///< makes the file and its WAL, and does every checkpoint
  reader,  ///< cannot write and never checkpoints
};

/// One connection with its settings and its prepared statements. Not thread-safe. Errors are Faults.
class SqliteConnection {
 public:
  SqliteConnection(std::filesystem::path const& file, SqliteRole role);
  SqliteConnection(SqliteConnection const&) = delete;
  SqliteConnection& operator=(SqliteConnection const&) = delete;
  ~SqliteConnection();

  /// One or more statements without parameters or rows.
  void execute(char const* text);
  std::int64_t run(Sql const& sql, std::span<Param const> params, std::function<void(Row const&)> const& each);

  /// A prepared statement that begins or ends something.
  void control(Sql const& sql);

  [[nodiscard]] bool in_transaction() const;
  /// Rolls back what is open, if anything is.
  void roll_back();
  [[nodiscard]] std::uint64_t commits() const noexcept { return commits_; }  ///< that wrote; from any thread
  [[nodiscard]] int log_pages() const noexcept { return log_pages_; }        ///< in the WAL after the last commit
  /// A passive checkpoint, or one that empties the WAL. True when everything was folded in.
  bool checkpoint(bool empty);

 private:
  void open(std::filesystem::path const& file);
  void watch_commits();

  sqlite3* handle_ = nullptr;
  ByText<std::unique_ptr<SqliteStatement>> statements_;
  std::atomic<std::uint64_t> commits_ = 0;
  int log_pages_ = 0;
};

/// A transaction, or one use case's part of a shared one: the caller begins and ends it.
class SqliteTx final : public Tx {
 public:
  explicit SqliteTx(SqliteConnection& connection) : connection_(connection) {}

  [[nodiscard]] Engine engine() const noexcept override { return Engine::sqlite; }
  std::int64_t run(Sql const& sql, std::span<Param const> params,
                   std::function<void(Row const&)> const& each) override {
    return connection_.run(sql, params, each);
  }
  [[nodiscard]] Mark mark() override;
  void keep(Mark mark) override;
  void undo(Mark mark) override;
  void notify(Topic topic) override { topics_.insert(topic); }
  [[nodiscard]] std::set<Topic> const& topics() const noexcept { return topics_; }

 private:
  SqliteConnection& connection_;
  int depth_ = 0;
  std::set<Topic> topics_;
};

}  // namespace kelisim::db
