#pragma once

#include "kernel/money.h"
#include "kernel/result.h"
#include "terms/brand.h"
#include "terms/decisions.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

/// The past decided again under other terms: what would have changed, for how many people, and by how much money.
/// Nothing is written. The money of a decision is the field `refund` of its outcome: what goes back to the person.
namespace kelisim::terms {

struct WhatIfAsk {
  Terms const& other;
  Instant from;  ///< decisions of [from, to)
  Instant to;
};

/// One decision that comes out otherwise. Money is absent where an outcome returns none by its kind.
struct ChangedDecision {
  Decision stored;
  std::string outcome_now;
  std::optional<Money> refund_then;
  std::optional<Money> refund_now;
};

struct WhatIfMonth {
  std::string month;  ///< `2026-12`, of the brand's zone
  std::int64_t decisions = 0;
  std::int64_t changed = 0;
  Money refunds_then;
  Money refunds_now;
};

struct WhatIfSum {
  std::int64_t decisions = 0;
  std::int64_t changed = 0;
  std::int64_t not_replayable = 0;  ///< kinds that no rule of this program decides again
  Money refunds_then;
  Money refunds_now;
  std::int64_t people_better = 0;  ///< who would have got back more, all their decisions taken together
  std::int64_t people_worse = 0;
  std::vector<WhatIfMonth> months = {};  ///< those that have decisions, oldest first
};

/// In order of precedence.
enum class WhatIfRefusal : std::uint8_t {
  nothing_to_ask = 1,   ///< the range is empty
  other_brand = 2,      ///< the terms are of another brand or document
  lacks_section = 3,    ///< a decision rests on a section that the other terms do not have
  too_many_people = 4,  ///< more than what_if_people_max gain or lose: ask for a shorter range
};

struct WhatIfRefused {
  WhatIfRefusal why;
  std::string section = {};  ///< that is lacking
  std::string decision = {};
};

/// The only thing that grows with the range is a sum for each person whose money changes.
inline constexpr std::int64_t what_if_people_max = 200'000;

/// Reads in pages, and tells each changed decision to `each` as it comes: nothing of the range is kept.
[[nodiscard]] Result<WhatIfSum, WhatIfRefused> what_if(db::Tx& tx, Replayer const& replayer, Brand const& brand,
                                                       WhatIfAsk const& ask,
                                                       std::function<void(ChangedDecision const&)> const& each);

/// The money that an outcome returns to the person, if its kind returns any.
[[nodiscard]] std::optional<Money> refund_of(std::string_view outcome);

}  // namespace kelisim::terms
