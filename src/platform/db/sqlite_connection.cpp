#include "db/sqlite_connection.h"

#include "db/savepoints.h"
#include "kernel/fault.h"

#include <fmt/format.h>

#include <fcntl.h>
#include <sqlite3.h>
#include <unistd.h>
#include <charconv>

namespace kelisim::db {

namespace {

constexpr Sql kRollBack{"platform.roll_back", "ROLLBACK"};
constexpr int kBusyWaitMs = 5000;
constexpr int kCheckpointWaitMs = 200;  ///< for readers, while every writer waits

/// SQLite's message names tables and columns, never a value.
[[noreturn]] void fail(sqlite3* connection, std::string_view what) {
  auto const code = sqlite3_extended_errcode(connection);
  switch (code & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_IOERR:
    case SQLITE_FULL:
    case SQLITE_NOMEM:
    case SQLITE_INTERRUPT:
    case SQLITE_PROTOCOL:
    case SQLITE_CANTOPEN:
      throw Fault(Fault::Retry::yes, fmt::format("sqlite: {}: {} ({})", what, sqlite3_errmsg(connection), code));
    default:
      throw Fault(Fault::Retry::no, fmt::format("sqlite: {}: {} ({})", what, sqlite3_errmsg(connection), code));
  }
}

class SqliteRow final : public Row {
 public:
  explicit SqliteRow(sqlite3_stmt* statement) : statement_(statement) {}

  [[nodiscard]] bool is_null(int column) const override { return type(column) == SQLITE_NULL; }
  [[nodiscard]] std::int64_t integer(int column) const override {
    ENSURE(type(column) == SQLITE_INTEGER);
    return sqlite3_column_int64(statement_, column);
  }
  [[nodiscard]] std::string_view text(int column) const override {
    ENSURE(type(column) == SQLITE_TEXT);
    auto const* const letters = reinterpret_cast<char const*>(sqlite3_column_text(statement_, column));
    return {letters, size(column)};
  }
  [[nodiscard]] std::span<std::uint8_t const> bytes(int column) const override {
    ENSURE(type(column) == SQLITE_BLOB);
    return {static_cast<std::uint8_t const*>(sqlite3_column_blob(statement_, column)), size(column)};
  }

 private:
  [[nodiscard]] int type(int column) const {
    ENSURE(column >= 0 && column < sqlite3_data_count(statement_));
    return sqlite3_column_type(statement_, column);
  }
  [[nodiscard]] std::size_t size(int column) const {
    return static_cast<std::size_t>(sqlite3_column_bytes(statement_, column));
  }

  sqlite3_stmt* statement_;
};

/// Makes an empty file that only its owner may read; the WAL beside it gets the same rights from SQLite.
void create_private(std::filesystem::path const& file) {
  auto const descriptor = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (descriptor >= 0) ::close(descriptor);
}

}  // namespace

SqliteStatement::SqliteStatement(sqlite3* connection, Sql const& sql) : connection_(connection), name_(sql.name) {
  char const* rest = nullptr;
  auto const code = sqlite3_prepare_v3(connection, sql.text.data(), static_cast<int>(sql.text.size()),
                                       SQLITE_PREPARE_PERSISTENT, &statement_, &rest);
  if (code != SQLITE_OK) fail(connection, fmt::format("preparing {}", name_));
  ENSURE(statement_ != nullptr);
  ENSURE(std::string_view(rest, sql.text.data() + sql.text.size()).find_first_not_of(" \n;") ==
         std::string_view::npos);
  // SQLite takes `$2` for a name and numbers the names as they come.
  for (int place = 1; place <= sqlite3_bind_parameter_count(statement_); ++place) {
    auto const* const parameter = sqlite3_bind_parameter_name(statement_, place);
    ENSURE(parameter != nullptr && parameter[0] == '$');
    std::size_t number = 0;
    std::string_view const digits(parameter + 1);
    auto const parsed = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    ENSURE(parsed.ec == std::errc{} && number > 0);
    numbers_.push_back(number);
    params_count_ = std::max(params_count_, number);
  }
}

SqliteStatement::~SqliteStatement() { sqlite3_finalize(statement_); }

void SqliteStatement::bind_one(int place, Param const& value) {
  int code = SQLITE_OK;
  if (auto const* const number = std::get_if<std::int64_t>(&value)) {
    code = sqlite3_bind_int64(statement_, place, *number);
  } else if (auto const* const text = std::get_if<std::string_view>(&value)) {
    // A null pointer would bind NULL, and an empty text is not NULL.
    code = sqlite3_bind_text64(statement_, place, text->empty() ? "" : text->data(), text->size(), SQLITE_STATIC,
                               SQLITE_UTF8);
  } else if (auto const* const bytes = std::get_if<std::span<std::uint8_t const>>(&value)) {
    code = bytes->empty() ? sqlite3_bind_zeroblob(statement_, place, 0)
                          : sqlite3_bind_blob64(statement_, place, bytes->data(), bytes->size(), SQLITE_STATIC);
  } else {
    code = sqlite3_bind_null(statement_, place);
  }
  if (code != SQLITE_OK) fail(connection_, fmt::format("binding {}", name_));
}

void SqliteStatement::bind(std::span<Param const> params) {
  ENSURE(params.size() == params_count_);
  for (std::size_t i = 0; i < numbers_.size(); ++i) bind_one(static_cast<int>(i + 1), params[numbers_[i] - 1]);
}

std::int64_t SqliteStatement::run(std::span<Param const> params, std::function<void(Row const&)> const& each) {
  struct Running {
    SqliteStatement& of;
    explicit Running(SqliteStatement& statement) : of(statement) { of.running_ = true; }
    Running(Running const&) = delete;
    Running& operator=(Running const&) = delete;
    ~Running() {
      sqlite3_reset(of.statement_);
      sqlite3_clear_bindings(of.statement_);
      of.running_ = false;
    }
  } const running(*this);

  bind(params);
  SqliteRow const row(statement_);
  int code = sqlite3_step(statement_);
  for (; code == SQLITE_ROW; code = sqlite3_step(statement_)) each(row);
  if (code != SQLITE_DONE) fail(connection_, name_);
  return sqlite3_stmt_readonly(statement_) != 0 ? 0 : sqlite3_changes64(connection_);
}

SqliteConnection::SqliteConnection(std::filesystem::path const& file, SqliteRole role) {
  if (role == SqliteRole::writer) create_private(file);
  open(file);
  try {
    sqlite3_busy_timeout(handle_, kBusyWaitMs);
    sqlite3_db_config(handle_, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    execute(
        "PRAGMA trusted_schema = OFF; PRAGMA mmap_size = 0; PRAGMA foreign_keys = ON; PRAGMA temp_store = MEMORY;"
        "PRAGMA cache_size = -16000; PRAGMA wal_autocheckpoint = 0;");
    if (role == SqliteRole::writer) {
      execute(
          "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON;"
          "PRAGMA journal_size_limit = 67108864;");
      watch_commits();
    } else {
      execute("PRAGMA query_only = ON;");
    }
  } catch (...) {
    sqlite3_close_v2(handle_);
    throw;
  }
}

void SqliteConnection::open(std::filesystem::path const& file) {
  auto const code = sqlite3_open_v2(file.c_str(), &handle_,
                                    SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, nullptr);
  if (code == SQLITE_OK) return;
  auto const message = fmt::format("sqlite: cannot open {}: {}", file.string(), sqlite3_errstr(code));
  sqlite3_close_v2(handle_);
  throw Fault(Fault::Retry::no, message);
}

void SqliteConnection::watch_commits() {
  // The hook of the WAL runs after the commit is durable, and not for a transaction that wrote nothing.
  sqlite3_wal_hook(
      handle_,
      [](void* self, sqlite3*, char const*, int pages) {
        auto* const connection = static_cast<SqliteConnection*>(self);
        ++connection->commits_;
        connection->log_pages_ = pages;
        return SQLITE_OK;
      },
      this);
}

SqliteConnection::~SqliteConnection() {
  statements_.clear();
  sqlite3_close_v2(handle_);
}

void SqliteConnection::execute(char const* text) {
  if (sqlite3_exec(handle_, text, nullptr, nullptr, nullptr) != SQLITE_OK) {
    fail(handle_, std::string_view(text, strnlen(text, 60)));
  }
}

std::int64_t SqliteConnection::run(Sql const& sql, std::span<Param const> params,
                                   std::function<void(Row const&)> const& each) {
  auto found = statements_.find(sql.text);
  if (found == statements_.end()) {
    found = statements_.emplace(sql.text, std::make_unique<SqliteStatement>(handle_, sql)).first;
  }
  if (!found->second->running()) return found->second->run(params, each);
  // A callback that runs the very statement whose rows it sees.
  return SqliteStatement(handle_, sql).run(params, each);
}

bool SqliteConnection::in_transaction() const { return sqlite3_get_autocommit(handle_) == 0; }

void SqliteConnection::roll_back() {
  if (in_transaction()) control(kRollBack);
}

bool SqliteConnection::checkpoint(bool empty) {
  int in_log = 0;
  int folded = 0;
  sqlite3_busy_timeout(handle_, kCheckpointWaitMs);
  auto const code = sqlite3_wal_checkpoint_v2(
      handle_, nullptr, empty ? SQLITE_CHECKPOINT_TRUNCATE : SQLITE_CHECKPOINT_PASSIVE, &in_log, &folded);
  sqlite3_busy_timeout(handle_, kBusyWaitMs);
  if (code == SQLITE_BUSY) return false;
  if (code != SQLITE_OK) fail(handle_, "checkpoint");
  log_pages_ = empty ? 0 : log_pages_;
  return in_log == folded;
}

void SqliteConnection::control(Sql const& sql) {
  run(sql, {}, [](Row const&) {});
}

Tx::Mark SqliteTx::mark() {
  connection_.control(savepoint_sql(depth_ + 1).begin);
  return Mark(++depth_);
}

void SqliteTx::keep(Mark mark) {
  ENSURE(mark.depth() > 0 && mark.depth() <= depth_);
  connection_.control(savepoint_sql(mark.depth()).keep);
  depth_ = mark.depth() - 1;
}

void SqliteTx::undo(Mark mark) {
  ENSURE(mark.depth() > 0 && mark.depth() <= depth_);
  connection_.control(savepoint_sql(mark.depth()).undo);
  keep(mark);
}

}  // namespace kelisim::db
