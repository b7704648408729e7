#pragma once

#include "astro/birth.h"

namespace kelisim::astro {

constexpr CivilDate first_birth_date{1800, 1, 1};
constexpr CivilDate last_birth_date{2399, 11, 30};

/// What is wrong with one part of birth data, or nothing. Called in this order, which is that of BirthProblem.
[[nodiscard]] std::optional<BirthProblem> date_problem(CivilDate date);
[[nodiscard]] std::optional<BirthProblem> time_problem(std::optional<StatedTime> const& time);
[[nodiscard]] std::optional<BirthProblem> place_problem(BirthPlace const& place);
[[nodiscard]] std::optional<BirthProblem> offset_problem(std::optional<OffsetOverride> const& offset);

}  // namespace kelisim::astro
