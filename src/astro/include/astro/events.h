#pragma once

#include "astro/chart.h"
#include "astro/track.h"

#include <optional>
#include <span>
#include <vector>

/// Events of the sky, each found by solving for its instant (never by stepping through minutes), as exact as the
/// Track: a second for the Moon, some seconds for planets, minutes where one nearly stands still. Every list is
/// ordered by time and holds what lies in the track's window.
namespace kelisim::astro {

struct Ingress {
  Body body{};
  Instant at;
  Sign into{};
  bool retrograde = false;  ///< it walked back over the boundary
};
[[nodiscard]] std::vector<Ingress> ingresses(Track const& track, Body body);

/// An exact aspect of two moving bodies.
struct SkyAspect {
  Body first{};
  Body second{};
  AspectKind kind{};
  Instant at;
};
[[nodiscard]] std::vector<SkyAspect> sky_aspects(Track const& track, Body first, Body second,
                                                 std::span<AspectKind const> kinds);

/// A point that does not move: of the birth, or any other chart.
struct FixedPoint {
  Body body{};
  double longitude = 0;
};

/// A moving body in exact aspect to a fixed point.
struct Transit {
  Body mover{};
  FixedPoint point;
  AspectKind kind{};
  Instant at;
  double longitude = 0;     ///< of the mover
  bool retrograde = false;  ///< of the mover, at that moment
  int pass = 1;             ///< of `passes`: how often one loop of the mover takes it over this degree in the window
  int passes = 1;
  Instant loop_from{};  ///< the first pass of the loop
};
[[nodiscard]] std::vector<Transit> transits(Track const& track, std::span<Body const> movers,
                                            std::span<FixedPoint const> points, std::span<AspectKind const> kinds);
/// Every planet, angle and lot of the chart as fixed points.
[[nodiscard]] std::vector<FixedPoint> fixed_points(Chart const& chart);

/// When a body passes over a longitude, either way.
[[nodiscard]] std::vector<Instant> passages(Track const& track, Body body, double longitude);

struct Station {
  Body body{};
  Instant at;
  double longitude = 0;
  bool turns_retrograde = false;  ///< else it turns direct
};
[[nodiscard]] std::vector<Station> stations(Track const& track, Body body);

/// A loop of a planet. A part that lies outside the track's window is nothing.
struct RetrogradeLoop {
  Body body{};
  std::optional<Instant> shadow_from;  ///< first passage over the degree where it will turn direct
  std::optional<Instant> retrograde_from;
  std::optional<Instant> direct_from;
  std::optional<Instant> shadow_to;  ///< last passage over the degree where it turned retrograde
};
[[nodiscard]] std::vector<RetrogradeLoop> retrograde_loops(Track const& track, Body body);

/// What the Moon's aspects before the end of its sign are counted to.
enum class VoidRule : std::uint8_t { classical, all_planets };
template <>
inline constexpr auto names<VoidRule> = std::to_array<std::string_view>({"classical", "all_planets"});

/// From the Moon's last exact major aspect in a sign to its leaving the sign.
struct VoidOfCourse {
  Instant from;
  Instant to;
  Sign sign{};  ///< the one it leaves
  std::optional<SkyAspect>
      last;  ///< nothing when the Moon made no aspect in the whole sign; `from` is then its entry
};
/// Of the Moon's stays in a sign that lie whole in the window: give the track 3 days more at each end. It needs the
/// Moon and the rule's planets.
[[nodiscard]] std::vector<VoidOfCourse> voids_of_course(Track const& track, VoidRule rule);

struct Lunation {
  MoonPhase phase{};  ///< new_moon, first_quarter, full or last_quarter, exact
  Instant at;
  double longitude = 0;  ///< of the Moon
};
[[nodiscard]] std::vector<Lunation> lunations(Track const& track);
/// The last new or full Moon at or before an instant; nothing in the first month that the ephemeris covers.
[[nodiscard]] std::optional<Lunation> prenatal_lunation(Ephemeris& ephemeris, Instant birth);

/// Upper limb on the horizon, refraction 34', at sea level: the Sun's centre 50' under it. Instants within 2 minutes
/// of an almanac's up to the polar circle. A day without a sunrise or sunset gives none.
struct SunTimes {
  std::vector<Instant> rises;
  std::vector<Instant> sets;
};
[[nodiscard]] SunTimes sun_times(Ephemeris& ephemeris, Track const& track,
                                 Place const& place);  // the track has the Sun

/// One twelfth of the time from sunrise to sunset, or from sunset to sunrise.
struct PlanetaryHour {
  Instant from;
  Instant to;
  Body ruler{};
  Body day_ruler{};  ///< of the day that began at the last sunrise
  int number = 1;    ///< 1 … 12
  bool day = true;
};
/// Those that touch the window (of at most 400 days, covered with 2 days more at each end). None in polar day and
/// night. The weekday is the local one at sunrise by the place's own longitude. Source of the order: Chaldean, the
/// first hour of a day is its ruler's.
[[nodiscard]] std::vector<PlanetaryHour> planetary_hours(Ephemeris& ephemeris, Window window, Place const& place);

/// The first moment after `after` when the body (Sun or Moon) is at the longitude again; nothing
/// when that is not covered.
[[nodiscard]] std::optional<Instant> next_return(Ephemeris& ephemeris, Body luminary, double longitude,
                                                 Instant after);

/// Secondary progression: a day after birth for a tropical year (365.24219 days) of life.
[[nodiscard]] Instant progressed_instant(Instant birth, Instant now);
/// The moment of life that a progressed instant stands for: the inverse.
[[nodiscard]] Instant lived_instant(Instant birth, Instant progressed);
/// The progressed sky of `now` with angles by solar arc in longitude, in the houses of birth.
struct Progression {
  Instant progressed;
  double solar_arc = 0;               ///< degrees, of the progressed Sun from the Sun of birth
  std::vector<Placement> placements;  ///< sky_bodies, then ascendant and midheaven when birth has them
};
[[nodiscard]] Progression progression(Ephemeris& ephemeris, Chart const& birth, Instant now);
/// Progressed sign ingresses and exact aspects of a body to the birth chart, dated in lived time.
[[nodiscard]] std::vector<Ingress> progressed_ingresses(Ephemeris& ephemeris, Instant birth, Body body, Window lived);
[[nodiscard]] std::vector<Transit> progressed_transits(Ephemeris& ephemeris, Chart const& birth, Body body,
                                                       Window lived, std::span<AspectKind const> kinds);

}  // namespace kelisim::astro
