#include "astro/chart_json.h"
#include "astro/content.h"
#include "astro/rarity.h"
#include "astro/wheel.h"
#include "commands/astro_desk.h"
#include "server/astro_commands.h"

#include <fmt/format.h>

namespace kelisim::server {
namespace {

using namespace astro;

std::string houses_line(Chart const& chart, Words const& words) {
  if (!chart.houses) return words("label", "settings", "time_unknown") + ".";
  auto line = fmt::format("{}: {}.", words("label", "settings", "houses"),
                          words("frame", "term", name_of(chart.houses->used)));
  return chart.houses->whole_sign_used ? line + " " + words("label", "settings", "whole_sign_used") + "." : line;
}

void print_placements(Chart const& chart, Words const& words) {
  for (auto const& one : chart.placements) {
    auto const degree = degree_in_sign(one.state.longitude);
    auto const minutes = static_cast<int>(degree * 60);
    fmt::print("{:<18} {:02}°{:02}′ {:<10} {}{}\n", words("frame", "term", name_of(one.body)), minutes / 60,
               minutes % 60, words("frame", "term", name_of(one.sign)),
               one.house > 0 ? words("frame", "term", fmt::format("h{}", one.house)) : "",
               one.retrograde ? " R" : "");
  }
}

}  // namespace

int print_chart(ChartOptions const& options) {
  AstroDesk const desk(options.place);
  auto const birth = desk.birth(options.birth);
  if (!birth) return 1;
  auto const& settings = desk.chart_settings();
  auto const place = birth->time_known ? std::optional(birth->data.place.at) : std::nullopt;
  auto const chart = compute_chart(desk.ephemeris(), birth->at, place, settings);
  if (!chart) {
    fmt::print(stderr, "kelisim: this moment or place cannot be computed\n");
    return 1;
  }
  auto const words = desk.words();
  if (!options.svg.empty()) {
    write_file(options.svg, wheel_svg(*chart, {.language = options.place.language}, words));
    fmt::print("{}\n", options.svg.string());
    return 0;
  }
  if (options.json) {
    fmt::print("{}\n", to_json(*chart));
    return 0;
  }
  auto const language = parse_name<Language>(options.place.language).value_or(Language::ru);
  fmt::print("{}, {}\n{}\n", birth->data.place.name, to_rfc3339(birth->at), describe(birth->offset, language));
  for (auto const caution : birth->cautions) fmt::print("! {}\n", name_of(caution));
  fmt::print("{}\n\n", houses_line(*chart, words));
  print_placements(*chart, words);
  fmt::print("\n");
  for (auto const& one : chart->aspects) {
    fmt::print("{} · {} · {}  {:.1f}°\n", words("frame", "term", name_of(one.first)),
               words("frame", "term", name_of(one.kind)), words("frame", "term", name_of(one.second)), one.orb);
  }
  return 0;
}

int check_astro(std::filesystem::path const& brand) {
  auto const problems = check_content(brand);
  for (auto const& one : problems) fmt::print("{}\n", to_string(one));
  fmt::print("astro: {} to mend\n", problems.size());
  return problems.empty() ? 0 : 1;
}

int print_rarity(RarityOptions const& options) {
  auto const content = Content::load(options.place.brand);
  auto const ephemeris = open_swiss(options.place.ephemeris.string());
  auto const seen = count_findings(*ephemeris, content, options.charts, options.seed);
  fmt::print(
      "# Written by `kelisim astro rarity --charts {} --seed {}`: in how many of that many random charts each\n"
      "# finding stands. A finding that is not here stands in fewer than one.\n\n"
      "charts = {}\nseed = {}\n\n[seen]\n",
      options.charts, options.seed, options.charts, options.seed);
  for (auto const& [id, count] : seen) fmt::print("\"{}\" = {}\n", id, count);
  return 0;
}

}  // namespace kelisim::server
