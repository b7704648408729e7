#include "db/migrate.h"

#include "kernel/fault.h"

#include <fmt/format.h>
#include <sodium.h>

#include <chrono>
#include <map>
#include <string>

namespace kelisim::db {

namespace {

constexpr Sql kCreate{
    "platform.create_migrations",
    "CREATE TABLE IF NOT EXISTS platform_migrations (room TEXT NOT NULL, number BIGINT NOT NULL, "
    "name TEXT NOT NULL, hash TEXT NOT NULL, applied_at_us BIGINT NOT NULL, PRIMARY KEY (room, number))"};
constexpr Sql kApplied{"platform.applied_migrations", "SELECT room, number, hash FROM platform_migrations"};
constexpr Sql kInsert{
    "platform.insert_migration",
    "INSERT INTO platform_migrations (room, number, name, hash, applied_at_us) VALUES ($1, $2, $3, $4, $5)"};

/// Hash of the applied text by room and number.
using Applied = std::map<std::string, std::map<std::int64_t, std::string>, std::less<>>;

std::string hash_of(std::string_view text) {
  std::array<unsigned char, 32> digest{};
  crypto_generichash(digest.data(), digest.size(), reinterpret_cast<unsigned char const*>(text.data()), text.size(),
                     nullptr, 0);
  std::string hex;
  for (auto const byte : digest) hex += fmt::format("{:02x}", byte);
  return hex;
}

/// When a migration was applied is a note for operators, not business time: the machine's own clock.
std::int64_t machine_now_us() {
  auto const since = std::chrono::system_clock::now().time_since_epoch();
  return std::chrono::duration_cast<std::chrono::microseconds>(since).count();
}

Applied read_applied(Tx& tx) {
  Applied applied;
  tx.execute(kCreate);
  tx.run(kApplied, {}, [&](Row const& row) { applied[row.str(0)][row.integer(1)] = row.str(2); });
  return applied;
}

[[noreturn]] void refuse(Migration const& migration, std::string_view why) {
  throw Fault(Fault::Retry::no,
              fmt::format("migration {} {:04} {}: {}", migration.room, migration.number, migration.name, why));
}

/// True when it is there already.
bool check(Migration const& migration, Applied const& applied) {
  auto const room = applied.find(migration.room);
  if (room == applied.end()) return false;
  auto const found = room->second.find(migration.number);
  if (found == room->second.end()) {
    if (room->second.rbegin()->first > migration.number) refuse(migration, "a later one is applied already");
    return false;
  }
  if (found->second != hash_of(migration.text)) refuse(migration, "its text was changed after it was applied");
  return true;
}

void refuse_newer_database(std::span<Migration const> migrations, Applied const& applied) {
  std::map<std::string_view, int> newest;
  for (auto const& migration : migrations) {
    auto& number = newest[migration.room];
    number = std::max(number, migration.number);
  }
  for (auto const& [room, number] : newest) {
    auto const found = applied.find(room);
    if (found == applied.end() || found->second.rbegin()->first <= number) continue;
    throw Fault(Fault::Retry::no,
                fmt::format("the database is newer than this program: room {} is at {:04}, not {:04}", room,
                            found->second.rbegin()->first, number));
  }
}

}  // namespace

void migrate_with(Engine engine, std::span<Migration const> migrations, MigrationSteps const& steps) {
  auto const other = engine == Engine::sqlite ? MigrationEngine::postgres : MigrationEngine::sqlite;
  Applied applied;
  steps.in_transaction([&](Tx& tx) { applied = read_applied(tx); });
  refuse_newer_database(migrations, applied);
  for (auto const& migration : migrations) {
    if (migration.engine == other || check(migration, applied)) continue;
    steps.in_transaction([&](Tx& tx) {
      steps.apply_text(migration);
      tx.execute(kInsert, migration.room, migration.number, migration.name, hash_of(migration.text),
                 machine_now_us());
    });
    applied[std::string(migration.room)][migration.number] = hash_of(migration.text);
  }
}

}  // namespace kelisim::db
