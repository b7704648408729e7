#include "http/views.h"

#include <algorithm>
#include <cmath>
#include <concepts>

namespace kelisim::consultations {
namespace {

std::int32_t minutes_of_arc(std::floating_point auto degrees) {
  return static_cast<std::int32_t>(std::lround(degrees * 60));
}
std::int32_t thousandths(std::floating_point auto value) {
  return static_cast<std::int32_t>(std::lround(value * 1000));
}

/// Every key under a subject of a group of texts, with its words.
std::vector<ChoiceView> choices(astro::Fragments const& texts, std::string_view group, std::string_view subject) {
  std::vector<ChoiceView> found;
  for (auto const& [key, text] : texts.all())
    if (key.group == group && key.subject == subject) found.push_back({key.key, text.words});
  std::ranges::sort(found, {}, &ChoiceView::name);
  return found;
}

PositionView view_of(astro::Placement const& placement, astro::Words const& words) {
  auto const body = name_of(placement.body);
  auto const sign = name_of(placement.sign);
  // Cut, not rounded: 29°59.9' is still in its sign.
  auto const within = std::floor(astro::degree_in_sign(placement.state.longitude) * 60);
  return {.body = std::string(body),
          .name = words("frame", "term", body),
          .sign = std::string(sign),
          .sign_name = words("frame", "term", sign),
          .minutes = static_cast<std::int32_t>(within),
          .house = placement.house,
          .retrograde = placement.retrograde};
}

FactView view_of(astro::Fact const& fact) {
  return {.id = fact.id,
          .kind = fact.kind,
          .subject = fact.subject,
          .value = fact.value,
          .orb_minutes = fact.orb ? std::optional(minutes_of_arc(*fact.orb)) : std::nullopt,
          .applying = fact.applying,
          .exact_at = fact.exact_at,
          .weight = thousandths(fact.weight),
          .robust = to_string(fact.robust),
          .source = fact.source};
}

FindingView view_of(astro::Finding const& finding) {
  return {.id = finding.id,
          .rule = finding.rule,
          .facts = finding.facts,
          .theme = finding.theme,
          .weight = thousandths(finding.weight),
          .robust = to_string(finding.robust)};
}

SectionView view_of(astro::Section const& section) {
  SectionView view{.id = section.id, .heading = section.heading, .paragraphs = {}};
  for (auto const& one : section.paragraphs)
    view.paragraphs.push_back({one.text, one.findings, to_string(one.robust)});
  return view;
}

TableView view_of(astro::Table const& table) {
  TableView view{.id = table.id, .heading = table.heading, .columns = table.columns, .rows = {}};
  for (auto const& row : table.rows) view.rows.push_back({row.cells, row.findings});
  return view;
}

StripView view_of(astro::Strip const& strip) {
  StripView view{.id = strip.id, .heading = strip.heading, .cells = {}};
  for (auto const& cell : strip.cells) view.cells.push_back({cell.label, cell.level, cell.text, cell.findings});
  return view;
}

DateView view_of(astro::DatedItem const& date) {
  return {.id = date.id,
          .from = date.from,
          .to = date.to,
          .all_day = date.all_day,
          .title = date.title,
          .text = date.text,
          .findings = date.findings};
}

}  // namespace

DeskView view_of(AstrologersDesk const& desk, std::string const& language) {
  auto const& texts = desk.content().fragments(language);
  DeskView view{.services = {astro::names<astro::Service>.begin(), astro::names<astro::Service>.end()},
                .languages = desk.content().languages(),
                .events = choices(texts, "election", "event"),
                .categories = choices(texts, "answer", "category"),
                .signs = {},
                .attribution = std::string(astro::Atlas::attribution())};
  for (auto const sign : astro::names<astro::Sign>)
    view.signs.push_back({std::string(sign), texts.get("frame", "term", sign)});
  return view;
}

BirthView view_of(astro::BirthMoment const& birth, std::string const& language) {
  BirthView view{.at = birth.at,
                 .time_known = birth.time_known,
                 .place = birth.data.place.name,
                 .offset = astro::describe(birth.offset, *astro::parse_name<astro::Language>(language)),
                 .cautions = {}};
  for (auto const caution : birth.cautions) view.cautions.emplace_back(name_of(caution));
  return view;
}

ChartView view_of(astro::Chart const& chart, astro::WheelOptions options, astro::Words const& words) {
  ChartView view{.at = chart.at,
                 .houses = std::nullopt,
                 .whole_sign_used = chart.houses && chart.houses->whole_sign_used,
                 .positions = {},
                 .aspects = {},
                 .wheel = astro::wheel_svg(chart, options, words),
                 .wheel_small = {}};
  if (chart.houses) view.houses = std::string(name_of(chart.houses->used));
  for (auto const& placement : chart.placements) view.positions.push_back(view_of(placement, words));
  for (auto const& aspect : chart.aspects) {
    auto const kind = name_of(aspect.kind);
    view.aspects.push_back({.first = std::string(name_of(aspect.first)),
                            .second = std::string(name_of(aspect.second)),
                            .kind = std::string(kind),
                            .name = words("frame", "term", kind),
                            .orb_minutes = minutes_of_arc(aspect.orb),
                            .applying = aspect.applying});
  }
  options.detail = astro::WheelDetail::compact;
  view.wheel_small = astro::wheel_svg(chart, options, words);
  return view;
}

std::map<std::string, std::string> terms_of(astro::Fragments const& texts) {
  std::map<std::string, std::string> terms;
  for (auto const& [key, text] : texts.all())
    if (key.group == "frame" && key.subject == "term") terms.emplace(key.key, text.words);
  return terms;
}

DraftAnswer answer_of(astro::Draft const& draft, Instant at) {
  DraftAnswer answer{
      .at = at,
      .service = std::string(name_of(draft.service)),
      .language = draft.language,
      .title = draft.title,
      .zone = draft.zone,
      .birth = std::nullopt,
      .chart = {},
      .sections = {},
      .tables = {},
      .strips = {},
      .dates = {},
      .findings = {},
      .facts = {},
      .notice = draft.notice,
      .settings = draft.settings,
      .versions = {draft.versions.engine, draft.versions.tzdata, draft.versions.atlas, draft.versions.content},
      .input_hash = draft.input_hash,
      .terms = {}};
  for (auto const& one : draft.sections) answer.sections.push_back(view_of(one));
  for (auto const& one : draft.tables) answer.tables.push_back(view_of(one));
  for (auto const& one : draft.strips) answer.strips.push_back(view_of(one));
  for (auto const& one : draft.dates) answer.dates.push_back(view_of(one));
  for (auto const& one : draft.findings) answer.findings.push_back(view_of(one));
  for (auto const& one : draft.facts) answer.facts.push_back(view_of(one));
  return answer;
}

}  // namespace kelisim::consultations
