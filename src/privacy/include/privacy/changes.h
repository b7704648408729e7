#pragma once

#include "kernel/id.h"
#include "kernel/instant.h"
#include "platform/db/tx.h"
#include "platform/http/routes.h"
#include "platform/jobs/runner.h"
#include "privacy/audit.h"
#include "privacy/vault.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// HAR-4.2.17e: "validate input and keep tamper-evident history of changes." Every change of a booking, a payment or
/// a personal record is a row that says who, when, and what it was before and after. Rows are insert-only; each
/// minute the audit chain takes the hash of what came, so that a row that is changed, removed or added behind the
/// program's back shows.
namespace kelisim::privacy {

/// What is changed, and when. Who changed it is whoever acts on this thread (http::acting_person()); nobody: the
/// business by itself.
struct Changed {
  std::string_view kind;    ///< `booking`, `order`, `payment`, `refund`, `person`
  std::string_view object;  ///< its id
  Instant at;
};

/// A closed word, an id, an amount or an instant: nothing personal. What it was before is the last value that was
/// noted of this field; the same value again is no change.
void note_value(db::Tx& tx, Changed const& changed, std::string_view field, std::string_view value);

/// The same where what it was before is known beside the history.
void note_change(db::Tx& tx, Changed const& changed, std::string_view field, std::string_view before,
                 std::string_view after);

/// A personal value, sealed with the key of the person whose id is `changed.object`, before and after; empty: none.
/// `field.name` is the field that both are bound to.
void note_sealed(db::Tx& tx, Changed const& changed, Field field, std::span<std::uint8_t const> before,
                 std::span<std::uint8_t const> after);

struct ChangeOnRecord {
  std::int64_t number;
  std::string kind;
  std::string object;
  std::string field;
  std::optional<PersonId> actor;
  Instant at;
  std::optional<std::string> before;
  std::optional<std::string> after;
  db::Bytes sealed_before;  ///< of a personal value
  db::Bytes sealed_after;
  [[nodiscard]] bool is_personal() const noexcept { return !sealed_before.empty() || !sealed_after.empty(); }
};
/// Newest first, at most `limit`.
[[nodiscard]] std::vector<ChangeOnRecord> changes_of(db::Tx& tx, std::string_view object, int limit);

/// Takes the hash of everything that was noted before `now` into the audit chain. Twice is once.
void seal_changes(db::Tx& tx, Audit const& audit, Instant now);

struct ChangesVerdict {
  std::int64_t sealed = 0;                               ///< rows whose hash the audit chain holds
  std::optional<std::int64_t> first_bad = std::nullopt;  ///< number of the first row of what does not match
};
/// Holds every row against the audit chain, which is verified apart (Audit::verify).
[[nodiscard]] ChangesVerdict verify_changes(db::Tx& tx);

/// `privacy.seal_changes`, each minute.
void add_change_jobs(jobs::JobRunner& runner, Audit const& audit);

/// GET /v1/staff/history/{id}?purpose= and GET /v1/me/history. All outlive the routes.
void add_history_routes(http::Routes& routes, Vault const& vault, Audit const& audit);

}  // namespace kelisim::privacy
