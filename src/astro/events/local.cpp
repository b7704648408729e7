#include "events/local.h"

#include <cmath>
#include <numbers>

namespace kelisim::astro {
namespace {

using std::chrono::hours;

constexpr double radian = std::numbers::pi / 180.0;
constexpr double sidereal_rate = 360.985647366;     // degrees a day
constexpr double polar = 65.5;                      // no circle lies nearer to the equator
constexpr Duration turn = hours(23);                // less than the quickest return of a body to an angle
constexpr Duration look = std::chrono::minutes(4);  // the Earth turns one degree
constexpr int refinements = 3;                      // the Moon moves half a degree in an hour

Duration time_of(double degrees) { return Duration(std::llround(degrees / sidereal_rate * 86'400e6)); }

/// Longitudes of the MC when it crosses the horizon.
std::vector<double> flipping_midheavens(double latitude, double obliquity) {
  auto const sine = std::cos(latitude * radian) / std::sin(obliquity * radian);
  if (!(sine <= 1)) return {};
  auto const base = std::asin(sine) / radian;
  return {base, 180 - base, 180 + base, 360 - base};
}

/// Between two instants that differ, the one where they do, to a millisecond.
template <class Holds>
Instant change_between(Instant from, Instant to, Holds holds) {
  bool const before = holds(from);
  while ((to - from).count() > 1000) {
    auto const middle = from + (to - from) / 2;
    (holds(middle) == before ? from : to) = middle;
  }
  return to;
}

}  // namespace

LocalSky::LocalSky(Ephemeris& ephemeris, Track const& track, Window window, Place const& place)
    : track_(&track), window_(window), place_(place), clock_(ephemeris, window) {
  auto const middle = clock_.obliquity(window.from + (window.to - window.from) / 2);
  for (std::size_t i = 0; i < flipping_midheavens(place.latitude, middle).size(); ++i)
    append_turns(
        [&, i](Instant at) -> std::optional<double> {
          auto const obliquity = clock_.obliquity(at);
          auto const found = flipping_midheavens(place_.latitude, obliquity);
          if (found.size() <= i) return std::nullopt;
          return right_ascension_of(found[i], obliquity);
        },
        flips_);
  if (std::abs(place.latitude) < polar) return;
  for (auto at = window.from; at < window.to; at = at + look)
    samples_.push_back({at, angle_at(Angle::ascendant, at)});
}

template <class Wanted>
void LocalSky::append_turns(Wanted wanted, std::vector<Instant>& into) const {
  auto at = window_.from;
  while (at < window_.to) {
    std::optional<double> sidereal = wanted(at);
    auto found = at;
    if (sidereal) found = clock_.next(at, *sidereal, place_.longitude);
    for (int i = 0; i < refinements && sidereal; ++i) {
      found = std::clamp(found, track_->window().from, track_->window().to);
      sidereal = wanted(found);
      if (sidereal) found = found + time_of(arc(clock_.angle(found, place_.longitude), *sidereal));
    }
    if (sidereal) into.push_back(found);
    at = (sidereal ? found : at) + turn;
  }
}

/// When a longitude of the ecliptic may stand on the Ascendant: rising, and near the poles setting too.
template <class Longitude>
void LocalSky::append_crossings(Longitude longitude, std::vector<Instant>& into) const {
  auto const by = [&](double Crossings::* side) {
    append_turns(
        [&, side](Instant at) -> std::optional<double> {
          auto const found = crossings_of(longitude(at), clock_.obliquity(at), place_.latitude);
          return found ? std::optional((*found).*side) : std::nullopt;
        },
        into);
  };
  by(&Crossings::rising);
  if (std::abs(place_.latitude) >= polar) by(&Crossings::setting);
}

double LocalSky::angle_at(Angle angle, Instant at) const {
  auto const sidereal = clock_.angle(at, place_.longitude);
  auto const obliquity = clock_.obliquity(at);
  bool const horizon = angle == Angle::ascendant || angle == Angle::descendant;
  auto const found = horizon ? ascendant_at(sidereal, place_.latitude, obliquity) : midheaven_at(sidereal, obliquity);
  bool const far_side = angle == Angle::descendant || angle == Angle::imum_coeli;
  return far_side ? normalized(found + 180) : found;
}

Series<Sign> LocalSky::ascendant_signs() const {
  auto cuts = flips_;
  for (std::size_t i = 0; i < count_of<Sign>; ++i)
    append_crossings([i](Instant) { return 30.0 * static_cast<double>(i); }, cuts);
  return series_of(window_, std::move(cuts), [&](Instant at) { return sign_of(angle_at(Angle::ascendant, at)); });
}

Series<Sign> LocalSky::midheaven_signs() const {
  std::vector<Instant> cuts;
  for (std::size_t i = 0; i < count_of<Sign>; ++i)
    append_turns(
        [&, i](Instant at) {
          return std::optional(right_ascension_of(30.0 * static_cast<double>(i), clock_.obliquity(at)));
        },
        cuts);
  return series_of(window_, std::move(cuts), [&](Instant at) { return sign_of(angle_at(Angle::midheaven, at)); });
}

std::vector<Window> LocalSky::angular(Body body, Angle angle, double orb) const {
  bool const horizon = angle == Angle::ascendant || angle == Angle::descendant;
  bool const far_side = angle == Angle::descendant || angle == Angle::imum_coeli;
  auto const holds_at = [&](Instant at) {
    return separation(track_->longitude(body, at), angle_at(angle, at)) <= orb;
  };
  auto cuts = horizon ? flips_ : std::vector<Instant>();
  if (horizon && !samples_.empty()) append_changes(body, far_side ? 180 : 0, orb, holds_at, cuts);
  for (auto const off : {-orb, orb}) {
    if (horizon && !samples_.empty()) break;
    auto const longitude = [&, off](Instant at) {
      auto const seen = std::clamp(at, track_->window().from, track_->window().to);
      return track_->longitude(body, seen) + off + (far_side ? 180 : 0);
    };
    if (horizon) {
      append_crossings(longitude, cuts);
    } else {
      append_turns([&](Instant at) { return std::optional(right_ascension_of(longitude(at), clock_.obliquity(at))); },
                   cuts);
    }
  }
  return windows_of(series_of(window_, std::move(cuts), holds_at), window_.to);
}

/// Near the poles a moving body may come to the horizon, or leave it, several times a day: there the samples are
/// asked.
template <class Holds>
void LocalSky::append_changes(Body body, double turned, double orb, Holds holds, std::vector<Instant>& into) const {
  bool before = false;
  for (std::size_t i = 0; i < samples_.size(); ++i) {
    auto const& [at, ascendant] = samples_[i];
    bool const now = separation(track_->longitude(body, at), ascendant + turned) <= orb;
    if (i > 0 && now != before) into.push_back(change_between(samples_[i - 1].at, at, holds));
    before = now;
  }
}

}  // namespace kelisim::astro
