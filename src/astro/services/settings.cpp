#include "services/settings.h"

#include "text/toml_reader.h"

namespace kelisim::astro {

AstrologerSettings read_settings(TomlTable& table) {
  AstrologerSettings settings;
  settings.languages = table.texts("languages");
  auto chart = table.table("chart");
  auto& natal = settings.natal;
  natal.houses = chart.one_of<HouseSystem>("houses");
  natal.dignities.rulership = chart.one_of<Rulership>("rulership");
  natal.dignities.triplicity = chart.one_of<TriplicityRule>("triplicity");
  natal.dignities.terms = chart.one_of<TermRule>("terms");
  natal.models.node = chart.one_of<NodeModel>("node");
  natal.models.lilith = chart.one_of<LilithModel>("lilith");
  natal.fortune_turns_by_night = chart.flag("fortune_turns_by_night");
  natal.combust = chart.number("combust", 1, 15);
  settings.void_rule = chart.one_of<VoidRule>("void_of_course");
  settings.star_orb = chart.number("star_orb", 0.1, 3);
  auto orbs = table.table("orbs");
  natal.orbs = {.luminary = orbs.number("luminary", 1, 15),
                .planet = orbs.number("planet", 1, 12),
                .point = orbs.number("point", 0, 10),
                .minor = orbs.number("minor", 0, 4)};
  settings.horary = natal;
  settings.horary.houses = chart.one_of<HouseSystem>("horary_houses");
  settings.horary.dignities.rulership = Rulership::classical;
  settings.horary.cusp_rule = 5;
  chart.finish();
  orbs.finish();
  table.finish();
  return settings;
}

}  // namespace kelisim::astro
