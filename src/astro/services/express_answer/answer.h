#pragma once

#include "services/express_answer/perfection.h"

#include <string>
#include <vector>

namespace kelisim::astro {

/// What a moment's chart says to one question.
struct Answer {
  int querent_house = 1;
  int quesited_house = 7;
  Body querent{};
  Body quesited{};
  Judgement judgement = {};
  std::vector<std::string> cautions = {};  ///< keys of `answer/caution`: they lower the score and forbid nothing
  bool querent_strong = false;
  bool querent_weak = false;
  bool quesited_strong = false;
  bool quesited_weak = false;
  bool moon_helps = false;
  bool moon_hinders = false;
  double score = 0;  ///< -10 … +10
  Band band{};
  TimeUnit unit{};
  int time_from = 0;  ///< in units; 0 and 0 when nothing comes about
  int time_to = 0;
};

/// The house of the matter, counted from the house of the one it is asked for.
[[nodiscard]] int turned_house(int of_person, int of_matter);

/// `track` holds the seven from four days before the moment to the rule's horizon after it.
[[nodiscard]] Answer answer(Track const& track, Chart const& chart, int person_house, int matter_house,
                            AnswerRules const& rules, VoidRule void_rule);

}  // namespace kelisim::astro
