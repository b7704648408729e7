#pragma once

#include "kernel/instant.h"
#include "kernel/zone.h"
#include "terms/brand.h"
#include "terms/calendar.h"
#include "terms/rules/deadline.h"

#include <boost/describe.hpp>

#include <cstdint>

namespace kelisim::claims {

/// Which of the two clocks of an answer comes first.
enum class Leads : std::uint8_t { law = 1, business = 2 };
BOOST_DESCRIBE_ENUM(Leads, law, business)

/// The law's time for an answer and the business's own, which the offer leaves open. Both are kept with their steps;
/// the earlier is the one that is promised, and the law's where they are the same.
struct AnswerClocks {
  terms::Due by_law;
  terms::Due by_business;
  Leads leads;
  [[nodiscard]] terms::Due const& leading() const { return leads == Leads::law ? by_law : by_business; }
};

[[nodiscard]] AnswerClocks answer_clocks(Instant received_at, terms::ClaimSettings const& settings, Zone const& zone,
                                         terms::WorkCalendar const& calendar);

/// The last instant for asking that another person looks at a ruling again.
[[nodiscard]] Instant appeal_until(Instant ruled_at, terms::ClaimSettings const& settings, Zone const& zone);

}  // namespace kelisim::claims
