#include "services/sun_actions/calendar.h"
#include "services/sun_actions/scores.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <boost/json.hpp>

namespace kelisim::astro {
namespace {

void add_sun_facts(Writer& writer, Desk const& desk, SunActionsInput const& input, SunView const& view) {
  auto const house_robust =
      writer.facts.find("sun.house") == nullptr ? time_independent : writer.facts.find("sun.house")->robust;
  writer.facts.add({.id = "sun.strength",
                    .kind = "strength",
                    .subject = "sun",
                    .value = std::string(name_of(view.strength)),
                    .robust = weaker(house_robust, writer.facts.robust({view.sign_known ? "sun.sign" : "birth.day"})),
                    .source = "natal"});
  for (auto const house : view.leo_houses) {
    writer.facts.add({.id = fmt::format("leo.{}", house),
                      .kind = "leo_house",
                      .subject = "leo",
                      .value = house_name(house),
                      .robust = writer.facts.robust({fmt::format("cusp.{}", house)}),
                      .source = "natal"});
  }
  if (!input.areas.empty()) {
    writer.facts.add({.id = "wish.areas",
                      .kind = "wish",
                      .subject = "client",
                      .value = fmt::format("{}", fmt::join(input.areas, " ")),
                      .source = "client"});
  }
  auto const lunation = prenatal_lunation(desk.ephemeris, input.birth.at);
  if (!lunation) return;
  writer.facts.add({.id = "prenatal_lunation",
                    .kind = "lunation",
                    .subject = "moon",
                    .value = fmt::format("{} {}", name_of(lunation->phase), name_of(sign_of(lunation->longitude))),
                    .exact_at = lunation->at,
                    .source = "sky"});
}

std::string conclude_sun(Writer& writer, std::string_view subject, std::string_view key,
                         std::vector<std::string> facts, double weight) {
  return writer.conclude({.id = fmt::format("sun/{}.{}", subject, key),
                          .rule = std::string(subject),
                          .facts = std::move(facts),
                          .theme = "identity",
                          .weight = weight,
                          .fragment = {"sun", std::string(subject), std::string(key)}});
}

/// The Sun in about five sentences' worth of paragraphs.
void write_sun(Writer& writer, NatalReading const& reading, SunView const& view) {
  writer.section("sun");
  writer.remark({"sun", "frame", "intro"});
  if (view.sign_known) writer.say({conclude_sun(writer, "strength", name_of(view.strength), {"sun.strength"}, 1.2)});
  if (writer.facts.find("sect") != nullptr)
    writer.say({conclude_sun(writer, "sect", reading.chart().day ? "day" : "night", {"sect"}, 0.7)});
  if (view.house > 0)
    writer.say({conclude_sun(writer, "house_condition", name_of(angularity_of(view.house)), {"sun.house"}, 0.8)});
  if (view.sign_known)
    writer.say({conclude_sun(writer, "dispositor", name_of(view.dispositor), {"sun.dispositor"}, 0.9)});
  auto contacts = view.contacts;
  std::ranges::sort(contacts, [](SunView::Contact const& a, SunView::Contact const& b) {
    return a.closeness != b.closeness ? a.closeness > b.closeness : a.planet < b.planet;
  });
  int told = 0;
  for (auto const& contact : contacts) {
    auto const fact = aspect_id(Body::sun, contact.planet);
    if (told == 2 || writer.facts.find(fact) == nullptr) continue;
    auto const* subject = contact.supports ? "aspect_support" : "aspect_repair";
    if (writer.say({conclude_sun(writer, subject, name_of(contact.planet), {fact}, contact.closeness)})) ++told;
  }
}

std::vector<std::string> facts_of(Writer const& writer, ScoredAction const& scored, SunView const& view) {
  std::vector<std::string> facts;
  auto const cite = [&](std::string id) {
    bool const fresh = std::ranges::find(facts, id) == facts.end();
    if (fresh && writer.facts.find(id) != nullptr) facts.push_back(std::move(id));
  };
  for (auto const reason : scored.reasons) {
    switch (reason) {
      case SunReason::sign:
        cite("sun.sign");
        break;
      case SunReason::house:
        cite("sun.house");
        break;
      case SunReason::dispositor:
        cite("sun.dispositor");
        if (view.dispositor_house == scored.action->house) cite(fact_id(view.dispositor, "house"));
        break;
      case SunReason::support:
      case SunReason::repair:
        cite(aspect_id(Body::sun, scored.action->planet));
        break;
      case SunReason::leo:
        cite(fmt::format("leo.{}", scored.action->house));
        break;
      case SunReason::area:
        cite("wish.areas");
        break;
    }
  }
  if (facts.empty()) facts.push_back("birth.day");
  return facts;
}

/// `Солнце · Лев; Солнце · 5-й дом`: the facts themselves, in the words of the glossary.
std::string why(Writer const& writer, ScoredAction const& scored, SunView const& view) {
  std::vector<std::string> parts;
  auto const& sun = writer.term("sun");
  for (auto const reason : scored.reasons) {
    if (parts.size() == 2) break;
    auto const planet = scored.action->planet;
    switch (reason) {
      case SunReason::sign:
        parts.push_back(sun + " · " + writer.term(name_of(view.sign)));
        break;
      case SunReason::house:
        parts.push_back(sun + " · " + writer.term(house_name(view.house)));
        break;
      case SunReason::dispositor:
        parts.push_back(writer.term(name_of(view.dispositor)) +
                        (view.dispositor_house > 0 ? " · " + writer.term(house_name(view.dispositor_house)) : ""));
        break;
      case SunReason::support:
      case SunReason::repair:
        parts.push_back(sun + " · " + writer.term(name_of(planet)));
        break;
      case SunReason::leo:
        parts.push_back(writer.term("leo") + " · " + writer.term(house_name(scored.action->house)));
        break;
      case SunReason::area:
        parts.push_back(writer.term(house_name(scored.action->house)));
        break;
    }
  }
  return fmt::format("{}", fmt::join(parts, "; "));
}

std::string when(Writer const& writer, SunCalendar const& calendar, Action const& action, Instant start) {
  auto const& often = writer.label("frequency", name_of(action.frequency));
  auto const ruler = is_classical(action.planet) ? action.planet : Body::sun;
  if (action.frequency == Frequency::daily) {
    auto const hour = calendar.hour_of(ruler, start);
    auto const clock = hour ? fmt::format(" ({} {} {}–{})", writer.label("frequency", "nearest"),
                                          writer.date(hour->from), writer.clock(hour->from), writer.clock(hour->to))
                            : std::string();
    return fmt::format("{}, {}{}", often, writer.term(fmt::format("hour_{}", name_of(ruler))), clock);
  }
  auto const day = calendar.day_of(ruler, start);
  auto const date =
      day ? fmt::format(" ({} {})", writer.label("frequency", "nearest"), writer.date(day->from)) : std::string();
  return fmt::format("{}, {}{}", often, writer.term(fmt::format("day_{}", name_of(ruler))), date);
}

void write_actions(Writer& writer, SunCalendar const& calendar, std::vector<ScoredAction> const& chosen,
                   SunView const& view, Instant start) {
  auto& table =
      writer.table("actions", writer.heading("actions"),
                   {writer.label("column", "action"), writer.label("column", "why"), writer.label("column", "how"),
                    writer.label("column", "when"), writer.label("column", "sign")});
  std::set<SunReason> reasons;
  for (auto const& scored : chosen) {
    auto const& id = scored.action->id;
    auto const finding = writer.conclude({.id = "action/" + id,
                                          .rule = std::string(name_of(scored.reasons.front())),
                                          .facts = facts_of(writer, scored, view),
                                          .theme = std::string(name_of(scored.action->kind)),
                                          .weight = scored.score,
                                          .fragment = {"action", id, "how"}});
    table.rows.push_back(
        {{writer.text({"action", id, "title"}), why(writer, scored, view), writer.text({"action", id, "how"}),
          when(writer, calendar, *scored.action, start), writer.text({"action", id, "sign"})},
         {finding}});
    reasons.insert(scored.reasons.front());
  }
  writer.section("why");
  for (auto const reason : reasons) {
    auto const leads = [&](ScoredAction const& one) { return one.reasons.front() == reason; };
    auto const& scored = *std::ranges::find_if(chosen, leads);
    writer.say({conclude_sun(writer, "why", name_of(reason), facts_of(writer, scored, view), 0.3)});
  }
}

}  // namespace

DraftResult draft_sun_actions(Desk const& desk, SunActionsInput const& input) {
  auto const& rules = desk.content.rules();
  auto const& birth = input.birth;
  auto const ends = input.start + std::chrono::hours(24 * (rules.sun.calendar_days + 5));
  if (auto const refusal = refuse_common(desk, input.language, {birth.data.place.at, input.living},
                                         {birth.earliest - std::chrono::hours(24 * 32), birth.latest,
                                          input.start - std::chrono::hours(24 * 5), ends},
                                         {birth.data.place.name})) {
    return Failure(*refusal);
  }
  constexpr std::size_t areas_max = 3;
  if (input.areas.size() > areas_max) return Failure(DraftRefusal::too_many_areas);
  Writer writer(desk, Service::sun_actions, input.language, input.living_zone);
  NatalReading const reading(desk.ephemeris, birth, rules.settings.natal);
  reading.add_facts(desk.ephemeris, writer.facts, rules.settings.star_orb);
  auto const view = sun_view(reading, rules.sun, input.areas);
  add_sun_facts(writer, desk, input, view);
  write_sun(writer, reading, view);
  SunCalendar const calendar(desk, reading, rules.sun, input.start, input.living, input.living_zone);
  write_actions(writer, calendar, choose_actions(rules.actions, view, rules.sun, input.limits), view, input.start);
  writer.section("calendar");
  writer.remark({"sun", "frame", "calendar"});
  calendar.write(writer);
  writer.section("checklist");
  writer.remark({"sun", "frame", "checklist"});
  boost::json::array areas(input.areas.begin(), input.areas.end());
  boost::json::array limits(input.limits.begin(), input.limits.end());
  boost::json::object const asked{{"birth", json_of(birth)},
                                  {"start", to_rfc3339(input.start)},
                                  {"living", json_of(input.living)},
                                  {"zone", input.living_zone.name()},
                                  {"areas", areas},
                                  {"limits", limits}};
  return Drafted{writer.finish(asked, reading.chart(), uncertainty_minutes(birth)), reading.chart()};
}

}  // namespace kelisim::astro
