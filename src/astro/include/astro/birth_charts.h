#pragma once

#include "astro/birth.h"
#include "astro/chart.h"
#include "astro/robustness.h"

namespace kelisim::astro {

/// The charts of a birth over everything that its time may be: `told()` is the chart to show, `judge` and `stretches`
/// try its values. Without houses when the time is unknown. The birth comes from `resolve`, so every instant is
/// covered. Fault when the ephemeris lacks a file.
[[nodiscard]] ChartSpan<Chart> birth_charts(Ephemeris& ephemeris, BirthMoment const& birth,
                                            ChartSettings const& settings = {});

}  // namespace kelisim::astro
