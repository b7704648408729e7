#include "birth/birth_clock.h"

#include "kernel/ensure.h"

#include <algorithm>
#include <chrono>
#include <cmath>

namespace kelisim::astro {
namespace {

using std::chrono::hours;
using std::chrono::seconds;

constexpr double seconds_per_degree = 240;

ClockChoice which(std::size_t index) { return index == 0 ? ClockChoice::earlier : ClockChoice::later; }

}  // namespace

Instant as_utc(CivilDateTime wall) {
  std::chrono::sys_days const day =
      std::chrono::year(wall.date.year) / std::chrono::month(wall.date.month) / std::chrono::day(wall.date.day);
  return Instant{Duration(day.time_since_epoch()).count()} + seconds(wall.time.seconds);
}

BirthClock::BirthClock(Zone zone, double longitude, std::optional<OffsetOverride> stated)
    : zone_(std::move(zone)),
      local_mean_seconds_(static_cast<int>(std::lround(longitude * seconds_per_degree))),
      stated_(std::move(stated)) {}

AppliedOffset BirthClock::offset(Instant at) const {
  if (stated_) return {stated_->seconds_east, OffsetSource::stated, false, zone_.name(), stated_->reason};
  auto const clock = zone_.clock(at);
  if (clock.abbreviation == "LMT")
    return {local_mean_seconds_, OffsetSource::local_mean_time, false, zone_.name(), ""};
  return {clock.offset_seconds, OffsetSource::tz_database, clock.daylight_saving, zone_.name(), ""};
}

std::vector<AppliedOffset> BirthClock::offsets_near(CivilDateTime wall) const {
  auto const middle = as_utc(wall);
  std::vector<AppliedOffset> found;
  for (auto at = middle - hours(26); at <= middle + hours(26); at = at + hours(1)) {
    auto offset = this->offset(at);
    if (std::ranges::find(found, offset) == found.end()) found.push_back(std::move(offset));
  }
  return found;
}

std::vector<CandidateInstant> BirthClock::read(CivilDateTime wall) const {
  std::vector<CandidateInstant> found;
  for (auto const& tried : offsets_near(wall)) {
    auto const at = as_utc(wall) - seconds(tried.seconds_east);
    auto const shown = offset(at);
    auto const known = std::ranges::any_of(found, [&](auto const& candidate) { return candidate.at == at; });
    if (shown.seconds_east == tried.seconds_east && !known) found.push_back({ClockChoice::earlier, at, shown});
  }
  std::ranges::sort(found, {}, &CandidateInstant::at);
  for (std::size_t index = 0; index < found.size(); ++index) found[index].choice = which(index);
  return found;
}

std::vector<CandidateInstant> BirthClock::read_across_the_gap(CivilDateTime wall) const {
  auto const offsets = offsets_near(wall);
  // The clock jumps where the offset in force grows by more than the time that passes.
  for (std::size_t index = 1; index < offsets.size(); ++index) {
    auto const& before = offsets[index - 1];
    auto const& after = offsets[index];
    auto const early = as_utc(wall) - seconds(after.seconds_east);
    auto const late = as_utc(wall) - seconds(before.seconds_east);
    if (offset(early).seconds_east == before.seconds_east && offset(late).seconds_east == after.seconds_east) {
      return {{ClockChoice::earlier, early, after}, {ClockChoice::later, late, before}};
    }
  }
  ENSURE(false && "a skipped time lies in a gap between two offsets");
  return {};
}

Instant BirthClock::start_of(CivilDate date) const {
  CivilDateTime const midnight{date, civil_time(0)};
  if (auto const found = read(midnight); !found.empty()) return found.front().at;
  auto const across = read_across_the_gap(midnight);
  auto before = across.front().at;
  auto after = across.back().at;
  auto const offset_before = offset(before).seconds_east;
  while (after - before > seconds(1)) {
    auto const middle = before + seconds((after - before) / seconds(2));
    (offset(middle).seconds_east == offset_before ? before : after) = middle;
  }
  return after;
}

}  // namespace kelisim::astro
