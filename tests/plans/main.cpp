// plans_recorder FOLDER: lets a calm simulated world live on SQLite, and leaves in FOLDER its database (world.db) and
// every statement that it ran (statements.sql, each closed by a line `;`). bin/plans grows the one and explains the
// other.
#include "world.h"

#include <fmt/format.h>
#include <sqlite3.h>

#include <exception>
#include <filesystem>
#include <fstream>
#include <mutex>
#include <set>
#include <stdexcept>
#include <string>

namespace {

namespace fs = std::filesystem;

std::mutex guard;
std::set<std::string> statements;
fs::path database;

int hear(unsigned, void* connection, void* statement, void*) {
  auto const* text = sqlite3_sql(static_cast<sqlite3_stmt*>(statement));
  std::lock_guard const lock(guard);
  if (text != nullptr) statements.emplace(text);
  if (auto const* name = sqlite3_db_filename(static_cast<sqlite3*>(connection), "main")) database = name;
  return 0;
}

/// SQLite calls it for every connection that the process opens.
int listen(sqlite3* connection, char const**, sqlite3_api_routines const*) {
  return sqlite3_trace_v2(connection, SQLITE_TRACE_STMT, hear, connection);
}

void copy_database(fs::path const& to) {
  fs::remove(to);
  sqlite3* connection = nullptr;
  auto const opened = sqlite3_open_v2(database.c_str(), &connection, SQLITE_OPEN_READWRITE, nullptr);
  auto const text = fmt::format("VACUUM INTO '{}'", to.string());
  auto const copied =
      opened == SQLITE_OK ? sqlite3_exec(connection, text.c_str(), nullptr, nullptr, nullptr) : opened;
  std::string const why = sqlite3_errmsg(connection);
  sqlite3_close(connection);
  if (copied != SQLITE_OK) throw std::runtime_error(why);
}

void record(fs::path const& folder) {
  // The type that SQLite asks for here has lost the parameters; its documentation has them.
  sqlite3_auto_extension(reinterpret_cast<void (*)()>(&listen));
  kelisim::sim::World world({.seed = 7, .operations = 4000, .faults = false});
  auto const report = world.run();
  for (auto const& found : report.findings) throw std::runtime_error(found);
  sqlite3_reset_auto_extension();
  std::lock_guard const lock(guard);
  copy_database(folder / "world.db");
  std::ofstream out(folder / "statements.sql");
  for (auto const& text : statements) out << text << "\n;\n";
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    fmt::print(stderr, "usage: plans_recorder FOLDER\n");
    return 2;
  }
  try {
    record(argv[1]);
    return 0;
  } catch (std::exception const& broken) {
    fmt::print(stderr, "plans_recorder: {}\n", broken.what());
    return 1;
  }
}
