#include "birth/birth_clock.h"
#include "birth/check.h"

#include <algorithm>
#include <array>
#include <chrono>

namespace kelisim::astro {
namespace {

using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

constexpr CivilDate first_new_style_date{1918, 2, 14};
constexpr CivilDate zones_vouched_from{1970, 1, 1};

Failure<BirthRefusal> refuse(BirthProblem problem, std::vector<CandidateInstant> candidates = {}) {
  return Failure<BirthRefusal>(BirthRefusal{problem, std::move(candidates), {}});
}

/// The problems that need no look at the clock, in their order of precedence.
std::optional<BirthProblem> problem_of(BirthData const& data) {
  if (auto const problem = date_problem(data.date)) return problem;
  if (auto const problem = time_problem(data.time)) return problem;
  if (auto const problem = place_problem(data.place)) return problem;
  return offset_problem(data.offset);
}

struct Range {
  Instant at;
  Instant earliest;
  Instant latest;
};

Range day_range(BirthClock const& clock, CivilDate date) {
  auto const earliest = clock.start_of(date);
  auto const latest = clock.start_of(add_days(date, 1)) - seconds(1);
  return {earliest + seconds((latest - earliest + seconds(1)) / seconds(2)), earliest, latest};
}

/// Wall times near the told one may be repeated or skipped although it is not: the range then reaches to the farther
/// reading. `alone` is false when the client has already chosen between two readings.
Range told_range(BirthClock const& clock, Instant at, int plus_minus_minutes, bool alone) {
  auto const reach = minutes(plus_minus_minutes);
  Range range{at, at - reach, at + reach};
  if (!alone || plus_minus_minutes == 0) return range;
  auto const wall = at + seconds(clock.offset(at).seconds_east);
  auto const reading = [&](Instant wall_as_utc) {
    auto const day = std::chrono::floor<std::chrono::days>(std::chrono::sys_time(Duration(wall_as_utc.micros)));
    std::chrono::year_month_day const date(day);
    auto const time = std::chrono::duration_cast<seconds>(Duration(wall_as_utc.micros) - day.time_since_epoch());
    return clock.read({{int(date.year()), unsigned(date.month()), unsigned(date.day())},
                       {static_cast<std::int32_t>(time.count())}});
  };
  if (auto const found = reading(wall - reach); !found.empty())
    range.earliest = std::min(range.earliest, found.front().at);
  if (auto const found = reading(wall + reach); !found.empty())
    range.latest = std::max(range.latest, found.back().at);
  return range;
}

/// Robustness is tried over half a day either way, so that must be known too.
bool in_ephemeris(Range const& range) {
  return covered(std::min(range.earliest, range.at - hours(12))) &&
         covered(std::max(range.latest, range.at + hours(12)));
}

bool kept_old_style(BirthPlace const& place) {
  constexpr std::array<std::string_view, 14> successors = {"RU", "KZ", "UA", "BY", "UZ", "KG", "TJ",
                                                           "TM", "GE", "AM", "AZ", "MD", "EE", "LV"};
  return std::ranges::find(successors, place.country_code) != successors.end();
}

/// "2026f" was made with the laws known in 2026.
int release_year(std::string const& tzdata) {
  auto const digits = tzdata.substr(0, 4);
  return digits.size() == 4 && std::ranges::all_of(digits, [](char c) { return c >= '0' && c <= '9'; })
             ? std::stoi(digits)
             : last_birth_date.year;
}

std::vector<BirthCaution> cautions_of(BirthMoment const& moment, BirthClock const& clock) {
  auto const& data = moment.data;
  auto const from_zone = moment.offset.source == OffsetSource::tz_database;
  auto const changed = clock.offset(moment.earliest - hours(24)) != moment.offset ||
                       clock.offset(moment.latest + hours(24)) != moment.offset;
  std::vector<BirthCaution> found;
  auto const add = [&](BirthCaution caution, bool holds) {
    if (holds) found.push_back(caution);
  };
  add(BirthCaution::time_unknown, !moment.time_known);
  add(BirthCaution::local_mean_time, moment.offset.source == OffsetSource::local_mean_time);
  add(BirthCaution::offset_stated, moment.offset.source == OffsetSource::stated);
  add(BirthCaution::zone_before_1970, from_zone && data.date < zones_vouched_from);
  add(BirthCaution::old_style_possible, data.date < first_new_style_date && kept_old_style(data.place));
  add(BirthCaution::clock_change_near, changed);
  add(BirthCaution::future_rules_unknown, from_zone && data.date.year > release_year(moment.tzdata));
  return found;
}

Result<BirthMoment, BirthRefusal> finish(BirthData const& data, BirthClock const& clock, Range range) {
  if (!in_ephemeris(range)) return refuse(BirthProblem::date_out_of_range);
  BirthMoment moment{range.at,
                     range.earliest,
                     range.latest,
                     data.time.has_value(),
                     clock.offset(range.at),
                     data,
                     std::vector<BirthCaution>{},
                     tzdata_version()};
  moment.cautions = cautions_of(moment, clock);
  return moment;
}

}  // namespace

BirthPlace birth_place(Town const& town) { return {town.label(), town.country_code, town.at, town.zone}; }

Result<BirthMoment, BirthRefusal> resolve(BirthData const& data) {
  if (auto const problem = problem_of(data)) return refuse(*problem);
  BirthClock const clock(Zone::load(data.place.zone).value(), data.place.at.longitude, data.offset);
  if (!data.time) {
    if (data.choice) return refuse(BirthProblem::choice_needless);
    return finish(data, clock, day_range(clock, data.date));
  }
  CivilDateTime const wall{data.date, data.time->time};
  auto readings = clock.read(wall);
  auto const alone = readings.size() == 1;
  if (readings.empty()) readings = clock.read_across_the_gap(wall);
  if (alone && data.choice) return refuse(BirthProblem::choice_needless);
  if (!alone && !data.choice) {
    auto const skipped = clock.read(wall).empty();
    return refuse(skipped ? BirthProblem::time_skipped : BirthProblem::time_repeated, std::move(readings));
  }
  auto const& chosen = data.choice == ClockChoice::later ? readings.back() : readings.front();
  return finish(data, clock, told_range(clock, chosen.at, data.time->plus_minus_minutes, alone));
}

}  // namespace kelisim::astro
