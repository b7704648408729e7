#include "events/horizon.h"

#include "astro/segments.h"
#include "chart/condition.h"

#include <cmath>
#include <numbers>

namespace kelisim::astro {
namespace {

constexpr double radian = std::numbers::pi / 180.0;
constexpr double degrees_a_day = 360.985647366;  // of mean sidereal time
constexpr double micros_a_day = 86'400e6;
constexpr Duration sample = std::chrono::hours(24 * 16);
constexpr double pole = 89.99;

double days(Duration time) { return static_cast<double>(time.count()) / micros_a_day; }

}  // namespace

double right_ascension_of(double longitude, double obliquity) {
  return normalized(
      std::atan2(std::sin(longitude * radian) * std::cos(obliquity * radian), std::cos(longitude * radian)) / radian);
}

std::optional<Crossings> crossings_of(double longitude, double obliquity, double latitude, double altitude) {
  auto const declination = declination_of(longitude, 0, obliquity) * radian;
  auto const phi = latitude * radian;
  auto const cosine =
      (std::sin(altitude * radian) - std::sin(phi) * std::sin(declination)) / (std::cos(phi) * std::cos(declination));
  if (!(std::abs(cosine) <= 1)) return std::nullopt;
  auto const half = std::acos(cosine) / radian;
  auto const ascension = right_ascension_of(longitude, obliquity);
  return Crossings{normalized(ascension - half), normalized(ascension + half)};
}

SiderealClock::SiderealClock(Ephemeris& ephemeris, Window window) : origin_(window.from) {
  auto const samples = (window.to - window.from) / sample + 2;
  double excess = 0;
  for (std::int64_t i = 0; i < samples; ++i) {
    auto const at = origin_ + sample * i;
    auto const uniform = degrees_a_day * days(at - origin_);
    auto const earth = ephemeris.frame(at);
    excess += arc(uniform + excess, earth.sidereal_time);
    excess_.push_back(excess);
    obliquity_.push_back(earth.obliquity);
  }
}

SiderealClock::Between SiderealClock::between(Instant at) const {
  auto const part = static_cast<double>((at - origin_).count()) / static_cast<double>(sample.count());
  auto const index = static_cast<std::size_t>(std::clamp(part, 0.0, static_cast<double>(excess_.size() - 2)));
  return {index, part - static_cast<double>(index)};
}

double SiderealClock::angle(Instant at, double longitude) const {
  auto const [i, part] = between(at);
  auto const excess = excess_[i] + part * (excess_[i + 1] - excess_[i]);
  return normalized(degrees_a_day * days(at - origin_) + excess + longitude);
}

double SiderealClock::obliquity(Instant at) const {
  auto const [i, part] = between(at);
  return obliquity_[i] + part * (obliquity_[i + 1] - obliquity_[i]);
}

Instant SiderealClock::next(Instant at, double angle, double longitude) const {
  auto const ahead = normalized(angle - this->angle(at, longitude));
  return at + Duration(std::llround(ahead / degrees_a_day * micros_a_day));
}

double midheaven_at(double sidereal_time, double obliquity) {
  auto const turned = sidereal_time * radian;
  return normalized(std::atan2(std::sin(turned), std::cos(turned) * std::cos(obliquity * radian)) / radian);
}

double ascendant_at(double sidereal_time, double latitude, double obliquity) {
  auto const turned = sidereal_time * radian;
  auto const tilt = obliquity * radian;
  auto const phi = std::clamp(latitude, -pole, pole) * radian;
  auto const rising = normalized(
      std::atan2(std::cos(turned), -(std::sin(turned) * std::cos(tilt) + std::tan(phi) * std::sin(tilt))) / radian);
  bool const follows = arc(midheaven_at(sidereal_time, obliquity), rising) >= 0;
  return follows ? rising : normalized(rising + 180);
}

}  // namespace kelisim::astro
