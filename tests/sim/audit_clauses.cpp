#include "audit_clauses.h"

#include <algorithm>
#include <cstddef>

namespace kelisim::sim {
namespace {

constexpr std::int64_t second = 1'000'000;
constexpr std::int64_t hour = 3600 * second;
constexpr std::int64_t day = 24 * hour;

}  // namespace

bool client_was_in_time(Instant received_at, Instant starts_at, int window_hours) {
  auto const wall = received_at.micros + 5 * hour;
  auto const midnight = wall - wall % day;
  auto counts_from = wall;
  if (wall - midnight < 10 * hour) counts_from = midnight + 10 * hour;
  if (wall - midnight > 19 * hour) counts_from = midnight + day + 10 * hour;
  return counts_from + window_hours * hour <= starts_at.micros + 5 * hour;
}

Instant actual_end(Instant starts_at, Instant ends_at, std::vector<Visit> const& visits) {
  auto first = INT64_MAX;
  for (auto const& visit : visits) {
    auto const elsewhere = visit.until < starts_at - std::chrono::minutes(5);
    if (visit.specialist && !elsewhere) first = std::min(first, visit.from.micros / second);
  }
  auto const late = first - starts_at.micros / second;
  if (late <= 0 || first >= ends_at.micros / second) return ends_at;
  return ends_at + std::chrono::seconds(late);
}

Held how_it_went(Instant starts_at, Instant ends_at, std::vector<Visit> const& visits) {
  auto const origin = starts_at.micros / second;
  auto const length = static_cast<std::size_t>((ends_at - starts_at).count() / second);
  std::vector<char> client(2 * length);
  std::vector<char> specialist(2 * length);
  std::int64_t first_client = INT64_MAX;
  std::int64_t first_specialist = INT64_MAX;
  for (auto const& visit : visits) {
    auto const from = visit.from.micros / second - origin;
    auto const until = visit.until.micros / second - origin;
    auto& first = visit.specialist ? first_specialist : first_client;
    first = std::min(first, from);
    auto& there = visit.specialist ? specialist : client;
    for (auto at = std::max<std::int64_t>(0, from);
         at < std::min<std::int64_t>(until, static_cast<std::int64_t>(there.size())); ++at) {
      there[static_cast<std::size_t>(at)] = 1;
    }
  }
  auto const scheduled = static_cast<std::int64_t>(length);
  if (first_specialist >= scheduled) return Held::no_specialist;
  if (first_client >= scheduled) return Held::no_client;
  if (first_client > 0) return Held::whole;
  auto const extension = static_cast<std::size_t>(std::max<std::int64_t>(0, first_specialist));
  std::int64_t waited = 0;
  for (std::size_t at = 0; at < length; ++at) waited += client[at] == 1 && specialist[at] == 0 ? 1 : 0;
  for (auto at = length; at < length + extension; ++at) waited -= client[at] == 1 && specialist[at] == 1 ? 1 : 0;
  return waited >= 60 ? Held::short_measure : Held::whole;
}

}  // namespace kelisim::sim
