#pragma once

#include "kernel/zone.h"

#include <rapidcheck.h>

namespace kelisim::test {

/// Instants of 2023 … 2028, half of them within two microseconds of an edge: of support hours, of a day, and of the
/// night of 2024-03-01, in which Kazakhstan moved from UTC+6 to UTC+5.
inline rc::Gen<Instant> instants() {
  constexpr std::int64_t first = 1'672'531'200'000'000;  // 2023-01-01T00:00:00Z
  constexpr std::int64_t last = 1'861'920'000'000'000;   // 2029-01-01T00:00:00Z
  auto const anywhere =
      rc::gen::map(rc::gen::inRange(first, last), [](std::int64_t micros) { return Instant{micros}; });
  auto const near = [](rc::Gen<std::int64_t> day) {
    return rc::gen::map(
        rc::gen::tuple(std::move(day), rc::gen::element(0, 10, 12, 19, 22), rc::gen::inRange<std::int64_t>(-2, 3)),
        [](std::tuple<std::int64_t, int, std::int64_t> const& parts) {
          auto const date = add_days({2023, 1, 1}, static_cast<int>(std::get<0>(parts)));
          auto const at = Zone::load("Asia/Almaty")->instant({date, civil_time(std::get<1>(parts))});
          return at + Duration(std::get<2>(parts));
        });
  };
  return rc::gen::resize(rc::kNominalSize, rc::gen::oneOf(anywhere, near(rc::gen::inRange<std::int64_t>(0, 2192)),
                                                          near(rc::gen::inRange<std::int64_t>(422, 428))));
}

}  // namespace kelisim::test

namespace rc {

template <>
struct Arbitrary<kelisim::Instant> {
  static Gen<kelisim::Instant> arbitrary() { return kelisim::test::instants(); }
};

}  // namespace rc
