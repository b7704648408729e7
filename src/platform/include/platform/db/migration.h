#pragma once

#include "platform/db/tx.h"

#include <cstdint>
#include <string_view>

namespace kelisim::db {

enum class MigrationEngine : std::uint8_t { any, sqlite, postgres };

/// One forward step of one room's tables. A number may occur once for `any`, or once for each engine. The text is one
/// or more statements separated by lines that end in `;` (trigger bodies of SQLite may hold semicolons inside lines
/// that are indented). `BYTEA` is the type of bytes on both engines.
struct Migration {
  std::string_view room;
  int number;
  std::string_view name;
  MigrationEngine engine;
  std::string_view text;
};

}  // namespace kelisim::db
