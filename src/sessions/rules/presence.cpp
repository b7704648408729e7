#include "rules/presence.h"

#include <algorithm>

namespace kelisim::sessions {

using scheduling::Interval;

Instant cut(Instant at, Duration resolution) {
  if (resolution <= Duration::zero()) return at;
  return {at.micros - at.micros % resolution.count()};
}

Presence merged(std::vector<Interval> intervals) {
  std::ranges::sort(intervals);
  Presence merged;
  for (auto const& stay : intervals) {
    if (!merged.empty() && stay.starts_at <= merged.back().ends_at) {
      merged.back().ends_at = std::max(merged.back().ends_at, stay.ends_at);
    } else {
      merged.push_back(stay);
    }
  }
  return merged;
}

Presence presence_of(scheduling::Party who, std::vector<Stay> const& stays, Instant until, Duration resolution) {
  std::vector<Interval> found;
  for (auto const& stay : stays) {
    if (stay.who != who) continue;
    auto const joined = cut(stay.joined_at, resolution);
    auto const left = stay.left_at ? cut(*stay.left_at, resolution) : std::max(joined, until);
    found.push_back({joined, std::max(joined, left)});
  }
  return merged(std::move(found));
}

Presence overlap(Presence const& a, Presence const& b) {
  Presence both;
  for (auto const& x : a) {
    for (auto const& y : b) {
      auto const from = std::max(x.starts_at, y.starts_at);
      auto const to = std::min(x.ends_at, y.ends_at);
      if (from < to) both.push_back({from, to});
    }
  }
  return both;
}

Presence without(Presence const& a, Presence const& b) {
  Presence left;
  for (auto piece : a) {
    for (auto const& taken : b) {
      if (taken.ends_at <= piece.starts_at || taken.starts_at >= piece.ends_at) continue;
      if (piece.starts_at < taken.starts_at) left.push_back({piece.starts_at, taken.starts_at});
      piece.starts_at = std::min(taken.ends_at, piece.ends_at);
    }
    if (piece.starts_at < piece.ends_at) left.push_back(piece);
  }
  return left;
}

Duration length(Presence const& presence) {
  Duration sum{0};
  for (auto const& piece : presence) sum += piece.ends_at - piece.starts_at;
  return sum;
}

Duration together(Presence const& a, Presence const& b, Interval window) {
  return length(overlap(overlap(a, b), {window}));
}

Duration within(Presence const& presence, Interval window) { return length(overlap(presence, {window})); }

}  // namespace kelisim::sessions
