#pragma once

#include "kernel/ensure.h"
#include "terms/terms.h"

namespace kelisim::terms {

/// `rule` as a decision is replayed. Only what was granted is stored; a rule that refuses today what it granted then
/// is a difference, told as a bug.
template <auto rule>
constexpr auto granted = [](auto const& facts, Terms const& terms) {
  auto const outcome = rule(facts, terms);
  ENSURE(outcome.has_value());
  return *outcome;
};

}  // namespace kelisim::terms
