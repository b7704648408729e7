#pragma once

#include "kernel/id.h"
#include "platform/db/tx.h"
#include "slots/practice.h"

#include <optional>
#include <vector>

namespace kelisim::scheduling {

using ExceptionId = Id<struct ExceptionTag>;

namespace store {

/// With the exceptions that touch `around`, and no others. Planned work and force majeure are exceptions of every
/// practice (HAR-4.3.4a).
[[nodiscard]] std::optional<Practice> find_practice(db::Tx& tx, PersonId specialist, Interval around);

/// False when the specialist has a practice already.
bool insert_practice(db::Tx& tx, PersonId specialist, Zone const& zone, std::chrono::minutes duration, Instant now);
/// False when the specialist has no practice.
bool set_duration(db::Tx& tx, PersonId specialist, std::chrono::minutes duration, Instant now);
void replace_week(db::Tx& tx, PersonId specialist, std::vector<WeeklyHours> const& week);

struct StoredException {
  ExceptionId id;
  HoursException exception;
};
void insert_exception(db::Tx& tx, PersonId specialist, StoredException const& exception, Instant now);
/// False when this specialist has no such exception.
bool delete_exception(db::Tx& tx, PersonId specialist, ExceptionId id);
[[nodiscard]] std::vector<StoredException> exceptions_around(db::Tx& tx, PersonId specialist, Interval around);
[[nodiscard]] std::int64_t count_exceptions_after(db::Tx& tx, PersonId specialist, Instant at);

}  // namespace store

}  // namespace kelisim::scheduling
