#pragma once

#include "astro/track.h"

#include <cmath>

namespace kelisim::astro {

/// A body, or the lead of one body over another, as a continuous angle in time.
class Motion {
 public:
  Motion(Track const& track, Body body) : track_(&track), body_(body) {}
  Motion(Track const& track, Body body, Body less) : track_(&track), body_(body), less_(less) {}

  [[nodiscard]] double value(Instant at) const {
    auto const found = track_->unwound(body_, at);
    return less_ ? found - track_->unwound(*less_, at) : found;
  }
  [[nodiscard]] double speed(Instant at) const {
    auto const found = track_->speed(body_, at);
    return less_ ? found - track_->speed(*less_, at) : found;
  }
  [[nodiscard]] Duration step() const {
    auto const found = track_->step(body_);
    return less_ ? std::min(found, track_->step(*less_)) : found;
  }
  [[nodiscard]] Window window() const { return track_->window(); }

 private:
  Track const* track_;
  Body body_;
  std::optional<Body> less_;
};

/// The instant in [from, to], to a millisecond, where a function that changes its sign there is zero.
template <class Function>
[[nodiscard]] Instant root(Instant from, Instant to, Function function) {
  auto low = function(from);
  auto high = function(to);
  if (low == 0) return from;
  while ((to - from).count() > 1000) {
    // Regula falsi with the side that stays halved (Illinois), kept away from the ends so that both close in.
    auto const part = std::clamp(low / (low - high), 0.001, 0.999);
    auto const at = from + Duration(std::llround(part * static_cast<double>((to - from).count())));
    auto const here = function(at);
    if (here == 0) return at;
    if ((here < 0) == (high < 0)) {
      to = at;
      high = here;
      low /= 2;
    } else {
      from = at;
      low = here;
      high /= 2;
    }
  }
  return from + (to - from) / 2;
}

/// Longitude differences at which two bodies are in an aspect: one or two.
[[nodiscard]] std::vector<double> aspect_offsets(AspectKind kind);

/// A part of a motion that goes one way.
struct Stretch {
  std::vector<Instant> times;
  std::vector<double> values;
  [[nodiscard]] bool rises() const { return values.back() >= values.front(); }
};

/// The whole window of a motion, cut where it turns.
[[nodiscard]] std::vector<Stretch> stretches(Motion const& motion);

/// When the motion passes `target` on this stretch, if it does. The end belongs to the next stretch.
[[nodiscard]] std::optional<Instant> crossing(Motion const& motion, Stretch const& stretch, double target);

/// Calls visit(instant, turn) for every passage over offset + turn * period, in order of time.
template <class Visit>
void each_crossing(Motion const& motion, Stretch const& stretch, double offset, double period, Visit visit) {
  auto const first = (stretch.values.front() - offset) / period;
  auto const last = (stretch.values.back() - offset) / period;
  auto const turn_of = [](double turn) { return static_cast<std::int64_t>(turn); };
  auto const visit_turn = [&](std::int64_t turn) {
    if (auto const at = crossing(motion, stretch, offset + static_cast<double>(turn) * period)) visit(*at, turn);
  };
  if (stretch.rises()) {
    for (auto turn = turn_of(std::ceil(first)); turn <= turn_of(std::floor(last)); ++turn) visit_turn(turn);
  } else {
    for (auto turn = turn_of(std::floor(first)); turn >= turn_of(std::ceil(last)); --turn) visit_turn(turn);
  }
}

}  // namespace kelisim::astro
