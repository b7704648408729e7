#include "db/database_thread.h"
#include "db/lane_queue.h"
#include "db/migrate.h"
#include "db/postgres_connection.h"
#include "platform/db/database.h"

#include <fmt/format.h>

#include <atomic>
#include <thread>

namespace kelisim::db {

namespace {

constexpr Sql kBeginWrite{"platform.begin_write", "BEGIN ISOLATION LEVEL READ COMMITTED"};
constexpr Sql kBeginRead{"platform.begin_read", "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"};
constexpr Sql kCommit{"platform.commit", "COMMIT"};

constexpr int kAttemptsMax = 6;     ///< of one work, when it meets serialization failures or deadlocks
constexpr int kConnectionsMax = 2;  ///< of one work: an idle connection may have died since it was last used
constexpr std::int64_t kLockKey = 0x6b656c6973696d;  ///< "kelisim"

struct Waiting {
  bool writes;
  Database::Work work;
  Database::Done done;
};

class PostgresDatabase final : public Database {
 public:
  explicit PostgresDatabase(PostgresOptions const& options) : options_(options), queue_(options.queue_max) {
    ENSURE(options.connections > 0 && options.queue_max > 0);
    for (int i = 0; i < options.connections; ++i) {
      connections_.push_back(std::make_unique<PostgresConnection>(options.conninfo));
    }
    connections_.front()->connect();
    version_ = connections_.front()->server_version();
    for (auto const& connection : connections_) {
      threads_.emplace_back([this, &connection] { serve(*connection); });
    }
  }

  ~PostgresDatabase() override {
    queue_.close();
    threads_.clear();
  }

  [[nodiscard]] Engine engine() const noexcept override { return Engine::postgres; }
  void write(Lane lane, Work work, Done done) override {
    queue_.push(lane, {true, std::move(work), std::move(done)});
  }
  void read(Work work, Done done) override { queue_.push(Lane::ordinary, {false, std::move(work), std::move(done)}); }
  void migrate(std::span<Migration const> migrations) override;
  [[nodiscard]] std::string description() const override {
    return fmt::format("PostgreSQL {}, READ COMMITTED, synchronous_commit=on, {} connections", version_,
                       options_.connections);
  }
  [[nodiscard]] Counters counters() const override {
    return {.writes = writes_done_, .commits = commits_, .reads = reads_done_, .writes_waiting = queue_.waiting()};
  }
  bool empty_log() override { return true; }

 private:
  void serve(PostgresConnection& connection);
  std::exception_ptr run(PostgresConnection& connection, Waiting& waiting);
  void attempt(PostgresConnection& connection, Waiting& waiting);
  void commit(PostgresConnection& connection, std::set<Topic> const& topics);

  PostgresOptions const options_;
  std::string version_;
  std::vector<std::unique_ptr<PostgresConnection>> connections_;
  LaneQueue<Waiting> queue_;
  std::atomic<std::uint64_t> writes_done_ = 0;
  std::atomic<std::uint64_t> commits_ = 0;
  std::atomic<std::uint64_t> reads_done_ = 0;
  std::vector<std::jthread> threads_;
};

void PostgresDatabase::serve(PostgresConnection& connection) {
  DatabaseThread const here;
  for (auto taken = queue_.take(1); !taken.empty(); taken = queue_.take(1)) {
    auto& waiting = taken.front();
    auto const failure = run(connection, waiting);
    ++(waiting.writes ? writes_done_ : reads_done_);
    waiting.done(failure);
  }
}

/// The same work again after a serialization failure, a deadlock, or a connection that was lost before COMMIT:
/// nothing of it is in the database then.
std::exception_ptr PostgresDatabase::run(PostgresConnection& connection, Waiting& waiting) {
  int connections = 0;
  for (int tried = 1;; ++tried) {
    try {
      attempt(connection, waiting);
      return nullptr;
    } catch (PostgresFault const& fault) {
      connection.roll_back();
      auto const lost = fault.trouble() == PostgresTrouble::lost && ++connections < kConnectionsMax;
      auto const conflict = fault.trouble() == PostgresTrouble::conflict && tried < kAttemptsMax;
      if (!lost && !conflict) return std::current_exception();
      if (conflict) std::this_thread::sleep_for(std::chrono::milliseconds(1 << tried));
    } catch (...) {
      connection.roll_back();
      return std::current_exception();
    }
  }
}

void PostgresDatabase::attempt(PostgresConnection& connection, Waiting& waiting) {
  connection.connect();
  PostgresTx tx(connection);
  connection.run(waiting.writes ? kBeginWrite : kBeginRead, {}, [](Row const&) {});
  waiting.work(tx);
  // The server would answer this COMMIT with a quiet ROLLBACK.
  if (connection.spoiled()) throw Bug("a work went on after a database fault");
  if (!waiting.writes) return connection.roll_back();
  commit(connection, tx.topics());
}

void PostgresDatabase::commit(PostgresConnection& connection, std::set<Topic> const& topics) {
  try {
    connection.run(kCommit, {}, [](Row const&) {});
  } catch (PostgresFault const& fault) {
    if (fault.trouble() == PostgresTrouble::lost) throw CommitFailed(fault.what());
    throw;
  }
  ++commits_;
  listeners_.tell(topics);
}

/// On a connection of its own, whose end also frees the lock.
void PostgresDatabase::migrate(std::span<Migration const> migrations) {
  DatabaseThread const here;
  PostgresConnection connection(options_.conninfo);
  connection.connect();
  connection.execute("SET lock_timeout = 0; SET statement_timeout = 0; SET idle_in_transaction_session_timeout = 0");
  connection.execute(fmt::format("SELECT pg_advisory_lock({})", kLockKey));
  migrate_with(Engine::postgres, migrations,
               {.apply_text = [&](Migration const& m) { connection.execute(std::string(m.text)); },
                .in_transaction =
                    [&](std::function<void(Tx&)> const& work) {
                      PostgresTx tx(connection);
                      connection.execute("BEGIN");
                      try {
                        work(tx);
                        connection.execute("COMMIT");
                      } catch (...) {
                        connection.roll_back();
                        throw;
                      }
                    }});
}

}  // namespace

std::unique_ptr<Database> open_postgres(PostgresOptions const& options) {
  return std::make_unique<PostgresDatabase>(options);
}

}  // namespace kelisim::db
