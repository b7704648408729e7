#include "services/express_answer/rules.h"

#include "text/toml_reader.h"

namespace kelisim::astro {
namespace {

void read_scores(TomlTable table, AnswerRules::Scores& scores) {
  auto const points = [&](std::string_view key) { return table.number(key, -10, 10); };
  scores.direct_flowing = points("direct_flowing");
  scores.direct_conjunction = points("direct_conjunction");
  scores.direct_tense = points("direct_tense");
  scores.tense_reception = points("tense_reception");
  for (auto kind = index_of(Perfection::translation); kind < count_of<Perfection>; ++kind)
    scores.perfection[kind] = points(names<Perfection>[kind]);
  scores.dignity = points("dignity");
  scores.angular = points("angular");
  scores.cadent = points("cadent");
  scores.retrograde = points("retrograde");
  scores.combust = points("combust");
  scores.moon_helps = points("moon_helps");
  scores.moon_hinders = points("moon_hinders");
  scores.caution = points("caution");
  scores.strong_from = table.whole("strong_from", -20, 20);
  scores.weak_below = table.whole("weak_below", -20, scores.strong_from);
  table.finish();
}

void read_timing(TomlTable table, AnswerRules& rules) {
  for (std::size_t modality = 0; modality < count_of<Modality>; ++modality) {
    auto const units = table.some_of<TimeUnit>(names<Modality>[modality]);
    if (units.size() != 3)
      table.problem(names<Modality>[modality], "must have three units: angular, succedent, cadent");
    else
      std::ranges::copy(units, rules.unit[modality].begin());
  }
  rules.spread = table.number("spread", 0, 0.9);
  table.finish();
}

}  // namespace

AnswerRules read_answer_rules(TomlTable& table) {
  AnswerRules rules;
  rules.repeat_days = table.whole("repeat_days", 0, 366);
  rules.horizon_days = table.whole("horizon_days", 30, 366);
  rules.transit_days = table.whole("transit_days", 0, 90);
  rules.early_degree = table.number("early_degree", 0, 10);
  rules.late_degree = table.number("late_degree", 20, 30);
  rules.aspect_orb = table.number("aspect_orb", 1, 30);
  read_scores(table.table("score"), rules.score);
  auto band = table.table("band");
  for (std::size_t i = 0; i < rules.band_from.size(); ++i) {
    rules.band_from[i] = band.number(names<Band>[i], -10, 10);
    if (i > 0 && rules.band_from[i] >= rules.band_from[i - 1]) {
      band.problem(names<Band>[i], "must be lower than the band above it");
    }
  }
  band.finish();
  read_timing(table.table("timing"), rules);
  auto category = table.table("category");
  for (auto const& key : category.keys()) rules.category[key] = category.whole(key, 1, 12);
  auto turned = table.table("turned");
  for (std::size_t i = 0; i < count_of<Querent>; ++i) rules.turned[i] = turned.whole(names<Querent>[i], 1, 12);
  turned.finish();
  table.finish();
  return rules;
}

Band band_of(AnswerRules const& rules, double score) {
  for (std::size_t i = 0; i < rules.band_from.size(); ++i)
    if (score >= rules.band_from[i]) return static_cast<Band>(i);
  return Band::no;
}

}  // namespace kelisim::astro
