#include "astro/track.h"

#include "kernel/ensure.h"

namespace kelisim::astro {
namespace {

using std::chrono::hours;

constexpr auto longest = hours(24) * 3660;
constexpr double micros_a_day = 86'400e6;

Duration step_of(Body body, PointModels models) {
  if (body == Body::moon) return hours(3);
  bool const quick = body == Body::mercury || (body == Body::north_node && models.node == NodeModel::osculating) ||
                     (body == Body::lilith && models.lilith == LilithModel::osculating);
  return quick ? hours(6) : body == Body::venus ? hours(12) : hours(24);
}

}  // namespace

Track::Track(Ephemeris& ephemeris, Window window, std::span<Body const> bodies, PointModels models)
    : window_(window), origin_(window.from) {
  ENSURE(window.from < window.to && window.to - window.from <= longest);
  obliquity_ = ephemeris.frame(window.from + (window.to - window.from) / 2).obliquity;
  for (auto const body : bodies) {
    auto& curve = curves_.at(index_of(body));
    if (!curve.degrees.empty()) continue;
    curve.step = step_of(body, models);
    auto const cells = static_cast<std::size_t>((window.to - window.from) / curve.step) + 1;
    curve.degrees.reserve(cells + 1);
    curve.speeds.reserve(cells + 1);
    for (std::size_t i = 0; i <= cells; ++i) {
      auto const state = ephemeris.state(body, origin_ + curve.step * static_cast<std::int64_t>(i), models);
      auto const before = i == 0 ? state.longitude : curve.degrees.back();
      curve.degrees.push_back(before + arc(before, state.longitude));
      curve.speeds.push_back(state.longitude_speed);
    }
  }
}

bool Track::has(Body body) const { return is_sky(body) && !curves_.at(index_of(body)).degrees.empty(); }

Track::Cell Track::cell(Body body, Instant at) const {
  ENSURE(has(body) && at >= window_.from && at <= window_.to);
  auto const& curve = curves_[index_of(body)];
  auto const since = at - origin_;
  auto const index = static_cast<std::size_t>(since / curve.step);
  auto const inside = since - curve.step * static_cast<std::int64_t>(index);
  return {curve, index, static_cast<double>(inside.count()) / static_cast<double>(curve.step.count())};
}

double Track::unwound(Body body, Instant at) const {
  auto const [curve, i, t] = cell(body, at);
  auto const days = static_cast<double>(curve.step.count()) / micros_a_day;
  auto const u = 1 - t;
  return u * u * ((1 + 2 * t) * curve.degrees[i] + t * days * curve.speeds[i]) +
         t * t * ((3 - 2 * t) * curve.degrees[i + 1] - u * days * curve.speeds[i + 1]);
}

double Track::speed(Body body, Instant at) const {
  auto const [curve, i, t] = cell(body, at);
  auto const days = static_cast<double>(curve.step.count()) / micros_a_day;
  auto const rise = (curve.degrees[i + 1] - curve.degrees[i]) / days;
  return 6 * t * (1 - t) * rise + (1 - t) * (1 - 3 * t) * curve.speeds[i] + t * (3 * t - 2) * curve.speeds[i + 1];
}

Duration Track::step(Body body) const {
  ENSURE(has(body));
  return curves_[index_of(body)].step;
}

}  // namespace kelisim::astro
