#pragma once

#include "kernel/civil.h"
#include "kernel/instant.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace kelisim {

/// A time zone of the system's tz database. Cheap to copy; the rules are those in force at each instant, so
/// `Asia/Almaty` is UTC+6 until 2024-02-29T18:00:00Z and UTC+5 after it.
class Zone {
 public:
  /// Nothing when the tz database has no such name.
  [[nodiscard]] static std::optional<Zone> load(std::string_view name);
  [[nodiscard]] static Zone utc();

  [[nodiscard]] std::string const& name() const noexcept;

  /// The wall clock of the zone, cut to the whole second.
  [[nodiscard]] CivilDateTime local(Instant at) const;
  /// Seconds east of Greenwich.
  [[nodiscard]] int offset_seconds(Instant at) const;

  struct Clock {
    int offset_seconds;
    bool daylight_saving;
    std::string abbreviation;  ///< "LMT" before the zone's first standard time
  };
  [[nodiscard]] Clock clock(Instant at) const;

  struct Reading {
    enum class Kind { unique, skipped, repeated };
    Kind kind;
    Instant earlier;  ///< the instant for `unique`, the first of the two for `repeated`, the wall time read with the
                      ///< offset after the gap for `skipped` (so it lies before the gap)
    Instant later;    ///< the instant for `unique`, the second of the two for `repeated`, the wall time read with the
                      ///< offset before the gap for `skipped` (so it lies after the gap)
  };
  [[nodiscard]] Reading read(CivilDateTime wall) const;
  /// The instant that people mean: the first of a repeated hour; a skipped time moves on by the length of the gap.
  [[nodiscard]] Instant instant(CivilDateTime wall) const;

  friend bool operator==(Zone const& a, Zone const& b) { return a.name() == b.name(); }

 private:
  struct Data;
  explicit Zone(std::shared_ptr<Data const> data);
  std::shared_ptr<Data const> data_;
};

/// The version of the tz database in use ("2026f"), or "unknown".
[[nodiscard]] std::string tzdata_version();

}  // namespace kelisim
