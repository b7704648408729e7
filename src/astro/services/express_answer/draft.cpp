#include "services/express_answer/answer.h"
#include "services/writer.h"
#include "services/year_events.h"

#include <fmt/format.h>
#include <boost/json.hpp>

namespace kelisim::astro {
namespace {

constexpr std::size_t transits_told = 6;

void add_facts(Writer& writer, Chart const& chart, Answer const& answer) {
  auto const add = [&](std::string id, std::string kind, std::string subject, std::string value) {
    writer.facts.add({.id = std::move(id),
                      .kind = std::move(kind),
                      .subject = std::move(subject),
                      .value = std::move(value),
                      .source = "moment"});
  };
  add("moment.ascendant", "degree", "ascendant",
      fmt::format("{} {:.2f}", name_of(chart.of(Body::ascendant).sign), degree_in_sign(chart.houses->ascendant)));
  auto const significator = [&](std::string const& who, Body planet, int house) {
    auto const& here = chart.of(planet);
    add(who + ".ruler", "significator", house_name(house),
        fmt::format("{} {} {}", name_of(planet), name_of(here.sign), house_name(here.house)));
    add(who + ".score", "score", std::string(name_of(planet)), fmt::format("{}", here.essential + here.accidental));
  };
  significator("querent", answer.querent, answer.querent_house);
  significator("quesited", answer.quesited, answer.quesited_house);
  add("moment.moon", "degree", "moon",
      fmt::format("{} {:.2f}", name_of(chart.of(Body::moon).sign),
                  degree_in_sign(chart.of(Body::moon).state.longitude)));
  auto const& judgement = answer.judgement;
  writer.facts.add({.id = "perfection",
                    .kind = "perfection",
                    .subject = fmt::format("{}_{}", name_of(answer.querent), name_of(answer.quesited)),
                    .value = fmt::format("{}{}{}", name_of(judgement.kind),
                                         judgement.aspect ? fmt::format(" {}", name_of(*judgement.aspect)) : "",
                                         judgement.third ? fmt::format(" {}", name_of(*judgement.third)) : ""),
                    .orb = judgement.at && judgement.degrees > 0 ? std::optional(judgement.degrees) : std::nullopt,
                    .exact_at = judgement.at,
                    .source = "sky"});
  for (auto const& caution : answer.cautions) add("caution." + caution, "consideration", caution, "yes");
  add("answer.score", "score", "answer", fmt::format("{:.1f}", answer.score));
}

std::string conclude(Writer& writer, std::string_view subject, std::string_view key, std::vector<std::string> facts,
                     double weight) {
  return writer.conclude({.id = fmt::format("answer/{}.{}", subject, key),
                          .rule = std::string(subject),
                          .facts = std::move(facts),
                          .theme = "answer",
                          .weight = weight,
                          .fragment = {"answer", std::string(subject), std::string(key)}});
}

void write_conditions(Writer& writer, Answer const& answer) {
  auto const tell = [&](bool holds, std::string_view key, std::vector<std::string> facts) {
    if (holds) writer.say({conclude(writer, "condition", key, std::move(facts), 0.6)});
  };
  tell(answer.querent_strong, "querent_strong", {"querent.ruler", "querent.score"});
  tell(answer.querent_weak, "querent_weak", {"querent.ruler", "querent.score"});
  tell(answer.quesited_strong, "quesited_strong", {"quesited.ruler", "quesited.score"});
  tell(answer.quesited_weak, "quesited_weak", {"quesited.ruler", "quesited.score"});
  tell(answer.moon_helps, "moon_helps", {"moment.moon"});
  tell(answer.moon_hinders, "moon_hinders", {"moment.moon"});
}

void write_answer(Writer& writer, Answer const& answer, ExpressAnswerInput const& input, bool repeated) {
  writer.section("answer");
  writer.remark({"answer", "frame", "intro"});
  if (repeated) writer.remark({"answer", "frame", "repeated"});
  writer.say({conclude(writer, "band", name_of(answer.band), {"answer.score", "perfection"}, 2)});
  writer.section("why");
  writer.say({conclude(writer, "perfection", name_of(answer.judgement.kind),
                       {"perfection", "querent.ruler", "quesited.ruler"}, 1.5)});
  write_conditions(writer, answer);
  writer.section("when");
  if (answer.time_to == 0) {
    writer.say({conclude(writer, "timing", "none", {"perfection"}, 1)});
  } else {
    auto const timing = conclude(writer, "timing", name_of(answer.unit), {"perfection", "querent.ruler"}, 1);
    writer.say({timing});
    writer.remark({"answer", "frame", "range"});
    auto& table = writer.table("timing", writer.heading("when"),
                               {writer.label("column", "from"), writer.label("column", "to")});
    auto const& unit = writer.label("timing", name_of(answer.unit));
    table.rows.push_back(
        {{fmt::format("{} · {}", answer.time_from, unit), fmt::format("{} · {}", answer.time_to, unit)}, {timing}});
  }
  writer.section("what_to_do");
  writer.say({conclude(writer, "advice", input.category, {"quesited.ruler"}, 0.8)});
  writer.section("cautions");
  for (auto const& caution : answer.cautions)
    writer.say({conclude(writer, "caution", caution, {"caution." + caution}, 0.5)});
}

void write_transits(Writer& writer, Desk const& desk, ExpressAnswerInput const& input, Answer const& answer) {
  auto const& rules = desk.content.rules();
  if (!input.birth || rules.answer.transit_days == 0) return;
  NatalReading const reading(desk.ephemeris, *input.birth, rules.settings.natal);
  YearEvents const events(desk, reading,
                          {input.accepted, input.accepted + std::chrono::hours(24 * rules.answer.transit_days)});
  constexpr std::array movers = {Body::sun, Body::mercury, Body::venus, Body::mars, Body::jupiter, Body::saturn};
  std::vector<Body> points = {Body::sun, Body::ascendant, answer.quesited};
  if (reading.time_known()) points.push_back(Body::moon);
  std::ranges::sort(points);
  points.erase(std::ranges::unique(points).begin(), points.end());
  if (!reading.time_known()) std::erase(points, Body::moon);
  auto found = events.hits(movers, points);
  if (found.size() > transits_told) found.resize(transits_told);
  if (found.empty()) return;
  writer.section("calendar");
  writer.remark({"answer", "frame", "transits"});
  for (auto const& one : found) {
    auto const fact = add_transit(writer.facts, one, reading);
    auto const id = writer.conclude({.id = fact,
                                     .rule = "month_transit",
                                     .facts = {fact},
                                     .theme = "calendar",
                                     .weight = 0.3,
                                     .fragment = {"frame", "term", std::string(name_of(one.kind))}});
    writer.date_item({.id = fact, .from = one.at, .all_day = true, .title = title_of(writer, one), .findings = {id}});
  }
}

boost::json::object asked(ExpressAnswerInput const& input, Instant moment) {
  boost::json::object out{
      {"category", input.category},    {"moment", to_rfc3339(moment)}, {"accepted", to_rfc3339(input.accepted)},
      {"place", json_of(input.place)}, {"zone", input.zone.name()},    {"asked_for", input.asked_for}};
  if (input.birth) out["birth"] = json_of(*input.birth);
  return out;
}

}  // namespace

DraftResult draft_express_answer(Desk const& desk, ExpressAnswerInput const& input) {
  auto const& all = desk.content.rules();
  auto const& rules = all.answer;
  auto const horizon = std::chrono::hours(24 * rules.horizon_days);
  std::vector<Place> places{input.place};
  std::vector<Instant> instants{input.accepted - std::chrono::hours(24 * (rules.repeat_days + 10)),
                                input.accepted + horizon + std::chrono::hours(24 * 10)};
  if (input.birth) {
    places.push_back(input.birth->data.place.at);
    instants.insert(instants.end(), {input.birth->earliest, input.birth->latest});
  }
  if (auto const refusal = refuse_common(desk, input.language, places, instants, {input.place_name}))
    return Failure(*refusal);
  auto const category = rules.category.find(input.category);
  if (category == rules.category.end()) return Failure(DraftRefusal::unknown_category);
  bool const repeated = input.first_asked && *input.first_asked < input.accepted &&
                        input.accepted - *input.first_asked <= std::chrono::hours(24 * rules.repeat_days);
  auto const moment = repeated ? *input.first_asked : input.accepted;
  auto const chart = compute_chart(desk.ephemeris, moment, input.place, all.settings.horary);
  if (!chart) return Failure(DraftRefusal::outside_ephemeris);
  // Four days before, so that a Moon without course is seen whole; the outer planets for the rule that counts them.
  Track const track(desk.ephemeris, {moment - std::chrono::hours(24 * 6), moment + horizon}, planets);
  auto const querent = parse_name<Querent>(input.asked_for).value_or(Querent::self);
  auto const found =
      answer(track, *chart, rules.turned.at(index_of(querent)), category->second, rules, all.settings.void_rule);

  Writer writer(desk, Service::express_answer, input.language, input.zone);
  add_facts(writer, *chart, found);
  write_answer(writer, found, input, repeated);
  write_transits(writer, desk, input, found);
  writer.score({.id = "answer", .value = found.score, .min = -10, .max = 10});
  return Drafted{writer.finish(asked(input, moment), *chart, 0), *chart};
}

}  // namespace kelisim::astro
