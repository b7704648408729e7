#pragma once

#include "astro/language.h"
#include "astro/places.h"
#include "kernel/civil.h"
#include "kernel/instant.h"
#include "kernel/result.h"

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kelisim::astro {

/// Where somebody was born: a town of the atlas, or coordinates of one's own with the zone by which clocks ran.
struct BirthPlace {
  std::string name;
  std::string country_code;  ///< empty for coordinates of one's own
  Place at;
  std::string zone;  ///< a name of the tz database
};
[[nodiscard]] BirthPlace birth_place(Town const& town);

/// A time as it was told, true to within so many minutes either way (0: to the minute; at most 720).
struct StatedTime {
  CivilTime time;
  int plus_minus_minutes = 0;
};

/// An offset that replaces the tz database's word, for instance because a hospital kept Moscow time.
struct OffsetOverride {
  int seconds_east = 0;  ///< −16 h … +16 h
  std::string reason;    ///< never empty
};

/// The client's answer to a time that the clock showed twice or never.
enum class ClockChoice : std::uint8_t { earlier, later };
template <>
inline constexpr auto names<ClockChoice> = std::to_array<std::string_view>({"earlier", "later"});

struct BirthData {
  CivilDate date;                  ///< Gregorian
  std::optional<StatedTime> time;  ///< nothing: unknown
  BirthPlace place;
  std::optional<OffsetOverride> offset;
  std::optional<ClockChoice> choice;
};

enum class OffsetSource : std::uint8_t {
  tz_database,
  local_mean_time,  ///< the tz database has no standard time yet: four minutes a degree of the place's own longitude
  stated,           ///< an OffsetOverride
};
template <>
inline constexpr auto names<OffsetSource> =
    std::to_array<std::string_view>({"tz_database", "local_mean_time", "stated"});

struct AppliedOffset {
  int seconds_east = 0;
  OffsetSource source = OffsetSource::tz_database;
  bool daylight_saving = false;
  std::string zone;    ///< the zone's name, also where its word was not used
  std::string reason;  ///< of an OffsetOverride

  friend bool operator==(AppliedOffset const&, AppliedOffset const&) = default;
};

/// "UTC+7, летнее время, по зоне Asia/Almaty": for the client's eyes.
[[nodiscard]] std::string describe(AppliedOffset const& offset, Language language);
/// "+07:00", "+05:21:04".
[[nodiscard]] std::string offset_text(int seconds_east);

/// What the client should know before trusting the instant. None of these is a refusal.
enum class BirthCaution : std::uint8_t {
  time_unknown,
  local_mean_time,
  offset_stated,
  zone_before_1970,      ///< the tz database vouches for a zone's other towns only from 1970 on
  old_style_possible,    ///< before 14 February 1918 in the former Russian Empire: the date may be Julian
  clock_change_near,     ///< the clocks were moved within the day before or after
  future_rules_unknown,  ///< later than the release of the tz database can know
};
template <>
inline constexpr auto names<BirthCaution> =
    std::to_array<std::string_view>({"time_unknown", "local_mean_time", "offset_stated", "zone_before_1970",
                                     "old_style_possible", "clock_change_near", "future_rules_unknown"});

/// A birth on the time line. `earliest` ≤ `at` ≤ `latest`; all three are equal for a time told to the minute.
struct BirthMoment {
  Instant at;        ///< the told time; the middle of the day when the time is unknown
  Instant earliest;  ///< both ends of what the told uncertainty allows, or of the civil day
  Instant latest;
  bool time_known = false;
  AppliedOffset offset;  ///< in force at `at`
  BirthData data;
  std::vector<BirthCaution> cautions;  ///< in the order of the enum
  std::string tzdata;                  ///< release of the tz database: "2026f"
};

/// Why there is no BirthMoment, in order of precedence: the first that holds is the answer.
enum class BirthProblem : std::uint8_t {
  date_unreadable,
  date_out_of_range,  ///< outside 1800-01-01 … 2399-11-30, or half a day either way is not covered
  time_unreadable,
  uncertainty_unreadable,  ///< not a whole number of minutes, 0 … 720
  place_missing,
  place_unknown,
  place_ambiguous,  ///< `BirthRefusal::towns` has the candidates
  coordinates_unreadable,
  zone_unknown,
  offset_unreadable,
  offset_without_reason,
  choice_unreadable,
  time_skipped,   ///< the clock never showed it; `candidates` are the two instants that may be meant
  time_repeated,  ///< the clock showed it twice; `candidates` are both
  choice_needless,
};
template <>
inline constexpr auto names<BirthProblem> = std::to_array<std::string_view>(
    {"date_unreadable", "date_out_of_range", "time_unreadable", "uncertainty_unreadable", "place_missing",
     "place_unknown", "place_ambiguous", "coordinates_unreadable", "zone_unknown", "offset_unreadable",
     "offset_without_reason", "choice_unreadable", "time_skipped", "time_repeated", "choice_needless"});

struct CandidateInstant {
  ClockChoice choice = ClockChoice::earlier;
  Instant at;
  AppliedOffset offset;  ///< the one by which the told time was read
};

struct BirthRefusal {
  BirthProblem problem;
  std::vector<CandidateInstant> candidates;  ///< two for time_skipped and time_repeated, else none
  std::vector<TownMatch> towns;              ///< for place_ambiguous; at most ten
};

/// The instant of a birth. Pure but for the system's tz database.
[[nodiscard]] Result<BirthMoment, BirthRefusal> resolve(BirthData const& data);

/// Birth data as it is typed or comes in JSON. Empty means "not given".
struct BirthStrings {
  std::string date{};           ///< 1985-07-01
  std::string time{};           ///< 14:30 or 14:30:15; empty: unknown
  std::string uncertainty{};    ///< minutes either way; empty: 0
  std::string place{};          ///< a name, "name, region", or a number of the atlas; with coordinates: only a label
  std::string latitude{};       ///< both or none: 43.25
  std::string longitude{};      ///< 76.95
  std::string zone{};           ///< needed with coordinates, replaces the zone of a place without
  std::string offset{};         ///< +07:00, +7, +05:21:04
  std::string offset_reason{};  ///< needed with offset
  std::string choice{};         ///< earlier | later
};

/// Reads all of it and resolves it. A name that several towns have is taken for the one that is at least twenty times
/// as large as the next; otherwise it is refused with the candidates.
[[nodiscard]] Result<BirthMoment, BirthRefusal> parse_birth(BirthStrings const& strings, Atlas const& atlas,
                                                            Language language);

}  // namespace kelisim::astro
