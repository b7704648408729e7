#include "birth/check.h"

#include <charconv>
#include <cmath>

namespace kelisim::astro {
namespace {

constexpr double dominance = 20;
constexpr std::size_t shown_candidates = 10;

/// A problem found while reading, or nothing.
using Problem = std::optional<BirthRefusal>;

Problem problem(BirthProblem what, std::vector<TownMatch> towns = {}) {
  return BirthRefusal{what, {}, std::move(towns)};
}

Problem problem(std::optional<BirthProblem> what) { return what ? problem(*what) : std::nullopt; }

template <class Number>
std::optional<Number> number(std::string_view text) {
  Number value{};
  auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

Problem read_time(BirthStrings const& strings, BirthData& data) {
  if (strings.time.empty())
    return strings.uncertainty.empty() ? Problem() : problem(BirthProblem::uncertainty_unreadable);
  auto const time = parse_civil_time(strings.time);
  if (!time) return problem(BirthProblem::time_unreadable);
  data.time = StatedTime{*time, 0};
  if (auto found = problem(time_problem(data.time))) return found;
  auto const minutes = strings.uncertainty.empty() ? 0 : number<int>(strings.uncertainty);
  if (!minutes) return problem(BirthProblem::uncertainty_unreadable);
  data.time->plus_minus_minutes = *minutes;
  return problem(time_problem(data.time));
}

Problem read_coordinates(BirthStrings const& strings, BirthData& data) {
  auto const latitude = number<double>(strings.latitude);
  auto const longitude = number<double>(strings.longitude);
  if (!latitude || !longitude) return problem(BirthProblem::coordinates_unreadable);
  data.place = {strings.place, "", {*latitude, *longitude}, strings.zone};
  return problem(place_problem(data.place));
}

/// Matches of the whole name only: "Киров" is not "Кировск".
std::vector<TownMatch> namesakes(Atlas const& atlas, std::string_view name, Language language) {
  auto found = atlas.search(name, language, Atlas::most_matches);
  std::erase_if(found, [](TownMatch const& match) { return !match.whole; });
  if (found.size() > shown_candidates) found.resize(shown_candidates);
  return found;
}

/// The namesake that everybody means: at least twenty times as large as any other.
TownMatch const* outstanding(std::vector<TownMatch> const& found) {
  TownMatch const* largest = &found.front();
  for (auto const& match : found) {
    if (match.town.population > largest->town.population) largest = &match;
  }
  for (auto const& match : found) {
    if (match.town.id != largest->town.id && match.town.population * dominance > largest->town.population)
      return nullptr;
  }
  return largest;
}

Problem read_place(BirthStrings const& strings, Atlas const& atlas, Language language, BirthData& data) {
  if (!strings.latitude.empty() || !strings.longitude.empty()) return read_coordinates(strings, data);
  if (strings.place.empty()) return problem(BirthProblem::place_missing);
  if (auto const id = number<std::uint32_t>(strings.place)) {
    auto const town = atlas.find(*id, language);
    if (!town) return problem(BirthProblem::place_unknown);
    data.place = birth_place(*town);
  } else {
    auto found = namesakes(atlas, strings.place, language);
    if (found.empty()) return problem(BirthProblem::place_unknown);
    auto const* const chosen = outstanding(found);
    if (chosen == nullptr) return problem(BirthProblem::place_ambiguous, std::move(found));
    data.place = birth_place(chosen->town);
  }
  if (!strings.zone.empty()) data.place.zone = strings.zone;
  return problem(place_problem(data.place));
}

/// `+07:00`, `+7`, `-3:30`, `+05:21:04`.
std::optional<int> read_seconds_east(std::string_view text) {
  if (text.size() < 2 || (text.front() != '+' && text.front() != '-')) return std::nullopt;
  auto const sign = text.front() == '-' ? -1 : 1;
  text.remove_prefix(1);
  int seconds = 0;
  for (int unit = 3600; unit > 0; unit /= 60) {
    auto const colon = text.find(':');
    auto const part = number<int>(text.substr(0, colon));
    if (!part || *part < 0 || *part > 59 || text.front() == '-') return std::nullopt;
    seconds += *part * unit;
    if (colon == std::string_view::npos) return sign * seconds;
    text.remove_prefix(colon + 1);
  }
  return std::nullopt;
}

Problem read_offset(BirthStrings const& strings, BirthData& data) {
  if (strings.offset.empty()) {
    return strings.offset_reason.empty() ? Problem() : problem(BirthProblem::offset_unreadable);
  }
  auto const seconds = read_seconds_east(strings.offset);
  if (!seconds) return problem(BirthProblem::offset_unreadable);
  data.offset = OffsetOverride{*seconds, strings.offset_reason};
  return problem(offset_problem(data.offset));
}

Problem read_choice(BirthStrings const& strings, BirthData& data) {
  if (strings.choice == "earlier") data.choice = ClockChoice::earlier;
  if (strings.choice == "later") data.choice = ClockChoice::later;
  return strings.choice.empty() || data.choice ? Problem() : problem(BirthProblem::choice_unreadable);
}

Problem read_date(BirthStrings const& strings, BirthData& data) {
  auto const date = parse_civil_date(strings.date);
  if (!date) return problem(BirthProblem::date_unreadable);
  data.date = *date;
  return problem(date_problem(*date));
}

}  // namespace

Result<BirthMoment, BirthRefusal> parse_birth(BirthStrings const& strings, Atlas const& atlas, Language language) {
  BirthData data;
  auto refusal = read_date(strings, data);
  if (!refusal) refusal = read_time(strings, data);
  if (!refusal) refusal = read_place(strings, atlas, language, data);
  if (!refusal) refusal = read_offset(strings, data);
  if (!refusal) refusal = read_choice(strings, data);
  if (refusal) return Failure<BirthRefusal>(std::move(*refusal));
  return resolve(data);
}

}  // namespace kelisim::astro
