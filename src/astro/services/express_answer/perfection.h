#pragma once

#include "astro/events.h"
#include "services/express_answer/rules.h"

#include <optional>

namespace kelisim::astro {

/// Where the two significators get to before one of them leaves its sign.
struct Judgement {
  Perfection kind = Perfection::none;
  std::optional<AspectKind> aspect = {};  ///< of direct, and of the first contact of translation and collection
  std::optional<Body> third = {};         ///< who translates, collects or prohibits
  std::optional<Instant> at = {};         ///< of the perfection or the denial
  double degrees = 0;                     ///< from the moment to the perfection, as the aspect counts them
};

/// Follows the sky from the moment of the chart to the first perfection or denial of the two planets (of the seven,
/// different). The track begins at or before the moment and holds all seven.
/// Source of the terms: Lilly, Christian Astrology (1647), pp. 110-112.
/// - direct: a major aspect becomes exact before either leaves its sign;
/// - prohibition: before that, another planet but the Moon meets one of them by conjunction, square or opposition;
/// - translation: one swifter than both parts from the one (within the orb) and comes to the other in its sign;
/// - collection: both come to one slower than both;
/// - refranation: they were coming to an aspect within the orb, and one of them turned before it;
/// - reception: each stands in a sign of the other; none: nothing of these.
[[nodiscard]] Judgement judge(Track const& track, Chart const& chart, Body querent, Body quesited,
                              AnswerRules const& rules);

}  // namespace kelisim::astro
