#pragma once

#include <string>

namespace kelisim::astro::report {

/// A longitude within its sign, cut (not rounded) to the minute, as astrologers write it: 29°59′ is never 30°00′.
struct DegreeMinute {
  int degree = 0;  ///< 0 … 29
  int minute = 0;  ///< 0 … 59
};
[[nodiscard]] DegreeMinute degree_minute(double longitude);

/// `12°34′`.
[[nodiscard]] std::string to_string(DegreeMinute position);
/// An orb: `1°05′`, rounded to the minute.
[[nodiscard]] std::string orb_text(double degrees);

}  // namespace kelisim::astro::report
