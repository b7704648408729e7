#pragma once

#include "kernel/id.h"
#include "kernel/instant.h"
#include "platform/db/tx.h"

#include <optional>
#include <string>
#include <vector>

namespace kelisim::privacy {

using AccessId = Id<struct AccessTag>;
using RefusalId = Id<struct RefusalTag>;

namespace store {

/// Requests of one person, or of nobody, from one address in one hour.
struct AccessRow {
  AccessId id;
  Instant hour;
  db::Bytes address_hash;
  std::optional<PersonId> person;
  db::Bytes address;
  Instant from;
  Instant until;
  std::int64_t requests;
};
/// Adds to the row of the hour where there is one.
void add_access(db::Tx& tx, AccessRow const& row);

struct RefusalRow {
  RefusalId id;
  PersonId person;
  std::string route;
  std::string object;
  int status;
  db::Bytes address;
  Instant from;
  Instant until;
  std::int64_t times;
};
void insert_refusal(db::Tx& tx, RefusalRow const& row);

struct LogPage {
  std::optional<PersonId> person = std::nullopt;
  std::optional<std::string> before = std::nullopt;  ///< id of the last of the page before
  int limit = 50;
};
/// The newest first.
[[nodiscard]] std::vector<AccessRow> accesses(db::Tx& tx, LogPage const& page);
[[nodiscard]] std::vector<RefusalRow> refusals(db::Tx& tx, LogPage const& page);
[[nodiscard]] std::optional<AccessRow> find_access(db::Tx& tx, AccessId id);
[[nodiscard]] std::optional<RefusalRow> find_refusal(db::Tx& tx, RefusalId id);

/// At most `limit` of the oldest that began before `before`.
void forget_accesses(db::Tx& tx, Instant before, int limit);
void forget_refusals(db::Tx& tx, Instant before, int limit);

}  // namespace store
}  // namespace kelisim::privacy
