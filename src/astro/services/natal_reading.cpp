#include "services/natal_reading.h"

#include "kernel/ensure.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <cmath>

namespace kelisim::astro {
namespace {

constexpr std::array told_dignities = {Dignity::domicile, Dignity::exaltation, Dignity::detriment, Dignity::fall};

/// Adds facts with the robustness of their value over the birth's uncertainty.
class Adder {
 public:
  Adder(ChartSpan<Chart> const& span, Facts& facts) : span_(span), facts_(facts) {}

  template <class ValueOf>
  void add(Fact fact, ValueOf&& value_of) {
    fact.robust = span_.judge(value_of);
    if (fact.robust.kind == Robustness::Kind::needs_time && !span_.trial().time_known()) return;
    fact.source = "natal";
    facts_.add(std::move(fact));
  }

 private:
  ChartSpan<Chart> const& span_;
  Facts& facts_;
};

std::string sign_name(Chart const& chart, Body body) { return std::string(name_of(chart.of(body).sign)); }

std::string dignity_of(Placement const& placement) {
  for (auto const one : told_dignities)
    if (placement.dignities.has(one)) return std::string(name_of(one));
  return placement.dignities.has(Dignity::peregrine) ? "peregrine" : "none";
}

void add_placement(Adder& adder, Chart const& chart, Body body) {
  auto const subject = std::string(name_of(body));
  auto const& here = chart.of(body);
  adder.add({fact_id(body, "sign"), "sign", subject, sign_name(chart, body)},
            [=](Chart const& one) { return one.of(body).sign; });
  if (chart.houses && body != Body::ascendant && body != Body::midheaven) {
    adder.add({fact_id(body, "house"), "house", subject, house_name(here.house)},
              [=](Chart const& one) { return one.of(body).house; });
  }
  if (!is_planet(body)) return;
  adder.add({fact_id(body, "dignity"), "dignity", subject, dignity_of(here)},
            [=](Chart const& one) { return dignity_of(one.of(body)); });
  adder.add({fact_id(body, "motion"), "motion", subject, here.retrograde ? "retrograde" : "direct"},
            [=](Chart const& one) { return one.of(body).retrograde; });
  adder.add({fact_id(body, "solar"), "solar", subject, std::string(name_of(here.solar))},
            [=](Chart const& one) { return one.of(body).solar; });
  adder.add({fact_id(body, "score"), "score", subject, fmt::format("{}", here.essential + here.accidental)},
            [=](Chart const& one) { return one.of(body).essential + one.of(body).accidental; });
  adder.add({fact_id(body, "dispositor"), "dispositor", subject, std::string(name_of(here.dispositor))},
            [=](Chart const& one) { return one.of(body).dispositor; });
}

void add_aspects(Adder& adder, Chart const& chart) {
  for (auto const& aspect : chart.aspects) {
    auto const first = aspect.first;
    auto const second = aspect.second;
    adder.add({.id = aspect_id(first, second),
               .kind = "aspect",
               .subject = fmt::format("{}_{}", name_of(first), name_of(second)),
               .value = std::string(name_of(aspect.kind)),
               .orb = aspect.orb,
               .applying = aspect.applying,
               .weight = aspect.closeness()},
              [=](Chart const& one) {
                auto const* found = one.aspect(first, second);
                return found == nullptr ? std::optional<AspectKind>{} : found->kind;
              });
  }
}

void add_houses(Adder& adder, Chart const& chart) {
  for (int house = 1; house <= 12; ++house) {
    auto const name = house_name(house);
    adder.add({fmt::format("cusp.{}", house), "cusp", name, std::string(name_of(chart.cusp_sign(house)))},
              [=](Chart const& one) { return one.cusp_sign(house); });
    auto const ruler = chart.ruler_of_house(house);
    adder.add({fmt::format("ruler.{}", house), "ruler", name,
               fmt::format("{} {}", name_of(ruler), house_name(chart.of(ruler).house))},
              [=](Chart const& one) {
                auto const of = one.ruler_of_house(house);
                return std::pair(of, one.of(of).house);
              });
  }
}

void add_balance(Adder& adder, Chart const& chart) {
  for (std::size_t i = 0; i < count_of<Element>; ++i) {
    auto const name = std::string(names<Element>[i]);
    adder.add({"balance." + name, "balance", name, fmt::format("{}", chart.balance.elements[i])},
              [=](Chart const& one) { return one.balance.elements[i]; });
  }
  for (std::size_t i = 0; i < count_of<Modality>; ++i) {
    auto const name = std::string(names<Modality>[i]);
    adder.add({"balance." + name, "balance", name, fmt::format("{}", chart.balance.modalities[i])},
              [=](Chart const& one) { return one.balance.modalities[i]; });
  }
  if (!chart.houses) return;
  auto const hemisphere = [&](std::string const& name, int Balance::* part) {
    adder.add({"balance." + name, "balance", name, fmt::format("{}", chart.balance.*part)},
              [=](Chart const& one) { return one.balance.*part; });
  };
  hemisphere("eastern", &Balance::eastern);
  hemisphere("western", &Balance::western);
  hemisphere("northern", &Balance::northern);
  hemisphere("southern", &Balance::southern);
  adder.add({"sect", "sect", "chart", chart.day ? "day" : "night"}, [](Chart const& one) { return one.day; });
}

void add_patterns(Adder& adder, Chart const& chart) {
  for (auto const& pattern : chart.patterns) {
    std::vector<std::string_view> bodies;
    for (auto const body : pattern.bodies) bodies.push_back(name_of(body));
    auto const subject = fmt::format("{}", fmt::join(bodies, "_"));
    adder.add({fmt::format("pattern.{}.{}", name_of(pattern.kind), subject), "pattern", subject,
               std::string(name_of(pattern.kind))},
              [&](Chart const& one) {
                return std::ranges::any_of(one.patterns, [&](Pattern const& other) {
                  return other.kind == pattern.kind && other.bodies == pattern.bodies;
                });
              });
  }
}

void add_moon(Adder& adder, ChartSpan<Chart> const& span, Facts& facts) {
  auto const& chart = span.told();
  adder.add({"moon.phase", "phase", "moon", std::string(name_of(chart.phase))},
            [](Chart const& one) { return one.phase; });
  if (span.trial().time_known()) return;
  auto const& first = span.charts().front().of(Body::moon);
  auto const& last = span.charts().back().of(Body::moon);
  facts.add({.id = "moon.range",
             .kind = "range",
             .subject = "moon",
             .value = fmt::format("{} {:.1f} … {} {:.1f}", name_of(first.sign), degree_in_sign(first.state.longitude),
                                  name_of(last.sign), degree_in_sign(last.state.longitude)),
             .source = "natal"});
}

Chart chart_at(Ephemeris& ephemeris, Instant at, std::optional<Place> const& place, ChartSettings const& settings) {
  auto chart = compute_chart(ephemeris, at, place, settings);
  ENSURE(chart.has_value());
  return *std::move(chart);
}

}  // namespace

std::string house_name(int house) { return fmt::format("h{}", house); }

std::string aspect_id(Body a, Body b) {
  return fmt::format("aspect.{}.{}", name_of(std::min(a, b)), name_of(std::max(a, b)));
}

std::string fact_id(Body body, std::string_view what) { return fmt::format("{}.{}", name_of(body), what); }

NatalReading::NatalReading(Ephemeris& ephemeris, BirthMoment const& birth, ChartSettings const& settings)
    : span_(Trial::around(birth.at, birth.earliest, birth.latest, birth.time_known), [&](Instant at) {
        auto const place = birth.time_known ? std::optional(birth.data.place.at) : std::nullopt;
        return chart_at(ephemeris, at, place, settings);
      }) {}

NatalReading NatalReading::of_one_moment(Ephemeris& ephemeris, BirthMoment const& birth,
                                         ChartSettings const& settings) {
  return NatalReading(ChartSpan<Chart>(Trial::around(birth.at, birth.at, birth.at, false), [&](Instant at) {
    return chart_at(ephemeris, at, birth.data.place.at, settings);
  }));
}

void NatalReading::add_facts(Ephemeris& ephemeris, Facts& facts, double star_orb) const {
  auto const& told = chart();
  Adder adder(span_, facts);
  facts.add(
      {.id = "birth.day", .kind = "birth", .subject = "birth", .value = to_rfc3339(told.at), .source = "natal"});
  for (auto const& placement : told.placements) add_placement(adder, told, placement.body);
  add_moon(adder, span_, facts);
  add_aspects(adder, told);
  if (told.houses) add_houses(adder, told);
  add_balance(adder, told);
  add_patterns(adder, told);
  for (auto const& contact : star_contacts(ephemeris, told, star_orb)) {
    // A star stands still: what moves is the body, so the contact is as robust as the body's degree.
    auto const body = contact.body;
    auto const longitude = told.of(body).state.longitude;
    auto const room = star_orb - contact.orb;
    Fact fact{.id = fmt::format("star.{}.{}", name_of(contact.star), name_of(body)),
              .kind = "star",
              .subject = std::string(name_of(body)),
              .value = std::string(name_of(contact.star)),
              .orb = contact.orb};
    adder.add(std::move(fact),
              [=](Chart const& one) { return separation(one.of(body).state.longitude, longitude) <= room; });
  }
}

}  // namespace kelisim::astro
