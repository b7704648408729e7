#pragma once

#include "services/sun_actions/rules.h"
#include "services/year_events.h"

namespace kelisim::astro {

/// Days on which the Sun of a birth chart is easy to light, and the hours of the Sun on them.
class SunCalendar {
 public:
  /// `reading` outlives it. The window is of `rules.calendar_days` from `start`.
  SunCalendar(Desk const& desk, NatalReading const& reading, SunRules const& rules, Instant start,
              Place const& living, Zone zone);

  /// 8 … 12 dated items, each with its fact and finding: transits of the Sun and to the Sun, filled up with Sundays.
  void write(Writer& writer) const;
  /// The first hour of this planet (of the seven; else of the Sun) by daylight at or after an instant; nothing
  /// beyond the polar circles in their season.
  [[nodiscard]] std::optional<PlanetaryHour> hour_of(Body planet, Instant after) const;
  /// The first day ruled by this planet, by its first hour.
  [[nodiscard]] std::optional<PlanetaryHour> day_of(Body planet, Instant after) const;

 private:
  void add_sundays(Writer& writer, std::vector<DatedItem>& items, std::set<std::string>& days) const;
  void give_hour(DatedItem& item, Zone const& zone) const;

  SunRules const& rules_;
  NatalReading const& reading_;
  YearEvents events_;
  Zone zone_;
  std::vector<PlanetaryHour> hours_;
};

}  // namespace kelisim::astro
