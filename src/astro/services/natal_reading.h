#pragma once

#include "astro/birth.h"
#include "astro/chart.h"
#include "astro/facts.h"
#include "astro/robustness.h"

#include <string>

namespace kelisim::astro {

/// A birth chart over the uncertainty of its time, and every fact it gives with how far the fact holds.
class NatalReading {
 public:
  /// The birth's instants are covered and its place is possible (a bug otherwise).
  NatalReading(Ephemeris& ephemeris, BirthMoment const& birth, ChartSettings const& settings);

  /// The same of the one moment `birth.at`, whatever is known of its time: quick, and every fact counts as exact.
  [[nodiscard]] static NatalReading of_one_moment(Ephemeris& ephemeris, BirthMoment const& birth,
                                                  ChartSettings const& settings);

  [[nodiscard]] Chart const& chart() const { return span_.told(); }
  [[nodiscard]] ChartSpan<Chart> const& span() const { return span_; }
  [[nodiscard]] bool time_known() const { return span_.trial().time_known(); }

  /// The facts of every chart, each added to `facts` with the source "natal". With the time unknown a fact that the
  /// time decides is left out, the Moon's sign becomes a range, and there are no houses, angles or lots.
  void add_facts(Ephemeris& ephemeris, Facts& facts, double star_orb) const;

 private:
  explicit NatalReading(ChartSpan<Chart> span) : span_(std::move(span)) {}

  ChartSpan<Chart> span_;
};

/// `h5`.
[[nodiscard]] std::string house_name(int house);
/// `aspect.sun.moon`, the bodies in their order.
[[nodiscard]] std::string aspect_id(Body a, Body b);
/// `sun.sign`.
[[nodiscard]] std::string fact_id(Body body, std::string_view what);

}  // namespace kelisim::astro
