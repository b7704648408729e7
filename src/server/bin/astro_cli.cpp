#include "astro_cli.h"

#include "server/astro_commands.h"

#include <memory>

namespace kelisim::server {
namespace {

void add_data(CLI::App& command, AstroPlace& place) {
  command.add_option("--brand", place.brand, "folder of the brand")->capture_default_str();
  command.add_option("--ephemeris", place.ephemeris, "folder of the Swiss Ephemeris")->capture_default_str();
  command.add_option("--atlas", place.atlas, "table of places, built by bin/setup")->capture_default_str();
  command.add_option("--language", place.language, "ru, kk or en")->capture_default_str();
}

void add_birth(CLI::App& command, astro::BirthStrings& birth, std::string const& prefix) {
  auto const name = [&](char const* option) { return "--" + prefix + option; };
  command.add_option(name("date"), birth.date, "of birth, 1990-05-17");
  command.add_option(name("time"), birth.time, "of birth by the clock there, 14:30; absent: unknown");
  command.add_option(name("uncertainty"), birth.uncertainty, "of the time, minutes either way");
  command.add_option(name("place"), birth.place, "a town, or with a comma its region: 'Киров, Калужская'");
  command.add_option(name("latitude"), birth.latitude, "of a place that the atlas lacks");
  command.add_option(name("longitude"), birth.longitude);
  command.add_option(name("zone"), birth.zone, "of a place that the atlas lacks: Asia/Almaty");
  command.add_option(name("offset"), birth.offset, "of the clock from UTC, against the tz database");
  command.add_option(name("offset-reason"), birth.offset_reason);
  command.add_option(name("choice"), birth.choice,
                     "earlier or later, of a time that the clock showed twice or never");
}

void add_chart(CLI::App& app, int& code) {
  auto const options = std::make_shared<ChartOptions>();
  auto* chart = app.add_subcommand("chart", "compute a birth chart");
  add_data(*chart, options->place);
  add_birth(*chart, options->birth, "");
  chart->add_flag("--json", options->json, "everything, as JSON");
  chart->add_option("--svg", options->svg, "write the wheel into this file");
  chart->callback([options, &code] { code = print_chart(*options); });
}

void add_draft(CLI::App& app, int& code) {
  auto const options = std::make_shared<DraftOptions>();
  auto* draft = app.add_subcommand("draft", "write the draft of a service");
  draft->add_option("service", options->service, "sun_actions, election, natal_base, express_answer or money")
      ->required();
  add_data(*draft, options->place);
  add_birth(*draft, options->birth, "");
  add_birth(*draft, options->partner, "partner-");
  draft->add_option("--at", options->at, "where the client lives or the matter happens; absent: the place of birth");
  draft->add_option("--now", options->now, "2026-11-21 or '2026-11-21 10:00', by the clock there; absent: now");
  draft->add_option("--area", options->areas, "of life to care for, at most three (sun_actions)");
  draft->add_option("--limit", options->limits, "health, time, budget, city or alone (sun_actions)");
  draft->add_option("--event", options->event, "what is to begin (election)");
  draft->add_option("--first-day", options->first_day, "of the search (election)");
  draft->add_option("--last-day", options->last_day, "included (election)");
  draft->add_option("--weekdays", options->weekdays, "1 Monday … 7 Sunday (election)");
  draft->add_option("--from", options->from, "allowed hours (election)")->capture_default_str();
  draft->add_option("--to", options->to, "allowed hours (election)")->capture_default_str();
  draft->add_option("--body-sign", options->body_sign, "sign of the part of the body (election of a surgery)");
  draft->add_option("--category", options->category, "of the question (express_answer)");
  draft->add_option("--asked-for", options->asked_for, "self, partner, child, … (express_answer)")
      ->capture_default_str();
  draft->add_option("--first-asked", options->first_asked, "when the same was asked before (express_answer)");
  draft->add_flag("--json", options->json, "facts, findings and draft, as JSON");
  draft->add_option("--pdf", options->pdf, "write the document into this file");
  draft->add_option("--ics", options->ics, "write the dates into this file");
  draft->callback([options, &code] { code = print_draft(*options); });
}

void add_care(CLI::App& app, int& code) {
  auto* astro = app.add_subcommand("astro", "care for an astrologer's data")->require_subcommand(1);
  auto const brand = std::make_shared<std::filesystem::path>("brands/astars");
  auto* check = astro->add_subcommand("check", "look at rule tables and texts, and say what is wrong");
  check->add_option("--brand", *brand, "folder of the brand")->capture_default_str();
  check->callback([brand, &code] { code = check_astro(*brand); });
  auto const options = std::make_shared<RarityOptions>();
  auto* rarity = astro->add_subcommand("rarity", "count findings over random charts: prints rules/rarity.toml");
  add_data(*rarity, options->place);
  rarity->add_option("--charts", options->charts)->check(CLI::Range(1, 100'000))->capture_default_str();
  rarity->add_option("--seed", options->seed)->check(CLI::Range(0, 1'000'000))->capture_default_str();
  rarity->callback([options, &code] { code = print_rarity(*options); });
}

}  // namespace

void add_astro_commands(CLI::App& app, int& code) {
  add_chart(app, code);
  add_draft(app, code);
  add_care(app, code);
}

}  // namespace kelisim::server
