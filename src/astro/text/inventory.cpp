#include "text/inventory.h"

#include "astro/draft.h"

#include <fmt/format.h>

namespace kelisim::astro {
namespace {

using Keys = std::set<FragmentKey>;

template <class Range>
void add(Keys& keys, std::string_view group, std::string_view subject, Range const& names) {
  for (auto const& name : names) keys.insert({std::string(group), std::string(subject), std::string(name)});
}

void add(Keys& keys, std::string_view group, std::string_view subject,
         std::initializer_list<std::string_view> names) {
  for (auto const name : names) keys.insert({std::string(group), std::string(subject), std::string(name)});
}

std::vector<std::string> house_names() {
  std::vector<std::string> houses;
  for (int house = 1; house <= 12; ++house) houses.push_back(fmt::format("h{}", house));
  return houses;
}

std::vector<std::string_view> planet_names() {
  std::vector<std::string_view> found;
  for (auto const body : planets) found.push_back(name_of(body));
  return found;
}

void add_positions(Keys& keys) {
  auto const houses = house_names();
  for (auto const planet : planet_names()) {
    add(keys, "planet_in_sign", planet, names<Sign>);
    add(keys, "planet_in_house", planet, houses);
  }
  for (auto const& house : houses) add(keys, "house_ruler_in_house", "ruler_of_" + house, houses);
  for (std::size_t i = 0; i < planets.size(); ++i) {
    for (std::size_t j = i + 1; j < planets.size(); ++j) {
      add(keys, "aspect", fmt::format("{}_{}", name_of(planets[i]), name_of(planets[j])), names<AspectNature>);
    }
  }
}

void add_natal(Keys& keys) {
  auto const houses = house_names();
  for (auto const* angle : {"ascendant", "midheaven"}) add(keys, "natal", angle, names<Sign>);
  for (auto const* point : {"north_node_house", "lot_of_fortune_house", "profection_house"})
    add(keys, "natal", point, houses);
  add(keys, "natal", "moon_phase", names<MoonPhase>);
  for (auto const* of : {"element_strong", "element_weak"}) add(keys, "natal", of, names<Element>);
  for (auto const* of : {"modality_strong", "modality_weak"}) add(keys, "natal", of, names<Modality>);
  add(keys, "natal", "hemisphere", {"eastern", "western", "northern", "southern"});
  add(keys, "natal", "sect", {"day", "night"});
  for (auto const body : classical) {
    for (auto const* dignity : {"domicile", "exaltation", "detriment", "fall"}) {
      bool const doubled =
          body == Body::mercury && (dignity == std::string_view("exaltation") || dignity == std::string_view("fall"));
      if (!doubled) add(keys, "natal", "dignity", {fmt::format("{}_{}", name_of(body), dignity)});
    }
  }
  add(keys, "natal", "pattern", names<PatternKind>);
  add(keys, "natal", "star", names<Star>);
  add(keys, "natal", "combust", {"moon", "mercury", "venus", "mars", "jupiter", "saturn"});
  add(keys, "natal", "retrograde", {"mercury", "venus", "mars", "jupiter", "saturn"});
  for (auto const* mover : {"jupiter", "saturn", "uranus", "neptune", "pluto"})
    for (auto const nature : names<AspectNature>)
      add(keys, "natal", "year_transit", {fmt::format("{}_{}", mover, nature)});
  for (auto const* of : {"self", "strengths", "tension", "work", "relations", "year"}) {
    for (int number = 1; number <= 3; ++number) add(keys, "natal", "question", {fmt::format("{}_{}", of, number)});
  }
}

void add_sun(Keys& keys, Rules const& rules) {
  auto const bodies = planet_names();
  add(keys, "sun", "strength", {"strong", "middle", "weak"});
  add(keys, "sun", "sect", {"day", "night"});
  add(keys, "sun", "house_condition", names<Angularity>);
  for (auto const* of : {"aspect_support", "aspect_repair"}) add(keys, "sun", of, std::span(bodies).subspan(1));
  add(keys, "sun", "dispositor", bodies);
  add(keys, "sun", "why", {"sign", "house", "dispositor", "support", "repair", "leo", "area"});
  add(keys, "sun", "frame", {"intro", "calendar", "checklist"});
  for (auto const& action : rules.actions) add(keys, "action", action.id, {"title", "how", "sign"});
}

void add_election(Keys& keys, ElectionRules const& rules) {
  for (auto const& [id, event] : rules.events) {
    add(keys, "election", "event", {id});
    for (auto const veto : event.vetoes) add(keys, "election", "veto", {name_of(veto)});
    for (auto const given_up : event.relax) add(keys, "election", "contra", {name_of(given_up)});
    for (auto const& [rule, weight] : event.weight)
      add(keys, "election", weight > 0 ? "pro" : "contra", {name_of(rule)});
  }
  add(keys, "election", "pro", {"natal_support", "partner_support", "stable"});
  add(keys, "election", "contra", {"natal_tension", "partner_tension"});
  add(keys, "election", "frame",
      {"intro", "best", "missed", "rejected", "relaxed", "surgery_note", "none_found", "intro_sky"});
}

void add_answer(Keys& keys, AnswerRules const& rules) {
  add(keys, "answer", "band", names<Band>);
  add(keys, "answer", "perfection", names<Perfection>);
  add(keys, "answer", "caution", {"asc_early", "asc_late", "moon_void", "via_combusta", "saturn_in_7"});
  add(keys, "answer", "condition",
      {"querent_strong", "querent_weak", "quesited_strong", "quesited_weak", "moon_helps", "moon_hinders"});
  add(keys, "answer", "timing", names<TimeUnit>);
  add(keys, "answer", "timing", {"none"});
  for (auto const& [category, house] : rules.category) {
    add(keys, "answer", "advice", {category});
    add(keys, "answer", "category", {category});
  }
  add(keys, "answer", "frame", {"intro", "repeated", "range", "transits"});
}

void add_money(Keys& keys, MoneyRules const& rules) {
  for (auto const planet : planet_names()) add(keys, "money", "style", {fmt::format("second_house_{}", planet)});
  add(keys, "money", "style",
      {"second_house_empty", "second_ruler_strong", "second_ruler_weak", "fortune_angular", "fortune_cadent",
       "jupiter_strong", "jupiter_weak"});
  for (auto const* of : {"leak", "safeguard"}) {
    add(keys, "money", of,
        {"neptune_second", "mars_second", "moon_second", "ruler_2_in_12", "ruler_2_in_8", "saturn_tense",
         "uranus_tense", "venus_tense"});
  }
  add(keys, "money", "month", {"support", "care", "even"});
  for (auto const mover : names<MoneyMover>)
    add(keys, "money", "transit", {fmt::format("{}_support", mover), fmt::format("{}_care", mover)});
  for (auto const& [of, habits] : rules.habit_of) add(keys, "money", "habit", habits);
  add(keys, "money", "frame", {"intro", "strip", "dates", "habits", "notice"});
}

void add_frame(Keys& keys) {
  add(keys, "frame", "notice", {"recommendation"});
  add(keys, "frame", "robust", {"exact", "time", "told", "needs_time"});
  add(keys, "frame", "heading",
      {"portrait", "strengths",  "tensions",   "work",         "relations",   "year",      "questions", "facts",
       "why",      "when",       "what_to_do", "calendar",     "month_strip", "day_strip", "dates",     "habits",
       "leaks",    "safeguards", "style",      "best_windows", "rejected",    "missed",    "summary",   "answer",
       "cautions", "sun",        "checklist",  "actions",      "settings",    "pros",      "contras",   "positions",
       "aspects",  "how",        "sign",       "notice"});
  for (auto const planet : planet_names()) add(keys, "frame", "term", {planet});
  add(keys, "frame", "term", {"north_node", "lilith", "chiron", "ascendant", "midheaven", "lot_of_fortune"});
  add(keys, "frame", "term", names<Sign>);
  add(keys, "frame", "term", names<AspectKind>);
  add(keys, "frame", "term", names<HouseSystem>);
  add(keys, "frame", "term", house_names());
  for (auto const phase : names<MoonPhase>) add(keys, "frame", "term", {fmt::format("phase_{}", phase)});
  for (auto const body : classical) {
    add(keys, "frame", "term", {fmt::format("day_{}", name_of(body)), fmt::format("hour_{}", name_of(body))});
  }
  add(keys, "frame", "term",
      {"domicile", "exaltation", "detriment", "fall", "retrograde", "applying", "separating", "combust",
       "eclipse_solar", "eclipse_lunar", "solar_return", "profection", "station", "void_of_course", "ruler",
       "direct"});
}

void add_labels(Keys& keys) {
  add(keys, "label", "title", names<Service>);
  add(keys, "label", "column",
      {"action", "why", "how", "when", "sign", "position", "house", "dignity", "body", "date", "event", "from", "to",
       "score", "pros", "contras", "day"});
  add(keys, "label", "joint", {"tension_1", "tension_2", "tension_3", "purpose", "leak", "robust"});
  add(keys, "label", "frequency", names<Frequency>);
  add(keys, "label", "frequency", {"nearest"});
  add(keys, "label", "level", {"support", "even", "care"});
  add(keys, "label", "settings", {"zodiac", "orbs", "houses", "time_unknown", "whole_sign_used"});
  add(keys, "label", "timing", names<TimeUnit>);
}

}  // namespace

std::set<FragmentKey> required_keys(Rules const& rules) {
  Keys keys;
  add_positions(keys);
  add_natal(keys);
  add_sun(keys, rules);
  add_election(keys, rules.election);
  add_answer(keys, rules.answer);
  add_money(keys, rules.money);
  add_frame(keys);
  add_labels(keys);
  return keys;
}

bool permitted(FragmentKey const& key) {
  if (key.group == "document") return true;  // words of pictures and printed pages, asked for by `report/`
  if (key.group == "frame") return key.subject == "term" || key.subject == "heading";
  if (key.group == "money") return key.subject == "habit";
  bool const reason = key.subject == "pro" || key.subject == "contra" || key.subject == "veto";
  return key.group == "election" && reason && parse_name<ElectionRule>(key.key).has_value();
}

}  // namespace kelisim::astro
