#pragma once

#include "astro/events.h"
#include "services/natal_reading.h"
#include "services/writer.h"

namespace kelisim::astro {

/// What comes to a birth chart through a window of time.
class YearEvents {
 public:
  /// The window and five days more at either side are covered; at most 400 days.
  YearEvents(Desk const& desk, NatalReading const& reading, Window window);

  [[nodiscard]] Track const& track() const { return track_; }
  [[nodiscard]] Window window() const { return window_; }

  /// Exact major aspects of a mover to points of the birth chart, by time.
  [[nodiscard]] std::vector<Transit> hits(std::span<Body const> movers, std::span<Body const> points) const;

  /// A fact and a calendar entry for each of the `count` weightiest exact transits of Jupiter … Pluto to the Sun, the
  /// Moon, the rulers and the angles.
  void write_slow_transits(Writer& writer, int count) const;

 private:
  NatalReading const& reading_;
  Window window_;
  Track track_;
};

/// Adds the fact of an exact transit; its id, `transit.saturn.square.sun.1`.
std::string add_transit(Facts& facts, Transit const& transit, NatalReading const& reading);
/// `Сатурн · квадрат · Солнце`.
[[nodiscard]] std::string title_of(Writer const& writer, Transit const& transit);

}  // namespace kelisim::astro
