#pragma once

#include "services/money/rules.h"
#include "services/writer.h"
#include "services/year_events.h"

#include <string>
#include <vector>

namespace kelisim::astro {

/// A point of the birth chart that stands for money. One body may stand for several: the weightiest counts.
struct MoneySignificator {
  MoneyPoint role{};
  Body body{};
  double longitude = 0;
  double weight = 0;
  std::string fact;  ///< id of why it stands for money
};
/// Each body once, by weight. With the time unknown: Jupiter and Venus.
[[nodiscard]] std::vector<MoneySignificator> significators(NatalReading const& reading, Facts& facts,
                                                           MoneyRules const& rules);

/// Style, leak or safeguard by its key, and the facts it rests on.
struct MoneyTrait {
  std::string key;
  std::vector<std::string> facts;
  double weight = 1;
};
/// 4 … 5 ways of earning, the weightiest first; and what money is lost by.
[[nodiscard]] std::vector<MoneyTrait> styles(NatalReading const& reading, Facts const& facts,
                                             MoneyRules const& rules);
[[nodiscard]] std::vector<MoneyTrait> leaks(NatalReading const& reading, Facts const& facts, MoneyRules const& rules);
/// Habits for these traits, in their order, each once.
[[nodiscard]] std::vector<std::pair<std::string, MoneyTrait>> habits(std::vector<MoneyTrait> const& traits,
                                                                     MoneyRules const& rules);

/// What one contact gives: sign and strength by nature; a conjunction by who comes.
[[nodiscard]] double nature_weight(MoneyRules const& rules, MoneyMover mover, AspectKind kind);
/// 0 … 1 by the distance from exactness in degrees: wider while it applies.
[[nodiscard]] double exactness(MoneyRules const& rules, double orb, bool applying);

}  // namespace kelisim::astro
