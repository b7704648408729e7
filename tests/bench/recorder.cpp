#include "recorder.h"

#include <sqlite3.h>

#include <chrono>
#include <map>
#include <set>
#include <stdexcept>

namespace kelisim::bench {
namespace {

Kept kept(db::Param const& param) {
  if (auto const* whole = std::get_if<std::int64_t>(&param)) return *whole;
  if (auto const* text = std::get_if<std::string_view>(&param)) return std::string(*text);
  if (auto const* bytes = std::get_if<std::span<std::uint8_t const>>(&param)) {
    return std::vector<std::uint8_t>(bytes->begin(), bytes->end());
  }
  return {};
}

class RecordingTx final : public db::Tx {
 public:
  RecordingTx(db::Tx& real, Steps& steps) : real_(real), steps_(steps) {}
  [[nodiscard]] db::Engine engine() const noexcept override { return real_.engine(); }
  std::int64_t run(db::Sql const& sql, std::span<db::Param const> params,
                   std::function<void(db::Row const&)> const& each) override {
    Step step{sql.text, {}};
    for (auto const& param : params) step.params.push_back(kept(param));
    steps_.push_back(std::move(step));
    return real_.run(sql, params, each);
  }
  [[nodiscard]] Mark mark() override { return real_.mark(); }
  void keep(Mark mark) override { real_.keep(mark); }
  void undo(Mark mark) override { real_.undo(mark); }
  void notify(db::Topic topic) override { real_.notify(topic); }

 private:
  db::Tx& real_;
  Steps& steps_;
};

/// SQLite with nothing around it.
class Raw {
 public:
  explicit Raw(std::filesystem::path const& file) {
    if (sqlite3_open(file.c_str(), &database_) != SQLITE_OK) throw std::runtime_error("cannot open " + file.string());
    for (auto const* setting : {"PRAGMA journal_mode=WAL", "PRAGMA synchronous=FULL", "PRAGMA foreign_keys=ON"})
      run(setting);
  }
  ~Raw() {
    for (auto const& [text, statement] : prepared_) sqlite3_finalize(statement);
    sqlite3_close(database_);
  }
  Raw(Raw const&) = delete;
  Raw& operator=(Raw const&) = delete;

  void run(char const* text) {
    if (sqlite3_exec(database_, text, nullptr, nullptr, nullptr) != SQLITE_OK)
      throw std::runtime_error(sqlite3_errmsg(database_));
  }
  void run(Step const& step) {
    auto*& statement = prepared_[step.text];
    if (statement == nullptr) prepare(step.text, &statement);
    for (std::size_t i = 0; i < step.params.size(); ++i) bind(statement, static_cast<int>(i) + 1, step.params[i]);
    while (sqlite3_step(statement) == SQLITE_ROW) continue;
    sqlite3_reset(statement);
  }
  std::vector<std::string> plan(std::string_view text) {
    sqlite3_stmt* statement = nullptr;
    prepare("EXPLAIN QUERY PLAN " + std::string(text), &statement);
    std::vector<std::string> lines;
    while (sqlite3_step(statement) == SQLITE_ROW)
      lines.emplace_back(reinterpret_cast<char const*>(sqlite3_column_text(statement, 3)));
    sqlite3_finalize(statement);
    return lines;
  }

 private:
  void prepare(std::string_view text, sqlite3_stmt** statement) {
    if (sqlite3_prepare_v2(database_, text.data(), static_cast<int>(text.size()), statement, nullptr) != SQLITE_OK) {
      throw std::runtime_error(std::string(sqlite3_errmsg(database_)) + " in " + std::string(text));
    }
  }
  static void bind(sqlite3_stmt* statement, int at, Kept const& param) {
    if (auto const* whole = std::get_if<std::int64_t>(&param)) {
      sqlite3_bind_int64(statement, at, *whole);
    } else if (auto const* text = std::get_if<std::string>(&param)) {
      sqlite3_bind_text(statement, at, text->data(), static_cast<int>(text->size()), SQLITE_STATIC);
    } else if (auto const* bytes = std::get_if<std::vector<std::uint8_t>>(&param)) {
      sqlite3_bind_blob(statement, at, bytes->data(), static_cast<int>(bytes->size()), SQLITE_STATIC);
    } else {
      sqlite3_bind_null(statement, at);
    }
  }

  sqlite3* database_ = nullptr;
  std::map<std::string_view, sqlite3_stmt*> prepared_;
};

}  // namespace

void Recorder::write(db::Lane lane, Work work, Done done) {
  if (!on_) return real_->write(lane, std::move(work), std::move(done));
  real_->write(
      lane,
      [this, work = std::move(work)](db::Tx& tx) mutable {  // one writer: no lock is needed
        Steps steps;
        RecordingTx recording(tx, steps);
        work(recording);
        kept_.push_back(std::move(steps));
      },
      std::move(done));
}

double replay_raw(std::filesystem::path const& database, std::vector<Steps> const& writes, std::size_t group) {
  Raw raw(database);
  auto const began = std::chrono::steady_clock::now();
  for (std::size_t at = 0; at < writes.size(); at += group) {
    raw.run("BEGIN IMMEDIATE");
    for (std::size_t i = at; i < std::min(writes.size(), at + group); ++i) {
      raw.run("SAVEPOINT one");
      for (auto const& step : writes[i]) raw.run(step);
      raw.run("RELEASE one");
    }
    raw.run("COMMIT");
  }
  auto const seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
  return static_cast<double>(writes.size()) / seconds;
}

std::vector<std::string> full_scans(std::filesystem::path const& database, std::vector<Steps> const& writes) {
  Raw raw(database);
  std::set<std::string_view> texts;
  for (auto const& steps : writes) {
    for (auto const& step : steps) texts.insert(step.text);
  }
  std::vector<std::string> found;
  for (auto const& text : texts) {
    for (auto const& line : raw.plan(text)) {
      auto const whole = line.starts_with("SCAN ") && line.find("USING") == std::string::npos &&
                         line.find("CONSTANT ROW") == std::string::npos;
      if (whole) found.push_back(std::string(text.substr(0, 100)) + ": " + line);
    }
  }
  return found;
}

}  // namespace kelisim::bench
