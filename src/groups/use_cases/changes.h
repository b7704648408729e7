#pragma once

#include "groups/groups.h"
#include "rules/plan.h"

/// What changes an appointed event. Everybody who holds a place in it, and its speakers, are told.
namespace kelisim::groups {

[[nodiscard]] Result<void, CallOffRefusal> call_off(db::Tx& tx, Parts const& parts, Event const& event, PersonId by,
                                                    Instant now);

/// It is as long as before, and places stay with those who hold them.
[[nodiscard]] Result<void, MoveRefusal> move_event(db::Tx& tx, Parts const& parts, EventId event, Instant starts_at,
                                                   PersonId by, Instant now);

/// Before the first notice: what they speak of is asked again before each is sent.
void add_conditions(notify::Notifier& notifier);

}  // namespace kelisim::groups
