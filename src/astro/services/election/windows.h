#pragma once

#include "services/election/sky.h"

#include <optional>
#include <string>
#include <vector>

namespace kelisim::astro {

struct ElectionWindow {
  Instant from;
  Instant to;
  double score = 0;                       ///< 0 … 1, by length
  std::size_t segment = 0;                ///< of its best part
  ElectionMarks marks;                    ///< of its best part
  std::size_t day = 0;                    ///< days after the first
  std::optional<ElectionRule> veto = {};  ///< of a rejected one: the first in the event's order
};

struct ElectionDay {
  double score = 0;  ///< of its best window; 0 without one
  bool has_window = false;
  bool allowed = false;              ///< some hour of it is
  std::optional<ElectionRule> veto;  ///< what struck out most of it when it has no window
};

struct ElectionFound {
  std::vector<ElectionWindow> best;  ///< by score, one a day; of equal score the longer first
  std::optional<ElectionWindow> rejected;
  std::vector<ElectionRule> relaxed;  ///< given up, in order
  std::vector<ElectionDay> days;
};

/// The score of what holds: 0 when all that speaks against holds and nothing for, 1 the other way round.
[[nodiscard]] double sky_score(EventRules const& event, ElectionMarks marks);
/// Sky and birth chart together, by their shares; without a birth chart the sky alone.
[[nodiscard]] double whole_score(ElectionRules const& rules, double sky, std::optional<double> natal);

/// Vetoes, then weights; neighbours join while the score stays within the tolerance of its best; windows shorter than
/// the table's minimum fall out. When nothing is left vetoes are given up in the event's order.
[[nodiscard]] ElectionFound find_windows(ElectionSky const& sky, EventRules const& event, ElectionRules const& rules,
                                         std::optional<Sign> body_sign);

}  // namespace kelisim::astro
