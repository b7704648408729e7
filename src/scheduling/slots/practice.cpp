#include "slots/practice.h"

#include <algorithm>

namespace kelisim::scheduling {

namespace {

constexpr Duration day = std::chrono::hours(24);

/// Disjoint and in order; what touches becomes one.
std::vector<Interval> merged(std::vector<Interval> times) {
  std::ranges::sort(times);
  std::vector<Interval> result;
  for (auto const& time : times) {
    if (time.ends_at <= time.starts_at) continue;
    if (!result.empty() && time.starts_at <= result.back().ends_at)
      result.back().ends_at = std::max(result.back().ends_at, time.ends_at);
    else
      result.push_back(time);
  }
  return result;
}

std::vector<Interval> without(std::vector<Interval> const& times, Interval const& hole) {
  std::vector<Interval> result;
  for (auto const& time : times) {
    if (time.ends_at <= hole.starts_at || hole.ends_at <= time.starts_at) {
      result.push_back(time);
      continue;
    }
    if (time.starts_at < hole.starts_at) result.push_back({time.starts_at, hole.starts_at});
    if (hole.ends_at < time.ends_at) result.push_back({hole.ends_at, time.ends_at});
  }
  return result;
}

/// Whole working times that touch `around`, uncut: the grid of slots begins where a working time does, not where
/// somebody began to look.
std::vector<Interval> whole_working_times(Practice const& practice, Interval around) {
  std::vector<Interval> times;
  auto const last = practice.zone.local(around.ends_at).date;
  for (auto date = add_days(practice.zone.local(around.starts_at).date, -1); date <= last; date = add_days(date, 1)) {
    auto const weekday = iso_weekday(date);
    for (auto const& hours : practice.week) {
      if (hours.weekday != weekday) continue;
      times.push_back({practice.zone.instant({date, hours.from}), practice.zone.instant({date, hours.to})});
    }
  }
  for (auto const& exception : practice.exceptions)
    if (exception.open) times.push_back(exception.when);
  times = merged(std::move(times));
  for (auto const& exception : practice.exceptions)
    if (!exception.open) times = without(times, exception.when);
  return times;
}

}  // namespace

std::vector<Interval> working_times(Practice const& practice, Interval within) {
  auto times = whole_working_times(practice, within);
  for (auto& time : times) {
    time.starts_at = std::max(time.starts_at, within.starts_at);
    time.ends_at = std::min(time.ends_at, within.ends_at);
  }
  std::erase_if(times, [](Interval const& time) { return time.ends_at <= time.starts_at; });
  return times;
}

std::vector<Interval> offered_slots(Practice const& practice, Duration length, Duration step,
                                    Interval starts_within) {
  std::vector<Interval> slots;
  for (auto const& time :
       whole_working_times(practice, {starts_within.starts_at - day, starts_within.ends_at + day})) {
    auto start = time.starts_at;
    if (start < starts_within.starts_at) {
      auto const steps = (starts_within.starts_at - start + step - Duration(1)) / step;
      start = start + steps * step;
    }
    for (; start < starts_within.ends_at && start + length <= time.ends_at; start = start + step)
      slots.push_back({start, start + length});
  }
  return slots;
}

bool offers_slot(Practice const& practice, Interval slot, Duration step) {
  auto const length = slot.ends_at - slot.starts_at;
  auto const offered = offered_slots(practice, length, step, {slot.starts_at, slot.starts_at + Duration(1)});
  return std::ranges::find(offered, slot) != offered.end();
}

}  // namespace kelisim::scheduling
