#include "services/year_events.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <map>

namespace kelisim::astro {
namespace {

constexpr auto margin = std::chrono::hours(24 * 3);

double weight_of(Transit const& transit) {
  double const mover = transit.mover == Body::saturn || transit.mover == Body::jupiter ? 1.0 : 0.8;
  double const point = is_luminary(transit.point.body) || transit.point.body == Body::ascendant ? 1.0 : 0.7;
  double const kind = transit.kind == AspectKind::conjunction  ? 1.2
                      : transit.kind == AspectKind::opposition ? 1.0
                      : transit.kind == AspectKind::sextile    ? 0.6
                                                               : 0.9;
  return mover * point * kind;
}

}  // namespace

YearEvents::YearEvents(Desk const& desk, NatalReading const& reading, Window window)
    : reading_(reading),
      window_(window),
      track_(desk.ephemeris, {window.from - margin, window.to + margin}, planets,
             desk.content.rules().settings.natal.models) {}

std::vector<Transit> YearEvents::hits(std::span<Body const> movers, std::span<Body const> points) const {
  std::vector<FixedPoint> fixed;
  for (auto const body : points)
    if (reading_.chart().has(body)) fixed.push_back({body, reading_.chart().of(body).state.longitude});
  auto found = transits(track_, movers, fixed, major_aspects);
  // Found to the second, told to the second.
  for (auto& one : found) one.at.micros -= one.at.micros % 1'000'000;
  std::erase_if(found, [&](Transit const& one) { return one.at < window_.from || one.at >= window_.to; });
  return found;
}

std::string add_transit(Facts& facts, Transit const& transit, NatalReading const& reading) {
  auto const body = transit.point.body;
  // The moment moves with the point: it is as robust as the point's degree within a third of one.
  auto const longitude = reading.chart().of(body).state.longitude;
  auto robust = reading.span().judge(
      [&](Chart const& one) { return separation(one.of(body).state.longitude, longitude) < 1.0 / 3; });
  return facts.add({.id = fmt::format("transit.{}.{}.{}.{}", name_of(transit.mover), name_of(transit.kind),
                                      name_of(body), to_rfc3339(transit.at)),
                    .kind = "transit",
                    .subject = fmt::format("{}_{}", name_of(transit.mover), name_of(body)),
                    .value = std::string(name_of(transit.kind)),
                    .exact_at = transit.at,
                    .weight = weight_of(transit),
                    .robust = robust,
                    .source = "transit"});
}

std::string title_of(Writer const& writer, Transit const& transit) {
  return fmt::format("{} · {} · {}", writer.term(name_of(transit.mover)), writer.term(name_of(transit.kind)),
                     writer.term(name_of(transit.point.body)));
}

void YearEvents::write_slow_transits(Writer& writer, int count) const {
  constexpr std::array movers = {Body::jupiter, Body::saturn, Body::uranus, Body::neptune, Body::pluto};
  constexpr std::array points = {Body::sun,  Body::moon,      Body::mercury,  Body::venus,
                                 Body::mars, Body::ascendant, Body::midheaven};
  auto found = hits(movers, points);
  if (!reading_.time_known()) {
    std::erase_if(found, [](Transit const& one) { return one.point.body == Body::moon; });
  }
  std::ranges::sort(found, [](Transit const& a, Transit const& b) {
    auto const wa = weight_of(a);
    auto const wb = weight_of(b);
    return wa != wb ? wa > wb : std::tie(a.at, a.mover, a.point.body) < std::tie(b.at, b.mover, b.point.body);
  });
  if (found.size() > static_cast<std::size_t>(count)) found.resize(static_cast<std::size_t>(count));
  std::ranges::sort(found, {}, &Transit::at);
  if (found.empty()) return;
  auto& table = writer.table("year_dates", writer.heading("dates"),
                             {writer.label("column", "date"), writer.label("column", "event")});
  struct Story {
    std::vector<std::string> days;
    std::vector<std::string> findings;
  };
  std::map<std::string, Story> stories;
  for (auto const& one : found) {
    auto const fact = add_transit(writer.facts, one, reading_);
    auto const nature = name_of(nature_of(one.kind));
    auto const id =
        writer.conclude({.id = fact,
                         .rule = "year_transit",
                         .facts = {fact},
                         .theme = "year",
                         .weight = weight_of(one),
                         .fragment = {"natal", "year_transit", fmt::format("{}_{}", name_of(one.mover), nature)}});
    auto& story = stories[writer.finding(id).fragment.key];
    story.days.push_back(writer.date(one.at));
    story.findings.push_back(id);
    table.rows.push_back({{writer.date(one.at), title_of(writer, one)}, {id}});
    writer.date_item({.id = fact, .from = one.at, .all_day = true, .title = title_of(writer, one), .findings = {id}});
  }
  std::vector<Story> by_time;
  for (auto& [key, story] : stories) by_time.push_back(std::move(story));
  std::ranges::sort(by_time, {}, [&](Story const& one) { return writer.facts.find(one.findings.front())->exact_at; });
  for (auto const& one : by_time) writer.say(one.findings, fmt::format("{} — ", fmt::join(one.days, ", ")));
}

}  // namespace kelisim::astro
