#include "speakers_calendar.h"

#include "scheduling/engagements.h"

namespace kelisim::server {

std::optional<groups::SpeakerTaken> SpeakersCalendar::engage(db::Tx& tx, groups::EventId event, PersonId speaker,
                                                             groups::Span when, Instant now) {
  auto const taken = scheduling::engage(tx, parts_, event.view(), speaker, {when.from, when.until}, now);
  if (!taken) return std::nullopt;
  return taken == scheduling::TakenBy::booking ? groups::SpeakerTaken::booked : groups::SpeakerTaken::has_event;
}

void SpeakersCalendar::release(db::Tx& tx, groups::EventId event) { scheduling::disengage(tx, event.view()); }

}  // namespace kelisim::server
