#include "report/degrees.h"

#include "astro/sky.h"

#include <fmt/format.h>

#include <cmath>

namespace kelisim::astro::report {

DegreeMinute degree_minute(double longitude) {
  // A billionth of a degree keeps 15°30′ from being cut to 15°29′ by the last bit of a division.
  int const minutes = static_cast<int>(degree_in_sign(longitude) * 60 + 1e-9);
  return {std::min(minutes / 60, 29), minutes >= 1800 ? 59 : minutes % 60};
}

std::string to_string(DegreeMinute position) { return fmt::format("{}°{:02}′", position.degree, position.minute); }

std::string orb_text(double degrees) {
  auto const minutes = std::lround(degrees * 60);
  return fmt::format("{}°{:02}′", minutes / 60, minutes % 60);
}

}  // namespace kelisim::astro::report
