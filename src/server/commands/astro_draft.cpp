#include "astro/calendar.h"
#include "astro/document.h"
#include "commands/astro_desk.h"
#include "platform/clock.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace kelisim::server {
namespace {

using namespace astro;

/// Where the client is, and when it is there.
struct Here {
  astro::Place at;
  std::string name;
  Zone zone = Zone::utc();
  Instant now;
};

std::optional<CivilDateTime> parse_wall(std::string const& text) {
  auto const date = parse_civil_date(text.substr(0, 10));
  if (!date) return std::nullopt;
  if (text.size() <= 10) return CivilDateTime{*date, civil_time(12)};
  auto const time = parse_civil_time(text.substr(11));
  return time ? std::optional(CivilDateTime{*date, *time}) : std::nullopt;
}

std::optional<Instant> instant_of(std::string const& text, Zone const& zone) {
  auto const wall = parse_wall(text);
  if (!wall) {
    fmt::print(stderr, "kelisim: '{}' is no date such as 2026-11-21 or '2026-11-21 10:00'\n", text);
    return std::nullopt;
  }
  return zone.instant(*wall);
}

std::optional<Here> here_of(AstroDesk const& desk, DraftOptions const& options,
                            std::optional<BirthMoment> const& birth) {
  Here here;
  if (!options.at.empty()) {
    auto const town = desk.town(options.at);
    if (!town) return std::nullopt;
    here.at = town->at;
    here.name = town->name;
    here.zone = Zone::load(town->zone).value_or(Zone::utc());
  } else if (birth) {
    here.at = birth->data.place.at;
    here.name = birth->data.place.name;
    here.zone = Zone::load(birth->data.place.zone).value_or(Zone::utc());
  } else {
    fmt::print(stderr, "kelisim: say where with --at\n");
    return std::nullopt;
  }
  SystemClock clock;
  here.now = clock.now();
  if (options.now.empty()) return here;
  auto const now = instant_of(options.now, here.zone);
  if (!now) return std::nullopt;
  here.now = *now;
  return here;
}

std::optional<ElectionInput> election_of(DraftOptions const& options, Here const& here) {
  auto const first = parse_civil_date(options.first_day);
  auto const last = parse_civil_date(options.last_day);
  auto const from = parse_civil_time(options.from);
  auto const to = parse_civil_time(options.to);
  auto const sign = parse_name<Sign>(options.body_sign);
  if (!first || !last || !from || !to || (!sign && !options.body_sign.empty())) {
    fmt::print(stderr,
               "kelisim: --first-day and --last-day such as 2026-12-01, --from and --to such as 09:00, "
               "--body-sign such as leo\n");
    return std::nullopt;
  }
  return ElectionInput{.language = options.place.language,
                       .event = options.event,
                       .place = here.at,
                       .place_name = here.name,
                       .zone = here.zone,
                       .first_day = *first,
                       .last_day = *last,
                       .weekdays = options.weekdays,
                       .from = *from,
                       .to = *to,
                       .client = {},
                       .partner = {},
                       .body_sign = sign};
}

struct Asked {
  ServiceInput input;
  Instant now;
};

/// What was asked for, or nothing after the reason was printed.
std::optional<Asked> asked_of(AstroDesk const& desk, DraftOptions const& options) {
  auto const service = parse_name<Service>(options.service);
  if (!service) {
    fmt::print(stderr, "kelisim: services are {}\n", fmt::join(names<Service>, ", "));
    return std::nullopt;
  }
  std::optional<BirthMoment> birth;
  bool const birth_needed = *service != Service::election && *service != Service::express_answer;
  if (birth_needed || !options.birth.date.empty()) {
    birth = desk.birth(options.birth);
    if (!birth) return std::nullopt;
  }
  auto const here = here_of(desk, options, birth);
  if (!here) return std::nullopt;
  auto const& language = options.place.language;
  switch (*service) {
    case Service::natal_base:
      return Asked{NatalBaseInput{language, *birth, here->now}, here->now};
    case Service::sun_actions:
      return Asked{SunActionsInput{language, *birth, here->now, here->at, here->zone, options.areas, options.limits},
                   here->now};
    case Service::money:
      return Asked{MoneyInput{language, *birth, here->zone.local(here->now).date, here->at, here->zone}, here->now};
    case Service::express_answer: {
      std::optional<Instant> first;
      if (!options.first_asked.empty() && !(first = instant_of(options.first_asked, here->zone))) return std::nullopt;
      return Asked{ExpressAnswerInput{language, options.category, here->now, here->at, here->name, here->zone,
                                      options.asked_for, birth, first},
                   here->now};
    }
    case Service::election: {
      auto input = election_of(options, *here);
      if (!input) return std::nullopt;
      input->client = birth;
      if (!options.partner.date.empty() && !(input->partner = desk.birth(options.partner))) return std::nullopt;
      return Asked{*std::move(input), here->now};
    }
  }
  return std::nullopt;
}

void print_text(Draft const& draft) {
  fmt::print("{}\n", draft.title);
  for (auto const& section : draft.sections) {
    fmt::print("\n## {}\n", section.heading);
    for (auto const& paragraph : section.paragraphs) {
      fmt::print("\n{}\n", paragraph.text);
      if (!paragraph.findings.empty())
        fmt::print("  [{}; {}]\n", fmt::join(paragraph.findings, ", "), to_string(paragraph.robust));
    }
  }
  for (auto const& table : draft.tables) {
    fmt::print("\n## {}\n\n| {} |\n", table.heading, fmt::join(table.columns, " | "));
    for (auto const& row : table.rows) fmt::print("| {} |\n", fmt::join(row.cells, " | "));
  }
  for (auto const& strip : draft.strips) {
    fmt::print("\n## {}\n\n", strip.heading);
    for (auto const& cell : strip.cells)
      fmt::print("{} {:<7} {:+.2f} {}\n", cell.label, cell.level, cell.score, cell.text);
  }
  auto const& versions = draft.versions;
  fmt::print("\n{}\n{}\n{}; tzdata {}; {}; texts {:.12}; input {:.12}\n", draft.notice, draft.settings,
             versions.engine, versions.tzdata, versions.atlas, versions.content, draft.input_hash);
}

/// Writes the files that were asked for; whether any was.
bool write_files(AstroDesk const& desk, DraftOptions const& options, Asked const& asked, Drafted const& made) {
  auto const told = [](std::filesystem::path const& file) { fmt::print("{}\n", file.string()); };
  if (!options.pdf.empty()) {
    auto const words = desk.words();
    DocumentOptions const document{
        .brand = std::filesystem::absolute(options.place.brand).lexically_normal().filename(),
        .lines = title_lines(asked.input, words),
        .author = {},
        .made_at = asked.now,
        .wheel = wheel_options(desk.ephemeris(), asked.input)};
    write_file(options.pdf, document_pdf(made.draft, made.chart, document, words));
    told(options.pdf);
  }
  if (!options.ics.empty()) {
    write_file(options.ics, calendar_ics(made.draft, asked.now));
    told(options.ics);
  }
  return !options.ics.empty() || !options.pdf.empty();
}

}  // namespace

int print_draft(DraftOptions const& options) {
  AstroDesk const desk(options.place);
  auto const asked = asked_of(desk, options);
  if (!asked) return 1;
  auto const made = draft_of(desk.desk(), asked->input);
  if (!made) {
    fmt::print(stderr, "kelisim: {}\n", name_of(made.error()));
    return 1;
  }
  if (write_files(desk, options, *asked, *made)) return 0;
  if (options.json)
    fmt::print("{}\n", to_json(made->draft));
  else
    print_text(made->draft);
  return 0;
}

}  // namespace kelisim::server
