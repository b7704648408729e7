#include "db/database_thread.h"
#include "db/file_lock.h"
#include "db/lane_queue.h"
#include "db/migrate.h"
#include "db/sqlite_connection.h"
#include "platform/db/database.h"

#include <fmt/format.h>

#include <sqlite3.h>
#include <atomic>
#include <thread>

namespace kelisim::db {

namespace {

constexpr Sql kBegin{"platform.begin_immediate", "BEGIN IMMEDIATE"};
constexpr Sql kBeginRead{"platform.begin_read", "BEGIN"};
constexpr Sql kCommit{"platform.commit", "COMMIT"};

/// Pages of 4 KiB in the log after which it is folded into the file, and after which it is also emptied.
constexpr int kFoldPages = 1000;
constexpr int kEmptyPages = 16384;

struct Waiting {
  Database::Work work;
  Database::Done done;
  std::exception_ptr failure;
};

std::filesystem::path lock_file(std::filesystem::path file) { return file += ".lock"; }

class SqliteDatabase final : public Database {
 public:
  explicit SqliteDatabase(SqliteOptions const& options)
      : group_max_(options.group_max),
        lock_(lock_file(options.file)),
        writer_(options.file, SqliteRole::writer),
        writes_(options.queue_max),
        reads_(options.queue_max) {
    ENSURE(options.group_max > 0 && options.queue_max > 0 && options.readers > 0);
    for (int i = 0; i < options.readers; ++i) {
      readers_.push_back(std::make_unique<SqliteConnection>(options.file, SqliteRole::reader));
    }
    threads_.emplace_back([this] { write_groups(); });
    for (auto const& reader : readers_) threads_.emplace_back([this, &reader] { read_one_by_one(*reader); });
  }

  ~SqliteDatabase() override {
    writes_.close();
    reads_.close();
    threads_.clear();
    // The last connection to close folds the log in: that is the writer.
    readers_.clear();
  }

  [[nodiscard]] Engine engine() const noexcept override { return Engine::sqlite; }
  void write(Lane lane, Work work, Done done) override {
    writes_.push(lane, {std::move(work), std::move(done), nullptr});
  }
  void read(Work work, Done done) override {
    reads_.push(Lane::ordinary, {std::move(work), std::move(done), nullptr});
  }

  void migrate(std::span<Migration const> migrations) override;
  [[nodiscard]] std::string description() const override;
  [[nodiscard]] Counters counters() const override;
  bool empty_log() override {
    std::lock_guard const lock(writer_mutex_);
    return writer_.checkpoint(true);
  }

 private:
  void write_groups();
  void run_group(std::vector<Waiting>& group, std::set<Topic>& topics);
  void run_one(Waiting& waiting, std::set<Topic>& topics);
  void fold_log();
  void read_one_by_one(SqliteConnection& reader);

  std::size_t const group_max_;
  FileLock lock_;
  std::mutex writer_mutex_;
  SqliteConnection writer_;
  int pages_at_last_fold_ = 0;
  std::vector<std::unique_ptr<SqliteConnection>> readers_;
  LaneQueue<Waiting> writes_;
  LaneQueue<Waiting> reads_;
  std::atomic<std::uint64_t> writes_done_ = 0;
  std::atomic<std::uint64_t> reads_done_ = 0;
  std::atomic<std::uint64_t> checkpoint_failures_ = 0;
  std::vector<std::jthread> threads_;
};

/// One group after the other: what queued while the last one was committed is the next.
void SqliteDatabase::write_groups() {
  DatabaseThread const here;
  for (auto group = writes_.take(group_max_); !group.empty(); group = writes_.take(group_max_)) {
    std::set<Topic> topics;
    {
      std::lock_guard const lock(writer_mutex_);
      run_group(group, topics);
    }
    writes_done_ += group.size();
    for (auto& waiting : group) waiting.done(std::move(waiting.failure));
    listeners_.tell(topics);
    group.clear();
    fold_log();
  }
}

/// Each work in a savepoint of its own, then one durable commit; nobody is answered before it. Whatever happens every
/// member of the group leaves with its true outcome.
void SqliteDatabase::run_group(std::vector<Waiting>& group, std::set<Topic>& topics) {
  auto const fail_all = [&](std::exception_ptr const& failure) {
    for (auto& waiting : group) {
      if (!waiting.failure) waiting.failure = failure;
    }
    topics.clear();
  };
  try {
    writer_.control(kBegin);
    for (auto& waiting : group) {
      run_one(waiting, topics);
      // A full disk or an I/O error may end the whole transaction, and with it what the others did in it.
      if (!writer_.in_transaction()) {
        return fail_all(std::make_exception_ptr(Fault(Fault::Retry::yes, "sqlite: the shared transaction was lost")));
      }
    }
  } catch (...) {
    fail_all(std::current_exception());
    return writer_.roll_back();
  }
  try {
    writer_.control(kCommit);
  } catch (std::exception const& failure) {
    fail_all(std::make_exception_ptr(CommitFailed(failure.what())));
    writer_.roll_back();
  }
}

void SqliteDatabase::run_one(Waiting& waiting, std::set<Topic>& topics) {
  SqliteTx tx(writer_);
  auto const savepoint = tx.mark();
  try {
    waiting.work(tx);
  } catch (...) {
    waiting.failure = std::current_exception();
  }
  if (!writer_.in_transaction()) return;
  if (waiting.failure) return tx.undo(savepoint);
  tx.keep(savepoint);
  topics.insert(tx.topics().begin(), tx.topics().end());
}

/// Only the writer does checkpoints, and after its group was answered: nobody waits for them. A failure leaves the
/// log as it is, whole; the next one tries again.
void SqliteDatabase::fold_log() {
  std::lock_guard const lock(writer_mutex_);
  auto const pages = writer_.log_pages();
  if (pages < pages_at_last_fold_) pages_at_last_fold_ = 0;  // the log began anew
  if (pages - pages_at_last_fold_ < kFoldPages) return;
  pages_at_last_fold_ = pages;
  try {
    writer_.checkpoint(pages >= kEmptyPages);
  } catch (Fault const&) {
    ++checkpoint_failures_;
  }
}

void SqliteDatabase::read_one_by_one(SqliteConnection& reader) {
  DatabaseThread const here;
  for (auto taken = reads_.take(1); !taken.empty(); taken = reads_.take(1)) {
    auto& waiting = taken.front();
    try {
      SqliteTx tx(reader);
      reader.control(kBeginRead);
      waiting.work(tx);
    } catch (...) {
      waiting.failure = std::current_exception();
    }
    try {
      reader.roll_back();
    } catch (...) {
      waiting.failure = std::current_exception();
    }
    ++reads_done_;
    waiting.done(std::move(waiting.failure));
  }
}

void SqliteDatabase::migrate(std::span<Migration const> migrations) {
  std::lock_guard const lock(writer_mutex_);
  DatabaseThread const here;
  migrate_with(Engine::sqlite, migrations,
               {.apply_text = [&](Migration const& m) { writer_.execute(std::string(m.text).c_str()); },
                .in_transaction =
                    [&](std::function<void(Tx&)> const& work) {
                      SqliteTx tx(writer_);
                      writer_.execute("BEGIN EXCLUSIVE");
                      try {
                        work(tx);
                        writer_.control(kCommit);
                      } catch (...) {
                        writer_.roll_back();
                        throw;
                      }
                    }});
}

std::string SqliteDatabase::description() const {
  return fmt::format("SQLite {}, WAL, synchronous=FULL, one writer, groups of at most {}, {} readers",
                     sqlite3_libversion(), group_max_, readers_.size());
}

Counters SqliteDatabase::counters() const {
  return {.writes = writes_done_,
          .commits = writer_.commits(),
          .reads = reads_done_,
          .checkpoint_failures = checkpoint_failures_,
          .writes_waiting = writes_.waiting(),
          .reads_waiting = reads_.waiting()};
}

}  // namespace

std::unique_ptr<Database> open_sqlite(SqliteOptions const& options) {
  return std::make_unique<SqliteDatabase>(options);
}

}  // namespace kelisim::db
