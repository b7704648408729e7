#include "services/election/reasons.h"
#include "services/natal_reading.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <boost/json.hpp>

#include <cmath>

namespace kelisim::astro {
namespace {

constexpr std::size_t told_reasons = 3;

std::vector<FixedPoint> points_of(std::optional<NatalReading> const& reading) {
  if (!reading) return {};
  std::vector<FixedPoint> points;
  for (auto const& point : fixed_points(reading->chart())) {
    // A point that the told time does not settle to within a degree is nothing to elect by.
    auto const held = reading->span().judge(
        [&](Chart const& one) { return separation(one.of(point.body).state.longitude, point.longitude) < 1; });
    if (held.kind != Robustness::Kind::needs_time && points.size() < 32) points.push_back(point);
  }
  return points;
}

/// Writes the windows of one election.
class Teller {
 public:
  Teller(Writer& writer, ElectionSky const& sky, EventRules const& event, std::optional<NatalReading> const& client)
      : writer_(writer), sky_(sky), event_(event), client_(client) {}

  /// Facts and findings of what holds in a window: ids of the findings told.
  std::vector<std::string> reasons_of(std::string const& window_id, ElectionWindow const& window, bool in_favour);
  std::string veto_of(std::string const& window_id, ElectionWindow const& window, ElectionRule veto);
  std::string window_fact(std::string const& window_id, ElectionWindow const& window);
  [[nodiscard]] std::string shorts(ElectionWindow const& window, bool in_favour) const;

 private:
  std::string add_fact(std::string const& window_id, ElectionWindow const& window, ElectionRule rule);

  Writer& writer_;
  ElectionSky const& sky_;
  EventRules const& event_;
  std::optional<NatalReading> const& client_;
};

std::string Teller::window_fact(std::string const& window_id, ElectionWindow const& window) {
  return writer_.facts.add({.id = window_id,
                            .kind = "window",
                            .subject = event_.id,
                            .value = fmt::format("{}/{}", to_rfc3339(window.from), to_rfc3339(window.to)),
                            .exact_at = window.from,
                            .weight = window.score,
                            .source = "sky"});
}

std::string Teller::add_fact(std::string const& window_id, ElectionWindow const& window, ElectionRule rule) {
  auto const words = short_reason(writer_, sky_, window, rule);
  bool const natal = rule == ElectionRule::natal_support || rule == ElectionRule::natal_tension;
  auto robust = time_independent;
  if (natal && client_ && !client_->time_known()) robust = {.kind = Robustness::Kind::needs_time, .minutes = 0};
  return writer_.facts.add({.id = fmt::format("{}.{}", window_id, name_of(rule)),
                            .kind = "election",
                            .subject = std::string(name_of(rule)),
                            .value = words.empty() ? "yes" : words,
                            .exact_at = window.from + (window.to - window.from) / 2,
                            .robust = robust,
                            .source = natal ? "natal" : "sky"});
}

std::vector<std::string> Teller::reasons_of(std::string const& window_id, ElectionWindow const& window,
                                            bool in_favour) {
  std::vector<std::string> ids;
  for (auto const rule : reasons(event_, window.marks, in_favour)) {
    if (ids.size() == told_reasons) break;
    auto const name = std::string(name_of(rule));
    auto const* subject = in_favour ? "pro" : "contra";
    auto const weight = event_.weight.find(rule);
    ids.push_back(writer_.conclude({.id = fmt::format("{}.{}.{}", window_id, subject, name),
                                    .rule = name,
                                    .facts = {window_fact(window_id, window), add_fact(window_id, window, rule)},
                                    .theme = window_id,
                                    .weight = weight == event_.weight.end() ? 1 : std::abs(weight->second),
                                    .fragment = {"election", subject, name}}));
  }
  return ids;
}

std::string Teller::veto_of(std::string const& window_id, ElectionWindow const& window, ElectionRule veto) {
  auto const name = std::string(name_of(veto));
  return writer_.conclude({.id = fmt::format("{}.veto.{}", window_id, name),
                           .rule = name,
                           .facts = {window_fact(window_id, window), add_fact(window_id, window, veto)},
                           .theme = window_id,
                           .weight = 5,
                           .fragment = {"election", "veto", name}});
}

std::string Teller::shorts(ElectionWindow const& window, bool in_favour) const {
  std::vector<std::string> words;
  if (window.veto && !in_favour) words.push_back(short_reason(writer_, sky_, window, *window.veto));
  std::erase(words, "");
  for (auto const rule : reasons(event_, window.marks, in_favour)) {
    if (words.size() == told_reasons) break;
    auto text = short_reason(writer_, sky_, window, rule);
    if (!text.empty() && std::ranges::find(words, text) == words.end()) words.push_back(std::move(text));
  }
  return words.empty() ? "—" : fmt::format("{}", fmt::join(words, "; "));
}

void write_window_row(Writer& writer, Teller const& teller, Table& table, ElectionWindow const& window,
                      std::vector<std::string> findings) {
  table.rows.push_back(
      {{writer.date_time(window.from), writer.clock(window.to), fmt::format("{:.0f}", 100 * window.score),
        teller.shorts(window, true), teller.shorts(window, false)},
       std::move(findings)});
}

std::vector<std::string> window_columns(Writer const& writer) {
  std::vector<std::string> columns;
  for (auto const* name : {"from", "to", "score", "pros", "contras"}) columns.push_back(writer.label("column", name));
  return columns;
}

/// Each reason once, after the days of all the windows that have it.
class ToldReasons {
 public:
  void add(Writer const& writer, std::vector<std::string> const& findings, Instant day) {
    for (auto const& id : findings) {
      auto const& rule = writer.finding(id).rule;
      auto found = std::ranges::find(reasons_, rule, &Reason::rule);
      if (found == reasons_.end()) found = reasons_.insert(reasons_.end(), {rule, {}, {}});
      found->findings.push_back(id);
      found->days.push_back(day);
    }
  }
  void say(Writer& writer) const {
    for (auto one : reasons_) {
      std::ranges::sort(one.days);
      std::vector<std::string> days;
      for (auto const day : one.days) days.push_back(writer.date(day));
      writer.say(one.findings, fmt::format("{} — ", fmt::join(days, ", ")));
    }
  }

 private:
  struct Reason {
    std::string rule;
    std::vector<std::string> findings;
    std::vector<Instant> days;
  };
  std::vector<Reason> reasons_;
};

void write_best(Writer& writer, Teller& teller, EventRules const& event, std::vector<ElectionWindow> const& best) {
  auto& table = writer.table("best_windows", writer.heading("best_windows"), window_columns(writer));
  auto const& name = writer.text({"election", "event", event.id});
  std::array<ToldReasons, 2> told;
  for (std::size_t i = 0; i < best.size(); ++i) {
    auto const id = fmt::format("window.{}", i + 1);
    auto const pros = teller.reasons_of(id, best[i], true);
    auto const contras = teller.reasons_of(id, best[i], false);
    auto all = pros;
    all.insert(all.end(), contras.begin(), contras.end());
    told[0].add(writer, pros, best[i].from);
    told[1].add(writer, contras, best[i].from);
    write_window_row(writer, teller, table, best[i], all);
    writer.score({.id = id, .value = best[i].score});
    writer.date_item({.id = id,
                      .from = best[i].from,
                      .to = best[i].to,
                      .title = fmt::format("{} · {}", name, i + 1),
                      .text = teller.shorts(best[i], true),
                      .findings = std::move(all)});
  }
  writer.section("pros");
  told[0].say(writer);
  writer.section("contras");
  told[1].say(writer);
}

void write_rejected(Writer& writer, Teller& teller, ElectionFound const& found) {
  if (!found.rejected) return;
  writer.section("rejected");
  writer.remark({"election", "frame", "rejected"});
  auto const id = teller.veto_of("rejected", *found.rejected, *found.rejected->veto);
  writer.say({id});
  auto& table = writer.table("rejected", writer.heading("rejected"), window_columns(writer));
  write_window_row(writer, teller, table, *found.rejected, {id});
}

/// What was given up is a fact of the search and told by its own veto text, once.
void write_relaxed(Writer& writer, ElectionFound const& found) {
  if (found.relaxed.empty()) return;
  writer.section("summary");
  writer.remark({"election", "frame", "relaxed"});
  for (auto const rule : found.relaxed) {
    auto const name = std::string(name_of(rule));
    auto const fact = writer.facts.add(
        {.id = "relaxed." + name, .kind = "relaxed", .subject = name, .value = "given_up", .source = "search"});
    // The reason against says what to mind now that the rule is given up.
    auto const key = FragmentKey{"election", "contra", name};
    writer.say({writer.conclude(
        {.id = "relaxed." + name, .rule = name, .facts = {fact}, .theme = "relaxed", .weight = 1, .fragment = key})});
  }
}

void write_strip(Writer& writer, ElectionInput const& input, ElectionFound const& found, double good_level) {
  auto& strip = writer.strip("days", writer.heading("day_strip"));
  for (std::size_t day = 0; day < found.days.size(); ++day) {
    auto const& here = found.days[day];
    if (!here.allowed) continue;
    bool const chosen = std::ranges::find(found.best, day, &ElectionWindow::day) != found.best.end();
    auto const date = add_days(input.first_day, static_cast<int>(day));
    StripCell cell{.label = to_string(date), .level = "even", .score = here.score};
    if (chosen || (here.has_window && here.score >= good_level)) cell.level = "support";
    if (!here.has_window && here.veto) {
      cell.level = "care";
      auto const name = std::string(name_of(*here.veto));
      auto const fact = writer.facts.add({.id = fmt::format("day.{}.{}", to_string(date), name),
                                          .kind = "veto",
                                          .subject = name,
                                          .value = to_string(date),
                                          .source = "sky"});
      cell.findings.push_back(writer.conclude({.id = fact,
                                               .rule = name,
                                               .facts = {fact},
                                               .theme = "day",
                                               .weight = 0.1,
                                               .fragment = {"election", "veto", name}}));
    }
    strip.cells.push_back(std::move(cell));
  }
}

std::optional<DraftRefusal> refuse(Desk const& desk, ElectionInput const& input) {
  std::vector<Place> places{input.place};
  std::vector<Instant> instants;
  for (auto const& birth : {input.client, input.partner}) {
    if (!birth) continue;
    places.push_back(birth->data.place.at);
    instants.insert(instants.end(), {birth->earliest, birth->latest});
  }
  auto const first = input.zone.instant({input.first_day, {}});
  auto const last = input.zone.instant({input.last_day, {}});
  constexpr auto margin = std::chrono::hours(24 * 200);  // a loop of Mars may have begun before the window
  instants.push_back(first - margin);
  instants.push_back(last + margin);
  if (auto const common = refuse_common(desk, input.language, places, instants, {input.place_name})) return common;
  if (!desk.content.rules().election.events.contains(input.event)) return DraftRefusal::unknown_event;
  if (input.event == "surgery" && !input.body_sign) return DraftRefusal::body_sign_missing;
  if (input.last_day < input.first_day) return DraftRefusal::window_empty;
  if (input.last_day > add_days(input.first_day, 365)) return DraftRefusal::window_too_long;
  bool const some_day = std::ranges::any_of(input.weekdays, [](int day) { return day >= 1 && day <= 7; });
  if (!some_day || input.to <= input.from) return DraftRefusal::hours_empty;
  return std::nullopt;
}

boost::json::object asked(ElectionInput const& input) {
  boost::json::object out{{"event", input.event},
                          {"place", json_of(input.place)},
                          {"zone", input.zone.name()},
                          {"first_day", to_string(input.first_day)},
                          {"last_day", to_string(input.last_day)},
                          {"weekdays", boost::json::array(input.weekdays.begin(), input.weekdays.end())},
                          {"from", to_string(input.from)},
                          {"to", to_string(input.to)}};
  if (input.client) out["client"] = json_of(*input.client);
  if (input.partner) out["partner"] = json_of(*input.partner);
  if (input.body_sign) out["body_sign"] = name_of(*input.body_sign);
  return out;
}

}  // namespace

DraftResult draft_election(Desk const& desk, ElectionInput const& input) {
  if (auto const refusal = refuse(desk, input)) return Failure(*refusal);
  auto const& rules = desk.content.rules();
  auto const& event = rules.election.events.find(input.event)->second;
  std::optional<NatalReading> client;
  if (input.client) client.emplace(desk.ephemeris, *input.client, rules.settings.natal);
  std::optional<NatalReading> partner;
  if (input.partner) partner.emplace(desk.ephemeris, *input.partner, rules.settings.natal);
  ElectionSky const sky(desk, input.place,
                        {.zone = input.zone,
                         .first_day = input.first_day,
                         .last_day = input.last_day,
                         .weekdays = input.weekdays,
                         .from = input.from,
                         .to = input.to},
                        points_of(client), points_of(partner));
  auto const found = find_windows(sky, event, rules.election, input.body_sign);

  Writer writer(desk, Service::election, input.language, input.zone);
  Teller teller(writer, sky, event, client);
  writer.section("summary");
  writer.remark({"election", "frame", input.client || input.partner ? "intro" : "intro_sky"});
  if (input.event == "surgery") writer.remark({"election", "frame", "surgery_note"});
  writer.remark({"election", "frame", found.best.empty() ? "none_found" : "best"});
  write_relaxed(writer, found);
  write_best(writer, teller, event, found.best);
  write_rejected(writer, teller, found);
  if (!found.best.empty()) {
    writer.section("missed");
    writer.remark({"election", "frame", "missed"});
  }
  write_strip(writer, input, found, rules.election.good_level);
  auto const shown = found.best.empty()
                         ? input.zone.instant({input.first_day, input.from})
                         : found.best.front().from + (found.best.front().to - found.best.front().from) / 2;
  auto chart = compute_chart(desk.ephemeris, shown, input.place, rules.settings.natal);
  if (!chart) return Failure(DraftRefusal::outside_ephemeris);
  return Drafted{writer.finish(asked(input), *chart, input.client ? uncertainty_minutes(*input.client) : 0), *chart};
}

}  // namespace kelisim::astro
