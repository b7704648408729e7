#pragma once

#include "services/election/rules.h"
#include "services/express_answer/rules.h"
#include "services/money/rules.h"
#include "services/natal_base/rules.h"
#include "services/settings.h"
#include "services/sun_actions/rules.h"

namespace kelisim::astro {

/// Everything under a brand's `astro` folder that is not a text.
struct Rules {
  AstrologerSettings settings;
  NatalRules natal;
  Rarity rarity;
  SunRules sun;
  std::vector<Action> actions;
  MoneyRules money;
  AnswerRules answer;
  ElectionRules election;
};

}  // namespace kelisim::astro
