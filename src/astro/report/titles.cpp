#include "astro/document.h"

#include <fmt/format.h>

namespace kelisim::astro {
namespace {

using Lines = std::vector<std::string>;

Language language_named(std::string const& language) { return parse_name<Language>(language).value_or(Language::ru); }

template <class Input>
  requires requires(Input const& input) {
    { input.birth } -> std::same_as<BirthMoment const&>;
  }
Lines lines(Input const& input, Language language, Words const& words) {
  return {birth_line(input.birth, language, words)};
}

Lines lines(ExpressAnswerInput const& input, Language language, Words const& words) {
  auto const asked = input.zone.local(input.accepted);
  return {words("answer", "category", input.category),
          fmt::format("{}, {}, {}", long_date(asked.date, language, words), to_string(asked.time), input.place_name)};
}

Lines lines(ElectionInput const& input, Language language, Words const& words) {
  return {words("election", "event", input.event),
          fmt::format("{} – {}, {}", long_date(input.first_day, language, words),
                      long_date(input.last_day, language, words), input.place_name)};
}

}  // namespace

std::string long_date(CivilDate date, Language language, Words const& words) {
  auto const month = words("document", "month_of", fmt::format("m{}", date.month));
  if (language == Language::kk) return fmt::format("{} ж. {} {}", date.year, date.day, month);
  return fmt::format("{} {} {}", date.day, month, date.year);
}

std::string birth_line(BirthMoment const& birth, Language language, Words const& words) {
  auto line = long_date(birth.data.date, language, words);
  if (birth.data.time) {
    line += ", " + to_string(birth.data.time->time);
    if (birth.data.time->plus_minus_minutes > 0)
      line += fmt::format(" ±{} {}", birth.data.time->plus_minus_minutes, words("document", "label", "minutes"));
    line += fmt::format(" ({})", describe(birth.offset, language));
  }
  return birth.data.place.name.empty() ? line : line + ", " + birth.data.place.name;
}

std::vector<std::string> title_lines(ServiceInput const& input, Words const& words) {
  return std::visit([&](auto const& asked) { return lines(asked, language_named(asked.language), words); }, input);
}

std::vector<LongitudeRange> moon_range(Ephemeris& ephemeris, BirthMoment const& birth) {
  if (birth.time_known) return {};
  return {{.body = Body::moon,
           .from = ephemeris.state(Body::moon, birth.earliest).longitude,
           .to = ephemeris.state(Body::moon, birth.latest).longitude}};
}

WheelOptions wheel_options(Ephemeris& ephemeris, ServiceInput const& input) {
  WheelOptions wheel;
  wheel.language = std::visit([](auto const& asked) { return asked.language; }, input);
  if (auto const* birth = subject_of(input)) wheel.ranges = moon_range(ephemeris, *birth);
  if (std::holds_alternative<SunActionsInput>(input)) wheel.mark = Body::sun;
  return wheel;
}

}  // namespace kelisim::astro
