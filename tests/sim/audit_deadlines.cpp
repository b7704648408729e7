#include "audit_deadlines.h"

#include <algorithm>
#include <chrono>
#include <cstdint>

namespace kelisim::sim {
namespace {

using std::chrono::hours;
using std::chrono::microseconds;
using std::chrono::minutes;
using std::chrono::sys_days;
using std::chrono::year;

constexpr Duration astana = hours(5);

/// Days off that are no Saturday or Sunday.
constexpr sys_days days_off[] = {
    year(2026) / 12 / 16, year(2027) / 1 / 1,  year(2027) / 1 / 4,  year(2027) / 1 / 7,   year(2027) / 3 / 8,
    year(2027) / 3 / 15,  year(2027) / 3 / 22, year(2027) / 3 / 23, year(2027) / 3 / 24,  year(2027) / 5 / 3,
    year(2027) / 5 / 7,   year(2027) / 5 / 10, year(2027) / 7 / 6,  year(2027) / 10 / 25, year(2027) / 12 / 16,
};

sys_days day_of(Instant at) {
  return sys_days(std::chrono::floor<std::chrono::days>(microseconds((at + astana).micros)));
}

Instant end_of(sys_days day) {
  auto const midnight = std::chrono::duration_cast<microseconds>((day + std::chrono::days(1)).time_since_epoch());
  return Instant{midnight.count() - 1} - astana;
}

bool is_worked(sys_days day) {
  auto const weekday = std::chrono::weekday(day).iso_encoding();
  return weekday < 6 && std::ranges::find(days_off, day) == std::end(days_off);
}

}  // namespace

Instant end_of_day_after(Instant from, int days) { return end_of(day_of(from) + std::chrono::days(days)); }

Instant end_of_working_day_after(Instant from, int days) {
  auto day = day_of(from);
  while (days > 0) {
    day += std::chrono::days(1);
    if (is_worked(day)) --days;
  }
  return end_of(day);
}

Instant call_at(Call call, Instant arose_at, Instant due_at, bool by_server) {
  auto const half = Duration((due_at - arose_at).count() / 2);
  auto const late = due_at + microseconds(1) + (by_server ? Duration(minutes(15)) : Duration(0));
  if (call == Call::due_soon) return due_at - std::min(Duration(hours(24)), half);
  return call == Call::overdue ? late : late + hours(24);
}

}  // namespace kelisim::sim
