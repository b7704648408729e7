#pragma once

#include "db/by_text.h"
#include "kernel/fault.h"
#include "platform/db/tx.h"

#include <memory>
#include <set>
#include <span>
#include <string>

struct pg_conn;
struct pg_result;

namespace kelisim::db {

/// What a failed statement means for the transaction around it.
enum class PostgresTrouble : std::uint8_t {
  refused,      ///< the statement or the data is wrong: trying again gives the same
  conflict,     ///< serialization failure or deadlock: the same work may succeed now
  unavailable,  ///< resources, a timeout or a shutdown: later perhaps
  lost,         ///< the connection is gone
};

/// Names the statement, the SQLSTATE and the constraint; never the server's text, which may quote values.
class PostgresFault : public Fault {
 public:
  PostgresFault(PostgresTrouble trouble, std::string const& what)
      : Fault(trouble == PostgresTrouble::refused ? Retry::no : Retry::yes, what), trouble_(trouble) {}
  [[nodiscard]] PostgresTrouble trouble() const noexcept { return trouble_; }

 private:
  PostgresTrouble trouble_;
};

/// One connection with its settings and its prepared statements; connects when first used and again after it was
/// lost. Not thread-safe. Errors are PostgresFaults.
class PostgresConnection {
 public:
  explicit PostgresConnection(std::string conninfo) : conninfo_(std::move(conninfo)) {}
  PostgresConnection(PostgresConnection const&) = delete;
  PostgresConnection& operator=(PostgresConnection const&) = delete;

  /// Opens the connection where there is none, or where the last one broke.
  void connect();
  /// Statements without parameters; the answer is dropped.
  void execute(std::string const& text);
  std::int64_t run(Sql const& sql, std::span<Param const> params, std::function<void(Row const&)> const& each);
  /// Ends a transaction that failed; a connection on which even that fails is closed.
  void roll_back() noexcept;
  /// Whether the open transaction is one that a failed statement has spoiled.
  [[nodiscard]] bool spoiled() const;
  [[nodiscard]] std::string server_version() const;

 private:
  struct Close {
    void operator()(pg_conn* connection) const;
  };
  struct Clear {
    void operator()(pg_result* result) const;
  };
  using Result = std::unique_ptr<pg_result, Clear>;

  std::string const& prepared(Sql const& sql);
  void check(pg_result const* result, std::string_view name) const;

  std::string conninfo_;
  std::unique_ptr<pg_conn, Close> handle_;
  ByText<std::string> statements_;  ///< their names on the server
};

/// A transaction that the caller begins and ends.
class PostgresTx final : public Tx {
 public:
  explicit PostgresTx(PostgresConnection& connection) : connection_(connection) {}

  [[nodiscard]] Engine engine() const noexcept override { return Engine::postgres; }
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
  void control(Sql const& sql);

  PostgresConnection& connection_;
  int depth_ = 0;
  std::set<Topic> topics_;
};

}  // namespace kelisim::db
