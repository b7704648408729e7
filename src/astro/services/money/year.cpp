#include "services/money/year.h"

#include <fmt/format.h>

#include <cmath>

namespace kelisim::astro {
namespace {

constexpr auto day = std::chrono::hours(24);
constexpr double felt = 4;  // degrees: beyond it exactness is nothing
constexpr std::array<std::pair<MoneyMover, Body>, 5> movers = {{{MoneyMover::jupiter, Body::jupiter},
                                                                {MoneyMover::saturn, Body::saturn},
                                                                {MoneyMover::uranus, Body::uranus},
                                                                {MoneyMover::venus, Body::venus},
                                                                {MoneyMover::mars, Body::mars}}};

CivilDate next_month(CivilDate date) {
  return date.month == 12 ? CivilDate{date.year + 1, 1, 1} : CivilDate{date.year, date.month + 1, 1};
}

std::vector<MoneyMonth> months_from(CivilDate first, Zone const& zone) {
  std::vector<MoneyMonth> months;
  CivilDate date{first.year, first.month, 1};
  for (int i = 0; i < 12; ++i) {
    auto const next = next_month(date);
    months.push_back({.first = date, .window = {zone.instant({date, {}}), zone.instant({next, {}})}});
    date = next;
  }
  return months;
}

/// Fills one year's months and events.
class Filler {
 public:
  Filler(Writer& writer, Desk const& desk, NatalReading const& reading, std::vector<MoneySignificator> const& points,
         MoneyYear& year)
      : writer_(writer),
        desk_(desk),
        rules_(desk.content.rules().money),
        reading_(reading),
        points_(points),
        year_(year),
        events_(desk, reading, {year.months.front().window.from, year.months.back().window.to}) {}

  void add_days();
  void add_hits();
  void add_stations();
  void add_eclipses();

 private:
  [[nodiscard]] std::size_t month_of(Instant at) const;
  void add(MoneyEvent event);

  Writer& writer_;
  Desk const& desk_;
  MoneyRules const& rules_;
  NatalReading const& reading_;
  std::vector<MoneySignificator> const& points_;
  MoneyYear& year_;
  YearEvents events_;
};

std::size_t Filler::month_of(Instant at) const {
  for (std::size_t i = 0; i + 1 < year_.months.size(); ++i)
    if (at < year_.months[i].window.to) return i;
  return year_.months.size() - 1;
}

void Filler::add(MoneyEvent event) {
  event.month = month_of(event.at);
  event.supports = event.weight > 0;
  if (event.story.empty()) event.story = event.fact;
  year_.events.push_back(std::move(event));
}

void Filler::add_days() {
  for (auto& month : year_.months) {
    for (auto at = month.window.from; at < month.window.to; at = at + day) {
      for (auto const& [mover, body] : movers) {
        auto const today = events_.track().longitude(body, at);
        auto const tomorrow = events_.track().longitude(body, at + day);
        for (auto const& point : points_) {
          for (auto const kind : major_aspects) {
            auto const orb = std::abs(separation(today, point.longitude) - angle_of(kind));
            if (orb > felt) continue;
            bool const applying = std::abs(separation(tomorrow, point.longitude) - angle_of(kind)) < orb;
            month.sum += rules_.mover.at(mover) * point.weight * nature_weight(rules_, mover, kind) *
                         exactness(rules_, orb, applying);
          }
        }
      }
    }
  }
}

void Filler::add_hits() {
  std::vector<Body> bodies;
  for (auto const& point : points_) bodies.push_back(point.body);
  for (auto const& [mover, body] : movers) {
    std::array const one = {body};
    for (auto const& hit : events_.hits(one, bodies)) {
      auto const& point = *std::ranges::find(points_, hit.point.body, &MoneySignificator::body);
      auto title = title_of(writer_, hit);
      // Three passes of one contact are one story: each says which it is.
      if (hit.passes > 1) title += fmt::format(" ({}/{})", hit.pass, hit.passes);
      add({.mover = mover,
           .weight = rules_.mover.at(mover) * point.weight * nature_weight(rules_, mover, hit.kind),
           .at = hit.at,
           .fact = add_transit(writer_.facts, hit, reading_),
           .title = std::move(title),
           .story = fmt::format("{} {}", title_of(writer_, hit), to_rfc3339(hit.loop_from))});
    }
  }
}

void Filler::add_stations() {
  for (auto const& [mover, body] : movers) {
    for (auto const& station : stations(events_.track(), body)) {
      if (station.at < events_.window().from || station.at >= events_.window().to) continue;
      for (auto const& point : points_) {
        if (separation(station.longitude, point.longitude) > rules_.eclipse_orb) continue;
        auto const weight = rules_.mover.at(MoneyMover::station) * point.weight *
                            nature_weight(rules_, mover, AspectKind::conjunction);
        auto const fact = writer_.facts.add({.id = fmt::format("station.{}.{}", name_of(body), name_of(point.body)),
                                             .kind = "station",
                                             .subject = std::string(name_of(body)),
                                             .value = station.turns_retrograde ? "retrograde" : "direct",
                                             .orb = separation(station.longitude, point.longitude),
                                             .exact_at = station.at,
                                             .weight = weight,
                                             .robust = writer_.facts.robust({point.fact}),
                                             .source = "transit"});
        year_.months[month_of(station.at)].sum += weight;
        add({.mover = MoneyMover::station,
             .weight = weight,
             .at = station.at,
             .fact = fact,
             .title = fmt::format("{} · {} · {}", writer_.term(name_of(body)), writer_.term("station"),
                                  writer_.term(name_of(point.body)))});
      }
    }
  }
}

void Filler::add_eclipses() {
  for (auto const& eclipse : desk_.ephemeris.eclipses(events_.window())) {
    for (auto const& point : points_) {
      auto const orb = separation(eclipse.longitude, point.longitude);
      if (orb > rules_.eclipse_orb) continue;
      bool const solar = eclipse.kind <= EclipseKind::solar_hybrid;
      // An eclipse on a point asks to look again, whatever the point.
      auto const weight = -rules_.mover.at(MoneyMover::eclipse) * point.weight;
      auto const fact =
          writer_.facts.add({.id = fmt::format("eclipse.{}.{}", to_rfc3339(eclipse.maximum), name_of(point.body)),
                             .kind = "eclipse",
                             .subject = std::string(name_of(point.body)),
                             .value = std::string(name_of(eclipse.kind)),
                             .orb = orb,
                             .exact_at = eclipse.maximum,
                             .weight = weight,
                             .robust = writer_.facts.robust({point.fact}),
                             .source = "sky"});
      year_.months[month_of(eclipse.maximum)].sum += weight;
      add({.mover = MoneyMover::eclipse,
           .weight = weight,
           .at = eclipse.maximum,
           .fact = fact,
           .title = fmt::format("{} · {}", writer_.term(solar ? "eclipse_solar" : "eclipse_lunar"),
                                writer_.term(name_of(point.body)))});
    }
  }
}

}  // namespace

void give_levels(std::vector<MoneyMonth>& months, MoneyRules const& rules) {
  double middle = 0;
  for (auto const& month : months) middle += month.sum / static_cast<double>(months.size());
  double widest = 0;
  for (auto const& month : months) widest = std::max(widest, std::abs(month.sum - middle));
  for (auto& month : months) {
    month.score = widest > 0 ? (month.sum - middle) / widest : 0;
    month.level = "even";
  }
  std::vector<MoneyMonth*> order;
  for (auto& month : months) order.push_back(&month);
  std::ranges::sort(order, [](MoneyMonth const* a, MoneyMonth const* b) {
    return a->score != b->score ? a->score > b->score : a->first < b->first;
  });
  for (std::size_t i = 0; i < std::min(order.size(), static_cast<std::size_t>(rules.support_months)); ++i)
    if (order[i]->score > 0) order[i]->level = "support";
  for (std::size_t i = 0; i < std::min(order.size(), static_cast<std::size_t>(rules.care_months)); ++i) {
    auto* const month = order[order.size() - 1 - i];
    if (month->score < 0) month->level = "care";
  }
}

MoneyYear money_year(Writer& writer, Desk const& desk, NatalReading const& reading,
                     std::vector<MoneySignificator> const& points, CivilDate first_month) {
  MoneyYear year;
  year.months = months_from(first_month, writer.zone());
  Filler filler(writer, desk, reading, points, year);
  filler.add_days();
  filler.add_hits();
  filler.add_stations();
  filler.add_eclipses();
  std::ranges::sort(year.events, [](MoneyEvent const& a, MoneyEvent const& b) {
    return std::tie(a.at, a.fact) < std::tie(b.at, b.fact);
  });
  for (std::size_t i = 0; i < year.events.size(); ++i) year.months[year.events[i].month].events.push_back(i);
  for (auto& month : year.months) {
    std::ranges::sort(month.events, [&](std::size_t a, std::size_t b) {
      auto const wa = std::abs(year.events[a].weight);
      auto const wb = std::abs(year.events[b].weight);
      return wa != wb ? wa > wb : a < b;
    });
  }
  give_levels(year.months, desk.content.rules().money);
  return year;
}

}  // namespace kelisim::astro
