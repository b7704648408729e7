#pragma once

#include "kernel/fault.h"
#include "platform/db/listeners.h"
#include "platform/db/migration.h"
#include "platform/db/tx.h"

#include <exception>
#include <filesystem>
#include <functional>
#include <future>
#include <memory>
#include <span>
#include <string>
#include <type_traits>

namespace kelisim::db {

/// Reserved lanes are still taken when the queue is full for everybody else.
enum class Lane : std::uint8_t {
  ordinary,
  reserved,  ///< payment callbacks, joining a session, crisis, erasure, jobs
};

/// Thrown by write() and read() at once when too many already wait. Answered as 503 with Retry-After.
class Overloaded : public Fault {
 public:
  Overloaded() : Fault(Retry::yes, "the database queue is full") {}
};

/// The commit itself failed, or the connection was lost while it ran: whether the work is durable is not known.
/// Nothing was tried again. Safe to retry only for what finds its own former success (an idempotency key, a fenced
/// job).
class CommitFailed : public Fault {
 public:
  explicit CommitFailed(std::string const& what) : Fault(Retry::yes, "commit failed: " + what) {}
};

/// For metrics; counted since the database was opened.
struct Counters {
  std::uint64_t writes = 0;   ///< works of write() that ended, well or not
  std::uint64_t commits = 0;  ///< transactions that wrote and were made durable
  std::uint64_t reads = 0;
  std::uint64_t checkpoint_failures = 0;  ///< SQLite: the log grows for as long as this does
  std::size_t writes_waiting = 0;         ///< at this moment
  std::size_t reads_waiting = 0;
};

/// Transactions on SQLite or PostgreSQL behind one face. Thread-safe. `done` runs on a database thread after the
/// outcome is final: for a write that is after the durable commit. A null exception means success. A work that throws
/// is rolled back alone, whoever shares its commit.
class Database {
 public:
  using Work = std::move_only_function<void(Tx&)>;
  using Done = std::move_only_function<void(std::exception_ptr)>;

  Database() = default;
  Database(Database const&) = delete;
  Database& operator=(Database const&) = delete;
  virtual ~Database() = default;  ///< finishes what was accepted, then stops the threads

  [[nodiscard]] virtual Engine engine() const noexcept = 0;
  virtual void write(Lane lane, Work work, Done done) = 0;
  /// A consistent snapshot; writing in it is a Fault.
  virtual void read(Work work, Done done) = 0;

  /// Applies what is missing, in order of room (as given) and number, under a lock that other processes respect.
  /// A changed text of an applied migration is a Fault.
  virtual void migrate(std::span<Migration const> migrations) = 0;

  /// Calls `listener` after each commit of this process that told the topic (Tx::notify), on a database thread: it
  /// must be quick and must not throw. Commits of other processes are not heard yet: poll as well. (LISTEN/NOTIFY
  /// between nodes will come behind this same call.)
  [[nodiscard]] Listening listen(Topic topic, std::function<void()> listener) {
    return listeners_.add(topic, std::move(listener));
  }

  /// One line for the start-up log: engine, version, settings that durability rests on.
  [[nodiscard]] virtual std::string description() const = 0;
  [[nodiscard]] virtual Counters counters() const = 0;

  /// Folds SQLite's log into its file and empties it, so that what was deleted is in neither: the second layer of an
  /// erasure, and the last step before a copy of the file. True when readers did not hold it up. PostgreSQL: nothing
  /// to do.
  virtual bool empty_log() = 0;

  /// Blocking forms for jobs, commands and tests; never called on a database thread.
  template <class F>
  auto write_now(F&& work, Lane lane = Lane::reserved) {
    return now<std::invoke_result_t<F, Tx&>>(std::forward<F>(work),
                                             [&](Work w, Done d) { write(lane, std::move(w), std::move(d)); });
  }
  template <class F>
  auto read_now(F&& work) {
    return now<std::invoke_result_t<F, Tx&>>(std::forward<F>(work),
                                             [&](Work w, Done d) { read(std::move(w), std::move(d)); });
  }

 protected:
  Listeners listeners_;

 private:
  static void refuse_to_wait_on_a_database_thread();

  template <class T, class F, class Submit>
  T now(F&& work, Submit submit) {
    refuse_to_wait_on_a_database_thread();
    // Shared, because the waiting thread may go on before the settling one has left the promise.
    auto finished = std::make_shared<std::promise<void>>();
    auto future = finished->get_future();
    auto settle = [finished](std::exception_ptr failure) {
      failure ? finished->set_exception(failure) : finished->set_value();
    };
    if constexpr (std::is_void_v<T>) {
      submit([&](Tx& tx) { work(tx); }, settle);
      future.get();
    } else {
      std::optional<T> result;
      submit([&](Tx& tx) { result.emplace(work(tx)); }, settle);
      future.get();
      return std::move(*result);
    }
  }
};

struct SqliteOptions {
  std::filesystem::path file;
  int readers = 2;
  std::size_t group_max = 128;  ///< use cases that share one commit
  std::size_t queue_max =
      4096;  ///< waiting writes, and as many waiting reads; the reserved lane has a quarter on top
};

/// WAL, synchronous=FULL, foreign keys on; one writer connection that also does every checkpoint. An exclusive lock
/// file beside the database keeps a second process out.
[[nodiscard]] std::unique_ptr<Database> open_sqlite(SqliteOptions const& options);

struct PostgresOptions {
  std::string conninfo;  ///< libpq keywords; holds no password in logs
  int connections = 8;
  std::size_t queue_max = 4096;
};

/// READ COMMITTED; no invariant rests on the isolation level. A serialization failure or deadlock is retried a
/// bounded number of times with the same work.
[[nodiscard]] std::unique_ptr<Database> open_postgres(PostgresOptions const& options);

// How to write `Sql` for both engines
// - Parameters are `$1`, `$2`, …; each may occur several times. On PostgreSQL they are sent as text and typed by
// their
//   place: where the place says nothing (`SELECT $1`, `$1 IS NULL`) write `CAST($1 AS BIGINT)`.
// - Types are BIGINT, TEXT and BYTEA; a flag is a BIGINT 0 or 1 (no BOOLEAN column); no float, no date.
//   What an answer computes must be one of them: `count(*)` is; `sum(x)` over BIGINT is numeric on PostgreSQL, so
//   `CAST(sum(x) AS BIGINT)`; so is a comparison: `CASE WHEN a < b THEN 1 ELSE 0 END`.
// - `ON CONFLICT DO NOTHING` without a target covers exclusion constraints; on SQLite a trigger with
//   `RAISE(IGNORE)` plays their part. Rows changed == 0 says that somebody was there first.
// - `RETURNING`, `LIMIT $1`, `WITH`, `EXISTS`, partial indexes, `IS NOT DISTINCT FROM` (SQLite 3.39) mean the same.
//   `INSERT OR IGNORE`, `ILIKE`, `FOR UPDATE`, `json_*`, rowid do not: where an engine's own words are needed keep
//   two texts in the store and choose by Tx::engine().
// - Integer division of BIGINTs truncates on both. Text is compared by bytes (PostgreSQL databases use the C
// collation).
// - No DEFERRABLE constraint: it breaks in COMMIT, and on SQLite that is the commit of everybody in the group.
// - A text holds no NUL (PostgreSQL refuses it).
// - Inside a work never catch a Fault and go on: on PostgreSQL the transaction is aborted. Use mark() and undo().

}  // namespace kelisim::db
