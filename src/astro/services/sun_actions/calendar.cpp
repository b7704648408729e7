#include "services/sun_actions/calendar.h"

#include <fmt/format.h>

namespace kelisim::astro {
namespace {

double weight_of(Transit const& transit) {
  if (transit.mover == Body::sun && transit.point.body == Body::sun && transit.kind == AspectKind::conjunction)
    return 3;  // the solar return
  double const kind = transit.kind == AspectKind::conjunction            ? 1.2
                      : nature_of(transit.kind) == AspectNature::flowing ? 1.0
                                                                         : 0.6;
  double const point = is_luminary(transit.point.body) || transit.point.body >= Body::ascendant ? 1.2 : 1.0;
  return kind * point * (transit.mover == Body::sun ? 1.0 : 1.3);
}

}  // namespace

SunCalendar::SunCalendar(Desk const& desk, NatalReading const& reading, SunRules const& rules, Instant start,
                         Place const& living, Zone zone)
    : rules_(rules),
      reading_(reading),
      events_(desk, reading, {start, start + std::chrono::hours(24 * rules.calendar_days)}),
      zone_(std::move(zone)),
      hours_(planetary_hours(desk.ephemeris, events_.window(), living)) {}

std::optional<PlanetaryHour> SunCalendar::hour_of(Body planet, Instant after) const {
  auto const ruler = is_classical(planet) ? planet : Body::sun;
  auto const found = std::ranges::find_if(
      hours_, [&](PlanetaryHour const& one) { return one.from >= after && one.day && one.ruler == ruler; });
  return found == hours_.end() ? std::nullopt : std::optional(*found);
}

std::optional<PlanetaryHour> SunCalendar::day_of(Body planet, Instant after) const {
  auto const ruler = is_classical(planet) ? planet : Body::sun;
  auto const found = std::ranges::find_if(hours_, [&](PlanetaryHour const& one) {
    return one.from >= after && one.day && one.number == 1 && one.day_ruler == ruler;
  });
  return found == hours_.end() ? std::nullopt : std::optional(*found);
}

void SunCalendar::give_hour(DatedItem& item, Zone const& zone) const {
  auto const midnight = zone.instant({zone.local(item.from).date, {}});
  auto const hour = hour_of(Body::sun, midnight);
  item.all_day = true;
  if (!hour || zone.local(hour->from).date != zone.local(item.from).date) return;
  item.from = hour->from;
  item.to = hour->to;
  item.all_day = false;
}

void SunCalendar::add_sundays(Writer& writer, std::vector<DatedItem>& items, std::set<std::string>& days) const {
  for (auto const& hour : hours_) {
    if (items.size() >= static_cast<std::size_t>(rules_.dates_min)) return;
    if (!hour.day || hour.number != 1 || hour.day_ruler != Body::sun) continue;
    if (!days.insert(to_string(zone_.local(hour.from).date)).second) continue;
    auto const fact = writer.facts.add({.id = fmt::format("sun_day.{}", to_rfc3339(hour.from)),
                                        .kind = "planetary_day",
                                        .subject = "sun",
                                        .value = to_string(zone_.local(hour.from).date),
                                        .exact_at = hour.from,
                                        .source = "sky"});
    auto const id = writer.conclude({.id = fact,
                                     .rule = "sun_day",
                                     .facts = {fact},
                                     .theme = "calendar",
                                     .weight = 0.3,
                                     .fragment = {"frame", "term", "day_sun"}});
    items.push_back(
        {.id = fact, .from = hour.from, .to = hour.to, .title = writer.term("day_sun"), .findings = {id}});
  }
}

void SunCalendar::write(Writer& writer) const {
  constexpr std::array sun_only = {Body::sun};
  constexpr std::array slow = {Body::jupiter, Body::saturn, Body::uranus, Body::neptune, Body::pluto};
  constexpr std::array points = {Body::sun,     Body::moon,   Body::mercury,   Body::venus,    Body::mars,
                                 Body::jupiter, Body::saturn, Body::ascendant, Body::midheaven};
  auto found = events_.hits(sun_only, points);
  auto const to_sun = events_.hits(slow, sun_only);
  found.insert(found.end(), to_sun.begin(), to_sun.end());
  if (!reading_.time_known()) {
    std::erase_if(found, [](Transit const& one) { return one.point.body == Body::moon; });
  }
  std::ranges::sort(found, [](Transit const& a, Transit const& b) {
    auto const wa = weight_of(a);
    auto const wb = weight_of(b);
    return wa != wb ? wa > wb : std::tie(a.at, a.mover, a.point.body) < std::tie(b.at, b.mover, b.point.body);
  });
  std::vector<DatedItem> items;
  std::set<std::string> days;
  for (auto const& one : found) {
    if (items.size() >= static_cast<std::size_t>(rules_.dates_max)) break;
    if (!days.insert(to_string(zone_.local(one.at).date)).second) continue;
    auto const fact = add_transit(writer.facts, one, reading_);
    auto const id = writer.conclude({.id = fact,
                                     .rule = "sun_calendar",
                                     .facts = {fact},
                                     .theme = "calendar",
                                     .weight = weight_of(one),
                                     .fragment = {"frame", "term", std::string(name_of(one.kind))}});
    DatedItem item{.id = fact, .from = one.at, .title = title_of(writer, one), .findings = {id}};
    give_hour(item, zone_);
    items.push_back(std::move(item));
  }
  add_sundays(writer, items, days);
  std::ranges::sort(items, {}, [](DatedItem const& one) { return std::tie(one.from, one.id); });
  auto& table =
      writer.table("calendar", writer.heading("calendar"),
                   {writer.label("column", "date"), writer.label("column", "event"), writer.label("column", "when")});
  for (auto& item : items) {
    auto const when = item.to ? writer.clock(item.from) + "–" + writer.clock(*item.to) : std::string("—");
    table.rows.push_back({{writer.date(item.from), item.title, when}, item.findings});
    writer.date_item(std::move(item));
  }
}

}  // namespace kelisim::astro
