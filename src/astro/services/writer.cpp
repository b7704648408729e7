#include "services/writer.h"

#include "kernel/ensure.h"
#include "text/canonical_json.h"
#include "text/hash.h"
#include "text/words.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <boost/json.hpp>

#include <cmath>

namespace kelisim::astro {

using boost::json::object;
using boost::json::value;

Writer::Writer(Desk const& desk, Service service, std::string_view language, Zone zone)
    : desk_(desk), fragments_(desk.content.fragments(language)), zone_(std::move(zone)) {
  draft_.service = service;
  draft_.language = language;
  draft_.title = label("title", name_of(service));
  draft_.zone = zone_.name();
}

std::string const& Writer::term(std::string_view key) const { return fragments_.get("frame", "term", key); }
std::string const& Writer::heading(std::string_view key) const { return fragments_.get("frame", "heading", key); }
std::string const& Writer::label(std::string_view subject, std::string_view key) const {
  return fragments_.get("label", subject, key);
}

std::string Writer::date(Instant at) const {
  auto const day = zone_.local(at).date;
  return draft_.language == "en" ? to_string(day) : fmt::format("{:02}.{:02}.{}", day.day, day.month, day.year);
}

std::string Writer::month(std::string const& iso) const {
  constexpr std::size_t year_digits = 4;
  if (draft_.language == "en") return iso;
  return iso.substr(year_digits + 1) + "." + iso.substr(0, year_digits);
}

std::string Writer::clock(Instant at) const {
  auto const minutes = zone_.local(at).time.seconds / 60;
  return fmt::format("{:02}:{:02}", minutes / 60, minutes % 60);
}

std::string Writer::date_time(Instant at) const { return date(at) + " " + clock(at); }

std::string Writer::conclude(Finding finding) {
  ENSURE(!finding.facts.empty());
  auto const found = std::ranges::find(draft_.findings, finding.id, &Finding::id);
  if (found != draft_.findings.end()) return found->id;
  finding.robust = facts.robust(finding.facts);
  return draft_.findings.emplace_back(std::move(finding)).id;
}

Finding const& Writer::finding(std::string_view id) const {
  auto const found = std::ranges::find(draft_.findings, id, &Finding::id);
  ENSURE(found != draft_.findings.end());
  return *found;
}

void Writer::section(std::string_view id) {
  auto const found = std::ranges::find(draft_.sections, id, &Section::id);
  section_ = static_cast<std::size_t>(found - draft_.sections.begin());
  if (found == draft_.sections.end()) draft_.sections.push_back({std::string(id), heading(id), {}});
}

std::string Writer::once(std::string text) {
  auto const sentences = sentences_of(text);
  for (auto const& sentence : sentences)
    if (said_.contains(sentence)) return {};
  said_.insert(sentences.begin(), sentences.end());
  return text;
}

bool Writer::say(std::vector<std::string> const& findings, std::string const& lead) {
  ENSURE(!findings.empty());
  std::vector<std::string> texts;
  auto robust = time_independent;
  for (auto const& id : findings) {
    auto const& one = finding(id);
    auto text = filled(fragments_.get(one.fragment), one.params);
    if (std::ranges::find(texts, text) == texts.end()) texts.push_back(std::move(text));
    robust = weaker(robust, one.robust);
  }
  auto const words = once(fmt::format("{}", fmt::join(texts, " ")));
  if (words.empty()) return false;
  draft_.sections.at(section_).paragraphs.push_back({lead + words, findings, robust});
  return true;
}

bool Writer::say_tension(std::string const& one, std::string const& other) {
  auto const joint = joints_ < 3 ? label("joint", fmt::format("tension_{}", joints_ + 1)) + " " : std::string();
  auto const& first = finding(one);
  auto const& second = finding(other);
  auto words = once(fmt::format("{} {}{}", filled(fragments_.get(first.fragment), first.params), joint,
                                filled(fragments_.get(second.fragment), second.params)));
  if (words.empty()) return false;
  ++joints_;
  draft_.sections.at(section_).paragraphs.push_back(
      {std::move(words), {one, other}, weaker(first.robust, second.robust)});
  return true;
}

void Writer::remark(FragmentKey const& key, std::vector<std::pair<std::string, std::string>> const& params) {
  auto words = once(filled(fragments_.get(key), params));
  if (!words.empty()) draft_.sections.at(section_).paragraphs.push_back({std::move(words), {}, time_independent});
}

Table& Writer::table(std::string_view id, std::string heading, std::vector<std::string> columns) {
  return draft_.tables.emplace_back(std::string(id), std::move(heading), std::move(columns), std::vector<TableRow>{});
}

Strip& Writer::strip(std::string_view id, std::string heading) {
  return draft_.strips.emplace_back(std::string(id), std::move(heading), std::vector<StripCell>{});
}

std::string Writer::settings_line(Chart const& chart) const {
  auto const& orbs = chart.settings.orbs;
  auto line = fmt::format("{}. {}: {:.0f}°/{:.0f}°/{:.0f}°. ", label("settings", "zodiac"), label("settings", "orbs"),
                          orbs.luminary, orbs.planet, orbs.point);
  if (!chart.houses) return line + label("settings", "time_unknown") + ".";
  line += fmt::format("{}: {}.", label("settings", "houses"), term(name_of(chart.houses->used)));
  if (chart.houses->whole_sign_used) line += " " + label("settings", "whole_sign_used") + ".";
  return line;
}

void Writer::legend(int uncertainty_minutes) {
  std::set<Robustness::Kind> kinds;
  for (auto const& part : draft_.sections)
    for (auto const& paragraph : part.paragraphs)
      if (!paragraph.findings.empty()) kinds.insert(paragraph.robust.kind);
  if (kinds.size() < 2 && !kinds.contains(Robustness::Kind::needs_time)) return;
  section("settings");
  remark({"label", "joint", "robust"});
  if (kinds.contains(Robustness::Kind::exact)) remark({"frame", "robust", "exact"});
  if (kinds.contains(Robustness::Kind::within)) {
    // A time told to the minute promises nothing of the minutes beside it.
    if (uncertainty_minutes > 0)
      remark({"frame", "robust", "time"}, {{"minutes", fmt::format("{}", uncertainty_minutes)}});
    else
      remark({"frame", "robust", "told"});
  }
  if (kinds.contains(Robustness::Kind::needs_time)) remark({"frame", "robust", "needs_time"});
}

Draft Writer::finish(value const& input, Chart const& chart, int uncertainty_minutes) {
  legend(uncertainty_minutes);
  draft_.notice = fragments_.get("frame", "notice", "recommendation");
  draft_.settings = settings_line(chart);
  draft_.versions = {.engine = desk_.ephemeris.version(),
                     .tzdata = tzdata_version(),
                     .atlas = desk_.atlas_version,
                     .content = desk_.content.hash()};
  draft_.input_hash = content_hash(
      canonical_json(object{{"service", name_of(draft_.service)}, {"language", draft_.language}, {"input", input}}));
  std::erase_if(draft_.sections, [](Section const& one) { return one.paragraphs.empty(); });
  std::ranges::sort(draft_.dates, {}, [](DatedItem const& one) { return std::tie(one.from, one.id); });
  draft_.facts = facts.all();
  return std::move(draft_);
}

std::optional<DraftRefusal> refuse_common(Desk const& desk, std::string_view language,
                                          std::vector<Place> const& places, std::vector<Instant> const& instants,
                                          std::vector<std::string> const& texts) {
  auto const& languages = desk.content.languages();
  if (std::ranges::find(languages, language) == languages.end()) return DraftRefusal::language_not_offered;
  auto const possible = [](Place const& place) {
    return std::abs(place.latitude) <= 90 && std::abs(place.longitude) <= 180;
  };
  if (!std::ranges::all_of(places, possible)) return DraftRefusal::impossible_place;
  if (!std::ranges::all_of(instants, covered)) return DraftRefusal::outside_ephemeris;
  constexpr std::size_t text_max = 200;
  auto const short_enough = [](std::string const& text) { return text.size() <= text_max; };
  if (!std::ranges::all_of(texts, short_enough)) return DraftRefusal::text_too_long;
  return std::nullopt;
}

value json_of(Place const& place) {
  return object{{"latitude", place.latitude}, {"longitude", place.longitude}, {"elevation", place.elevation}};
}

value json_of(BirthMoment const& birth) {
  return object{{"at", to_rfc3339(birth.at)},
                {"earliest", to_rfc3339(birth.earliest)},
                {"latest", to_rfc3339(birth.latest)},
                {"time_known", birth.time_known},
                {"place", json_of(birth.data.place.at)},
                {"place_name", birth.data.place.name},
                {"offset_seconds", birth.offset.seconds_east},
                {"offset_source", name_of(birth.offset.source)}};
}

int uncertainty_minutes(BirthMoment const& birth) {
  auto const span = std::max(birth.at - birth.earliest, birth.latest - birth.at);
  return static_cast<int>(std::chrono::ceil<std::chrono::minutes>(span).count());
}

}  // namespace kelisim::astro
