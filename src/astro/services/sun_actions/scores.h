#pragma once

#include "services/natal_reading.h"
#include "services/sun_actions/rules.h"

#include <set>
#include <string>
#include <vector>

namespace kelisim::astro {

enum class SunStrength : std::uint8_t { weak, middle, strong };
template <>
inline constexpr auto names<SunStrength> = std::to_array<std::string_view>({"weak", "middle", "strong"});

/// Why an action suits a chart: the keys of `sun/why`.
enum class SunReason : std::uint8_t { sign, house, dispositor, support, repair, leo, area };
template <>
inline constexpr auto names<SunReason> =
    std::to_array<std::string_view>({"sign", "house", "dispositor", "support", "repair", "leo", "area"});

/// What the catalogue is weighed against.
struct SunView {
  bool sign_known = true;  ///< false: the Sun changed signs on a day of birth without a time
  Sign sign{};
  int house = 0;  ///< 0: unknown
  Body dispositor{};
  int dispositor_house = 0;          ///< 0: unknown
  std::vector<int> leo_houses = {};  ///< whose cusp is in Leo
  SunStrength strength = SunStrength::middle;
  struct Contact {
    Body planet{};
    double closeness = 0;  ///< 0 … 1
    bool supports = true;  ///< else it is to be mended
  };
  std::vector<Contact> contacts = {};
  std::set<int> area_houses = {};
};
/// From facts that are told only: with the time unknown there is no house, and strength is of the sign alone.
[[nodiscard]] SunView sun_view(NatalReading const& reading, SunRules const& rules,
                               std::vector<std::string> const& areas);

/// A flowing contact supports, a tense one is mended; a conjunction as its planet does: Moon, Mercury, Venus and
/// Jupiter support.
[[nodiscard]] bool supports(Body planet, AspectKind kind);

struct ScoredAction {
  Action const* action = nullptr;
  double score = 0;
  std::vector<SunReason> reasons = {};  ///< the heaviest first
};
[[nodiscard]] ScoredAction score_action(Action const& action, SunView const& view, SunRules const& rules);

/// The chosen, daily first, then weekly, then monthly. `limits` leave actions out.
[[nodiscard]] std::vector<ScoredAction> choose_actions(std::vector<Action> const& actions, SunView const& view,
                                                       SunRules const& rules, std::vector<std::string> const& limits);

}  // namespace kelisim::astro
