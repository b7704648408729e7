#pragma once

#include "groups/calendar.h"
#include "scheduling/scheduling.h"

namespace kelisim::server {

/// Group events take their speakers' time where sessions are booked.
class SpeakersCalendar final : public groups::Calendar {
 public:
  explicit SpeakersCalendar(scheduling::Parts const& parts) : parts_(parts) {}
  [[nodiscard]] std::optional<groups::SpeakerTaken> engage(db::Tx& tx, groups::EventId event, PersonId speaker,
                                                           groups::Span when, Instant now) override;
  void release(db::Tx& tx, groups::EventId event) override;

 private:
  scheduling::Parts const& parts_;
};

}  // namespace kelisim::server
