#pragma once

#include "astro/events.h"

#include <bitset>

namespace kelisim::astro {

/// What the search for elections looks at. The defaults are those of the brand's settings.
struct SegmentSettings {
  Place place;
  VoidRule void_rule = VoidRule::classical;
  PointModels models;
  double angular_orb = 5;         ///< degrees of longitude around Asc, MC, Desc and IC
  double station_days = 3;        ///< a station counts so many days to either side
  double eclipse_days = 5;        ///< so does an eclipse
  double moon_orb = 6;            ///< the Moon applies to a planet within so many degrees
  double fast_moon = 13.1764;     ///< degrees a day: its mean motion
  std::vector<FixedPoint> natal;  ///< points of the client's chart, at most 32; hits are told within `natal_orb`
  double natal_orb = 1.5;
};

enum class Angle : std::uint8_t { ascendant, midheaven, descendant, imum_coeli };
template <>
inline constexpr auto names<Angle> =
    std::to_array<std::string_view>({"ascendant", "midheaven", "descendant", "imum_coeli"});

/// A planet on an angle.
struct AngularBody {
  Body body{};
  Angle angle{};
  friend auto operator<=>(AngularBody, AngularBody) = default;
};

/// The Moon coming to a planet within the orb, or a mover within the orb of a natal point.
struct SegmentAspect {
  Body body{};   ///< the planet the Moon applies to; the mover
  Body point{};  ///< Body::moon; the natal point
  AspectKind kind{};
  friend auto operator<=>(SegmentAspect const&, SegmentAspect const&) = default;
};

/// Everything a rule of elections may ask, the same from `from` until `to`.
struct SkySegment {
  Instant from;
  Instant to;
  Sign ascendant{};
  Sign midheaven{};
  std::array<Sign, planets.size()> signs{};  ///< of the planets, by Body
  std::bitset<planets.size()> retrograde;    ///< by Body
  std::bitset<planets.size()> near_station;  ///< within `station_days`
  MoonPhase phase{};                         ///< eight parts of 45 degrees
  bool waxing = false;
  bool moon_void = false;
  bool via_combusta = false;  ///< Moon from 15 Libra to 15 Scorpio
  bool moon_fast = false;
  bool near_eclipse = false;
  std::optional<Body> day_ruler;  ///< nothing in polar day and night
  std::optional<Body> hour_ruler;
  std::vector<SegmentAspect> moon_applies;  ///< the Moon to Sun … Pluto, major aspects, by the planets' order
  std::vector<AngularBody> angular;         ///< Sun … Saturn on angles, by the planets' order
  std::vector<SegmentAspect> natal;         ///< Sun … Saturn in major aspects to natal points
};

/// The whole window cut at every instant where anything above changes: contiguous, none empty, neighbours differ.
/// Instants are within a second (beyond the polar circles a planet on an angle for less than four minutes may be
/// missed); the window is at most 400 days, covered with 10 days more at each end. Fault as the Ephemeris.
[[nodiscard]] std::vector<SkySegment> sky_segments(Ephemeris& ephemeris, Window window,
                                                   SegmentSettings const& settings);

/// Sign and degree rising, and culminating, from local sidereal time (degrees): within the polar circles the rising
/// one is the point of the eastern horizon that follows the MC.
[[nodiscard]] double ascendant_at(double sidereal_time, double latitude, double obliquity);
[[nodiscard]] double midheaven_at(double sidereal_time, double obliquity);

}  // namespace kelisim::astro
