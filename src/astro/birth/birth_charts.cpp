#include "astro/birth_charts.h"

#include "kernel/ensure.h"

namespace kelisim::astro {

ChartSpan<Chart> birth_charts(Ephemeris& ephemeris, BirthMoment const& birth, ChartSettings const& settings) {
  auto const place = birth.time_known ? std::optional(birth.data.place.at) : std::nullopt;
  auto const compute = [&](Instant at) {
    auto chart = compute_chart(ephemeris, at, place, settings);
    ENSURE(chart.has_value());
    return std::move(*chart);
  };
  return chart_span<Chart>(Trial::around(birth.at, birth.earliest, birth.latest, birth.time_known), compute);
}

}  // namespace kelisim::astro
