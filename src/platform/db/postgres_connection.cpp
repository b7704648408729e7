#include "db/postgres_connection.h"

#include "db/savepoints.h"

#include <fmt/format.h>

#include <libpq-fe.h>
#include <bit>
#include <charconv>

namespace kelisim::db {

namespace {

constexpr auto kSettings =
    "SET synchronous_commit = on; SET statement_timeout = '30s'; SET lock_timeout = '10s'; "
    "SET idle_in_transaction_session_timeout = '60s'; SET client_encoding = 'UTF8'; SET TimeZone = 'UTC'; "
    "SET bytea_output = 'hex'; SET default_transaction_isolation = 'read committed'; SET client_min_messages = "
    "warning";

// Of pg_type.dat.
constexpr Oid kBool = 16;
constexpr Oid kBytea = 17;
constexpr Oid kName = 19;
constexpr Oid kInt8 = 20;
constexpr Oid kInt2 = 21;
constexpr Oid kInt4 = 23;
constexpr Oid kText = 25;
constexpr Oid kVarchar = 1043;

constexpr int kBinary = 1;
constexpr int kAsText = 0;

PostgresTrouble trouble_of(std::string_view state) {
  if (state == "40001" || state == "40P01") return PostgresTrouble::conflict;
  // Connection exceptions, an operator's intervention, resources, and what a lock waited for too long.
  if (state.starts_with("08") || state.starts_with("57P")) return PostgresTrouble::lost;
  if (state.starts_with("53") || state.starts_with("57") || state.starts_with("58") || state.starts_with("55")) {
    return PostgresTrouble::unavailable;
  }
  return PostgresTrouble::refused;
}

class PostgresRow final : public Row {
 public:
  explicit PostgresRow(PGresult const* result) : result_(result) {}
  void move_to(int row) { row_ = row; }

  [[nodiscard]] bool is_null(int column) const override {
    ENSURE(column >= 0 && column < PQnfields(result_));
    return PQgetisnull(result_, row_, column) != 0;
  }
  [[nodiscard]] std::int64_t integer(int column) const override {
    auto const type = type_of(column);
    ENSURE(type == kInt8 || type == kInt4 || type == kInt2 || type == kBool);
    auto const raw = view(column);
    // Network order, two's complement; a boolean is one byte.
    auto value = type != kBool && (raw.front() & 0x80) != 0 ? ~std::uint64_t{0} : std::uint64_t{0};
    for (auto const byte : raw) value = value << 8 | byte;
    return std::bit_cast<std::int64_t>(value);
  }
  [[nodiscard]] std::string_view text(int column) const override {
    auto const type = type_of(column);
    ENSURE(type == kText || type == kVarchar || type == kName);
    auto const raw = view(column);
    return {reinterpret_cast<char const*>(raw.data()), raw.size()};
  }
  [[nodiscard]] std::span<std::uint8_t const> bytes(int column) const override {
    ENSURE(type_of(column) == kBytea);
    return view(column);
  }

 private:
  [[nodiscard]] Oid type_of(int column) const {
    ENSURE(!is_null(column));
    return PQftype(result_, column);
  }
  [[nodiscard]] std::span<std::uint8_t const> view(int column) const {
    return {reinterpret_cast<std::uint8_t const*>(PQgetvalue(result_, row_, column)),
            static_cast<std::size_t>(PQgetlength(result_, row_, column))};
  }

  PGresult const* result_;
  int row_ = 0;
};

/// The arrays that libpq wants. Integers go as decimal text, which suits any integer type; texts and bytes go as they
/// are, with their length.
class BoundParams {
 public:
  explicit BoundParams(std::span<Param const> params) : numbers_(params.size()) {
    for (std::size_t i = 0; i < params.size(); ++i) add(i, params[i]);
  }
  [[nodiscard]] int size() const { return static_cast<int>(values_.size()); }
  [[nodiscard]] char const* const* values() const { return values_.data(); }
  [[nodiscard]] int const* lengths() const { return lengths_.data(); }
  [[nodiscard]] int const* formats() const { return formats_.data(); }

 private:
  void add(std::size_t place, Param const& param) {
    if (auto const* const number = std::get_if<std::int64_t>(&param)) {
      auto& letters = numbers_[place];
      *std::to_chars(letters.data(), letters.data() + letters.size() - 1, *number).ptr = '\0';
      add_raw(letters.data(), 0, kAsText);
    } else if (auto const* const text = std::get_if<std::string_view>(&param)) {
      add_raw(text->empty() ? "" : text->data(), text->size(), kBinary);
    } else if (auto const* const bytes = std::get_if<std::span<std::uint8_t const>>(&param)) {
      add_raw(bytes->empty() ? "" : reinterpret_cast<char const*>(bytes->data()), bytes->size(), kBinary);
    } else {
      add_raw(nullptr, 0, kAsText);
    }
  }
  void add_raw(char const* value, std::size_t length, int format) {
    values_.push_back(value);
    lengths_.push_back(static_cast<int>(length));
    formats_.push_back(format);
  }

  std::vector<std::array<char, 24>> numbers_;
  std::vector<char const*> values_;
  std::vector<int> lengths_;
  std::vector<int> formats_;
};

std::int64_t rows_changed(PGresult* result) {
  std::string_view const tag(PQcmdStatus(result));
  if (!tag.starts_with("INSERT") && !tag.starts_with("UPDATE") && !tag.starts_with("DELETE")) return 0;
  std::string_view const digits(PQcmdTuples(result));
  std::int64_t changed = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), changed);
  return changed;
}

}  // namespace

void PostgresConnection::Close::operator()(pg_conn* connection) const { PQfinish(connection); }
void PostgresConnection::Clear::operator()(pg_result* result) const { PQclear(result); }

void PostgresConnection::connect() {
  if (handle_ && PQstatus(handle_.get()) == CONNECTION_OK) return;
  statements_.clear();
  handle_.reset(PQconnectdb(conninfo_.c_str()));
  if (!handle_ || PQstatus(handle_.get()) != CONNECTION_OK) {
    handle_.reset();
    // libpq's message could name the user and the host: say no more than that it failed.
    throw PostgresFault(PostgresTrouble::lost, "postgres: cannot connect");
  }
  PQsetNoticeProcessor(handle_.get(), [](void*, char const*) {}, nullptr);
  execute(kSettings);
}

void PostgresConnection::check(pg_result const* result, std::string_view name) const {
  auto const status = PQresultStatus(result);
  if (status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK) return;
  auto const field = [&](int code) {
    auto const* const text = result != nullptr ? PQresultErrorField(result, code) : nullptr;
    return std::string(text != nullptr ? text : "");
  };
  auto const state = field(PG_DIAG_SQLSTATE);
  auto const lost = PQstatus(handle_.get()) != CONNECTION_OK || state.empty();
  auto what = fmt::format("postgres: {}: {}", name, lost ? "the connection was lost" : state);
  if (auto const constraint = field(PG_DIAG_CONSTRAINT_NAME); !constraint.empty()) what += " " + constraint;
  // Class 42 complains of the statement's own words, which hold no values.
  if (state.starts_with("42")) what += ": " + field(PG_DIAG_MESSAGE_PRIMARY);
  throw PostgresFault(lost ? PostgresTrouble::lost : trouble_of(state), what);
}

void PostgresConnection::execute(std::string const& text) {
  if (!handle_) throw PostgresFault(PostgresTrouble::lost, "postgres: not connected");
  Result const result(PQexec(handle_.get(), text.c_str()));
  check(result.get(), std::string_view(text).substr(0, 60));
}

std::string const& PostgresConnection::prepared(Sql const& sql) {
  if (auto const found = statements_.find(sql.text); found != statements_.end()) return found->second;
  auto name = fmt::format("s{}", statements_.size());
  std::string const text(sql.text);
  Result const result(PQprepare(handle_.get(), name.c_str(), text.c_str(), 0, nullptr));
  check(result.get(), sql.name);
  return statements_.emplace(text, std::move(name)).first->second;
}

std::int64_t PostgresConnection::run(Sql const& sql, std::span<Param const> params,
                                     std::function<void(Row const&)> const& each) {
  if (!handle_) throw PostgresFault(PostgresTrouble::lost, "postgres: not connected");
  auto const& name = prepared(sql);
  BoundParams const bound(params);
  Result const result(PQexecPrepared(handle_.get(), name.c_str(), bound.size(), bound.values(), bound.lengths(),
                                     bound.formats(), kBinary));
  check(result.get(), sql.name);
  PostgresRow row(result.get());
  for (int i = 0; i < PQntuples(result.get()); ++i) {
    row.move_to(i);
    each(row);
  }
  return rows_changed(result.get());
}

void PostgresConnection::roll_back() noexcept {
  if (!handle_ || PQtransactionStatus(handle_.get()) == PQTRANS_IDLE) return;
  Result const result(PQexec(handle_.get(), "ROLLBACK"));
  if (PQresultStatus(result.get()) != PGRES_COMMAND_OK) handle_.reset();
}

bool PostgresConnection::spoiled() const { return handle_ && PQtransactionStatus(handle_.get()) == PQTRANS_INERROR; }

std::string PostgresConnection::server_version() const {
  auto const* const version = handle_ ? PQparameterStatus(handle_.get(), "server_version") : nullptr;
  return version != nullptr ? version : "?";
}

void PostgresTx::control(Sql const& sql) {
  connection_.run(sql, {}, [](Row const&) {});
}

Tx::Mark PostgresTx::mark() {
  control(savepoint_sql(depth_ + 1).begin);
  return Mark(++depth_);
}

void PostgresTx::keep(Mark mark) {
  ENSURE(mark.depth() > 0 && mark.depth() <= depth_);
  control(savepoint_sql(mark.depth()).keep);
  depth_ = mark.depth() - 1;
}

void PostgresTx::undo(Mark mark) {
  ENSURE(mark.depth() > 0 && mark.depth() <= depth_);
  control(savepoint_sql(mark.depth()).undo);
  keep(mark);
}

}  // namespace kelisim::db
