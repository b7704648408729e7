#pragma once

#include "kernel/instant.h"

#include <algorithm>
#include <chrono>
#include <compare>
#include <cstddef>
#include <functional>
#include <optional>
#include <span>
#include <type_traits>
#include <utility>
#include <vector>

namespace kelisim::astro {

/// How far a statement about a birth leans on the time of birth.
struct Robustness {
  enum class Kind {
    exact,       ///< holds at every tried moment of the day of birth: it needs no time
    within,      ///< holds at every tried moment as long as the time is wrong by at most `minutes` either way
    needs_time,  ///< does not hold over all of the told uncertainty (or the day, when the time is unknown)
  };
  Kind kind = Kind::needs_time;
  int minutes = 0;  ///< of `within`; never less than the told uncertainty

  friend bool operator==(Robustness, Robustness) = default;
};

/// The weaker of two: a finding is as robust as the least robust of its facts.
[[nodiscard]] constexpr Robustness weaker(Robustness a, Robustness b) {
  if (a.kind != b.kind) return a.kind > b.kind ? a : b;
  return a.minutes <= b.minutes ? a : b;
}

/// The instants at which a statement is tried, ascending: both ends of everything, and between them steps of at most
/// two minutes up to an hour from the told time, five up to three hours, ten over the rest of the day. A change that
/// turns back within one step escapes.
class Trial {
 public:
  /// `earliest` ≤ `at` ≤ `latest` as in BirthMoment. The day is taken as twelve hours either way of `at`, or as
  /// `earliest` … `latest` when the time is unknown. About 240 instants.
  static Trial around(Instant at, Instant earliest, Instant latest, bool time_known);

  [[nodiscard]] std::vector<Instant> const& instants() const noexcept { return instants_; }
  [[nodiscard]] std::size_t told() const noexcept { return told_; }  ///< index of the told time
  [[nodiscard]] bool time_known() const noexcept { return time_known_; }
  /// Given for each instant whether the statement holds there.
  [[nodiscard]] Robustness judge(std::function<bool(std::size_t)> const& holds) const;
  /// Whether the instant lies within the told uncertainty.
  [[nodiscard]] bool allowed(std::size_t index) const;

 private:
  std::vector<Instant> instants_;
  std::size_t told_ = 0;
  Instant earliest_;
  Instant latest_;
  bool time_known_ = false;
};

/// One value over a part of the allowed time: it was seen at `from` and `to` and everywhere tried between.
template <class Value>
struct Stretch {
  Value value;
  Instant from;
  Instant to;
};

/// The charts of a birth over its uncertainty, computed once (about 240 charts, some 25 ms on one core), against
/// which any value of a chart can be tried. `Chart` is any type that a function of the instant returns.
template <class Chart>
class ChartSpan {
 public:
  /// Calls `compute(Instant)` for each instant of the trial.
  template <class Compute>
  ChartSpan(Trial trial, Compute&& compute) : trial_(std::move(trial)) {
    charts_.reserve(trial_.instants().size());
    for (auto const at : trial_.instants()) charts_.push_back(compute(at));
  }

  [[nodiscard]] Chart const& told() const { return charts_[trial_.told()]; }
  [[nodiscard]] std::span<Chart const> charts() const { return charts_; }
  [[nodiscard]] Trial const& trial() const { return trial_; }

  /// How far `value_of(chart)` stays what it is at the told time. The value needs only `==`.
  template <class ValueOf>
  [[nodiscard]] Robustness judge(ValueOf&& value_of) const {
    auto const told_value = value_of(told());
    return trial_.judge([&](std::size_t index) { return value_of(charts_[index]) == told_value; });
  }

  /// The values over the told uncertainty in order of time: one stretch when the value holds, the whole cycle of
  /// ascendants when the time is unknown.
  template <class ValueOf>
  [[nodiscard]] auto stretches(ValueOf&& value_of) const {
    using Value = std::decay_t<decltype(value_of(told()))>;
    std::vector<Stretch<Value>> found;
    for (std::size_t index = 0; index < charts_.size(); ++index) {
      if (!trial_.allowed(index)) continue;
      auto value = value_of(charts_[index]);
      auto const at = trial_.instants()[index];
      if (!found.empty() && found.back().value == value) {
        found.back().to = at;
      } else {
        found.push_back({std::move(value), at, at});
      }
    }
    return found;
  }

 private:
  Trial trial_;
  std::vector<Chart> charts_;
};

template <class Chart, class Compute>
[[nodiscard]] ChartSpan<Chart> chart_span(Trial trial, Compute&& compute) {
  return ChartSpan<Chart>(std::move(trial), std::forward<Compute>(compute));
}

}  // namespace kelisim::astro
