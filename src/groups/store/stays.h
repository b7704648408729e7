#pragma once

#include "groups/event.h"

#include <string>
#include <string_view>
#include <vector>

namespace kelisim::groups::store {

using StayId = Id<struct GroupStayTag>;

struct NewStay {
  StayId id;
  EventId event;
  PersonId person;
  Part part;
  Instant joined_at;
};
void insert_stay(db::Tx& tx, NewStay const& stay);
/// A stay that has ended is left as it is.
void end_stay(db::Tx& tx, StayId stay, Instant at, std::string_view reason);
void note_seen(db::Tx& tx, StayId stay, Instant at);

struct StayRow {
  PersonId person;
  Part part;
  Span span;  ///< to when it was last seen, where it has not ended
};
[[nodiscard]] std::vector<StayRow> stays_of(db::Tx& tx, EventId event);

}  // namespace kelisim::groups::store
