#include "http/inputs.h"

#include "kernel/ensure.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace kelisim::consultations {
namespace {

using http::Problem;
using http::Refused;

Problem refused(std::string_view code) { return {.status = 409, .code = code}; }

template <class Text>
std::string text_of(std::optional<Text> const& given) {
  return given ? given->value : std::string();
}

std::vector<std::string> texts_of(std::vector<WordText> const& given) {
  std::vector<std::string> texts;
  for (auto const& one : given) texts.push_back(one.value);
  return texts;
}

/// The code of each, in the order of astro::BirthProblem.
constexpr std::array birth_codes = std::to_array<std::string_view>(
    {"birth_date_unreadable", "birth_date_out_of_range", "birth_time_unreadable", "birth_uncertainty_unreadable",
     "birth_place_missing", "birth_place_unknown", "birth_place_ambiguous", "birth_coordinates_unreadable",
     "birth_zone_unknown", "birth_offset_unreadable", "birth_offset_without_reason", "birth_choice_unreadable",
     "birth_time_skipped", "birth_time_repeated", "birth_choice_needless"});
static_assert(birth_codes.size() == astro::count_of<astro::BirthProblem>);

Problem problem(astro::BirthRefusal const& refusal) {
  auto answer = refused(birth_codes.at(astro::index_of(refusal.problem)));
  for (auto const& one : refusal.candidates) {
    auto const choice = std::string(name_of(one.choice));
    answer.params.emplace_back(choice, to_rfc3339(one.at));
    answer.params.emplace_back(choice + "_offset", astro::offset_text(one.offset.seconds_east));
  }
  if (!refusal.towns.empty()) {
    std::vector<std::string> labels;
    for (auto const& match : refusal.towns) labels.push_back(match.town.label());
    answer.params.emplace_back("towns", fmt::format("{}", fmt::join(labels, "; ")));
  }
  return answer;
}

astro::Language names_in(std::string const& language) {
  return astro::parse_name<astro::Language>(language).value_or(astro::Language::ru);
}

struct LivingPlace {
  astro::Town town;
  Zone zone;
};

Read<LivingPlace> town_of(AstrologersDesk const& desk, TownNumber number, std::string const& language) {
  auto town = desk.atlas().find(static_cast<std::uint32_t>(number.value), names_in(language));
  if (!town) return Refused(refused("unknown_town"));
  auto zone = Zone::load(town->zone);
  ENSURE(zone.has_value());  // every zone of the atlas is one of the tz database
  return LivingPlace{std::move(*town), std::move(*zone)};
}

Read<std::optional<astro::BirthMoment>> maybe_birth(AstrologersDesk const& desk, std::optional<BirthBody> const& body,
                                                    std::string const& language) {
  if (!body) return std::nullopt;
  auto birth = birth_of(desk, *body, language);
  if (!birth) return Refused(std::move(birth.error()));
  return std::optional(std::move(*birth));
}

}  // namespace

Read<std::string> language_of(AstrologersDesk const& desk, std::string_view asked) {
  auto const& offered = desk.content().languages();
  auto const found = std::ranges::find(offered, asked);
  if (found == offered.end()) return Refused(problem(astro::DraftRefusal::language_not_offered));
  return *found;
}

Read<astro::BirthMoment> birth_of(AstrologersDesk const& desk, BirthBody const& body, std::string const& language) {
  astro::BirthStrings const strings{
      .date = body.date.value,
      .time = text_of(body.time),
      .uncertainty = body.uncertainty_minutes ? std::to_string(body.uncertainty_minutes->value) : std::string(),
      .place = body.place.value,
      .latitude = text_of(body.latitude),
      .longitude = text_of(body.longitude),
      .zone = text_of(body.zone),
      .offset = text_of(body.offset),
      .offset_reason = text_of(body.offset_reason),
      .choice = body.choice ? std::string(name_of(*body.choice)) : std::string()};
  auto birth = astro::parse_birth(strings, desk.atlas(), names_in(language));
  if (!birth) return Refused(problem(birth.error()));
  return std::move(*birth);
}

Read<astro::SunActionsInput> input_of(AstrologersDesk const& desk, SunActionsBody const& body, Instant at) {
  auto language = language_of(desk, body.language.value);
  if (!language) return Refused(std::move(language.error()));
  auto birth = birth_of(desk, body.birth, *language);
  if (!birth) return Refused(std::move(birth.error()));
  auto const living = town_of(desk, body.living, *language);
  if (!living) return Refused(living.error());
  return astro::SunActionsInput{.language = *language,
                                .birth = std::move(*birth),
                                .start = at,
                                .living = living->town.at,
                                .living_zone = living->zone,
                                .areas = texts_of(body.areas),
                                .limits = texts_of(body.limits)};
}

Read<astro::NatalBaseInput> input_of(AstrologersDesk const& desk, NatalBaseBody const& body, Instant at) {
  auto language = language_of(desk, body.language.value);
  if (!language) return Refused(std::move(language.error()));
  auto birth = birth_of(desk, body.birth, *language);
  if (!birth) return Refused(std::move(birth.error()));
  return astro::NatalBaseInput{.language = *language, .birth = std::move(*birth), .now = at};
}

Read<astro::MoneyInput> input_of(AstrologersDesk const& desk, MoneyBody const& body, Instant) {
  auto language = language_of(desk, body.language.value);
  if (!language) return Refused(std::move(language.error()));
  auto birth = birth_of(desk, body.birth, *language);
  if (!birth) return Refused(std::move(birth.error()));
  auto const living = town_of(desk, body.living, *language);
  if (!living) return Refused(living.error());
  return astro::MoneyInput{.language = *language,
                           .birth = std::move(*birth),
                           .start_month = body.start_month,
                           .living = living->town.at,
                           .living_zone = living->zone};
}

Read<astro::ExpressAnswerInput> input_of(AstrologersDesk const& desk, ExpressAnswerBody const& body, Instant at) {
  auto language = language_of(desk, body.language.value);
  if (!language) return Refused(std::move(language.error()));
  auto const place = town_of(desk, body.place, *language);
  if (!place) return Refused(place.error());
  auto birth = maybe_birth(desk, body.birth, *language);
  if (!birth) return Refused(std::move(birth.error()));
  return astro::ExpressAnswerInput{.language = *language,
                                   .category = body.category.value,
                                   .accepted = at,
                                   .place = place->town.at,
                                   .place_name = place->town.label(),
                                   .zone = place->zone,
                                   .asked_for = body.asked_for ? body.asked_for->value : "self",
                                   .birth = std::move(*birth),
                                   .first_asked = std::nullopt};
}

Read<astro::ElectionInput> input_of(AstrologersDesk const& desk, ElectionBody const& body, Instant) {
  auto language = language_of(desk, body.language.value);
  if (!language) return Refused(std::move(language.error()));
  auto const place = town_of(desk, body.place, *language);
  if (!place) return Refused(place.error());
  auto client = maybe_birth(desk, body.birth, *language);
  if (!client) return Refused(std::move(client.error()));
  auto partner = maybe_birth(desk, body.partner, *language);
  if (!partner) return Refused(std::move(partner.error()));
  astro::ElectionInput input{.language = *language,
                             .event = body.event.value,
                             .place = place->town.at,
                             .place_name = place->town.label(),
                             .zone = place->zone,
                             .first_day = body.first_day,
                             .last_day = body.last_day,
                             .weekdays = {},
                             .from = body.from,
                             .to = body.to,
                             .client = std::move(*client),
                             .partner = std::move(*partner),
                             .body_sign = body.body_sign};
  for (auto const& day : body.weekdays) input.weekdays.push_back(static_cast<int>(day.value));
  return input;
}

Problem problem(astro::DraftRefusal refusal) { return refused(name_of(refusal)); }

Problem problem(astro::ChartRefusal refusal) {
  return problem(refusal == astro::ChartRefusal::outside_ephemeris ? astro::DraftRefusal::outside_ephemeris
                                                                   : astro::DraftRefusal::impossible_place);
}

Read<void> apply_edits(astro::Content const& content, astro::Draft& draft, std::vector<EditBody> const& edits) {
  for (std::size_t i = 0; i < edits.size(); ++i) {
    auto const& edit = edits[i];
    auto const index = static_cast<std::size_t>(edit.paragraph.value);
    auto const section = std::ranges::find(draft.sections, edit.section.value, &astro::Section::id);
    if (section == draft.sections.end() || index >= section->paragraphs.size()) {
      auto answer = refused("unknown_paragraph");
      answer.errors.push_back({fmt::format("edits[{}]", i), "unknown"});
      return Refused(std::move(answer));
    }
    if (auto const denied = content.denied(draft.language, edit.text.value); !denied.empty()) {
      auto answer = refused("denied_wording");
      answer.params.emplace_back("words", fmt::format("{}", fmt::join(denied, ", ")));
      answer.errors.push_back({fmt::format("edits[{}].text", i), "denied"});
      return Refused(std::move(answer));
    }
    section->paragraphs[index].text = edit.text.value;
  }
  for (auto& section : draft.sections)
    std::erase_if(section.paragraphs, [](astro::Paragraph const& one) { return one.text.empty(); });
  std::erase_if(draft.sections, [](astro::Section const& one) { return one.paragraphs.empty(); });
  return {};
}

}  // namespace kelisim::consultations
