#pragma once

#include "astro/sky.h"

#include <string>
#include <vector>

namespace kelisim::test {

using Vector = std::array<double, 3>;

/// JPL's ephemeris DE405 (public domain), 1959-12-10 to 2060-01-30, in the file of Debian's casacore-data-jpl-de405:
/// 1143 records of 32 days, each 1018 Chebyshev coefficients. Barycentric, ICRF, kilometres; the times are TDB as a
/// modified Julian date. Source of the layout of coefficients: Newhall, Numerical Representation of Planetary
/// Ephemerides (1989).
class De405 {
 public:
  De405();

  [[nodiscard]] Vector earth(double date) const;
  /// Sun … Pluto; of the outer planets the barycentre of their system.
  [[nodiscard]] Vector body(astro::Body body, double date) const;

 private:
  struct Layout {
    std::size_t first;         ///< of the record's coefficients
    std::size_t coefficients;  ///< of one axis in one interval
    std::size_t intervals;     ///< of the record
  };
  [[nodiscard]] Vector evaluate(Layout layout, double date) const;

  std::vector<double> records_;
};

}  // namespace kelisim::test
