#include "astro/chart_json.h"

#include "text/canonical_json.h"

#include <boost/json.hpp>

namespace kelisim::astro {
namespace {

using boost::json::array;
using boost::json::object;

object json_of(Placement const& one) {
  object out{{"body", name_of(one.body)},
             {"longitude", one.state.longitude},
             {"sign", name_of(one.sign)},
             {"degree", degree_in_sign(one.state.longitude)}};
  if (one.house > 0) out["house"] = one.house;
  if (!is_sky(one.body)) return out;
  out["latitude"] = one.state.latitude;
  out["speed"] = one.state.longitude_speed;
  out["declination"] = one.declination;
  out["retrograde"] = one.retrograde;
  if (!is_planet(one.body)) return out;
  array dignities;
  for (std::size_t i = 0; i < count_of<Dignity>; ++i)
    if (one.dignities.has(static_cast<Dignity>(i))) dignities.emplace_back(names<Dignity>[i]);
  out["dignities"] = std::move(dignities);
  out["essential"] = one.essential;
  out["accidental"] = one.accidental;
  out["solar"] = name_of(one.solar);
  out["dispositor"] = name_of(one.dispositor);
  return out;
}

object json_of(Aspect const& one) {
  return {{"first", name_of(one.first)}, {"second", name_of(one.second)},
          {"kind", name_of(one.kind)},   {"orb", one.orb},
          {"orb_max", one.orb_max},      {"applying", one.applying}};
}

object json_of(Houses const& houses) {
  array cusps;
  for (auto const cusp : houses.cusps) cusps.emplace_back(cusp);
  return {
      {"asked", name_of(houses.asked)}, {"used", name_of(houses.used)},  {"whole_sign_used", houses.whole_sign_used},
      {"cusps", std::move(cusps)},      {"ascendant", houses.ascendant}, {"midheaven", houses.midheaven},
      {"vertex", houses.vertex}};
}

object json_of(Pattern const& one) {
  array bodies;
  for (auto const body : one.bodies) bodies.emplace_back(name_of(body));
  return {{"kind", name_of(one.kind)}, {"bodies", std::move(bodies)}};
}

template <class Range>
array list(Range const& range) {
  array out;
  for (auto const& one : range) out.push_back(json_of(one));
  return out;
}

object settings_of(ChartSettings const& settings) {
  return {{"houses", name_of(settings.houses)},
          {"node", name_of(settings.models.node)},
          {"lilith", name_of(settings.models.lilith)},
          {"rulership", name_of(settings.dignities.rulership)},
          {"triplicity", name_of(settings.dignities.triplicity)},
          {"terms", name_of(settings.dignities.terms)},
          {"fortune_turns_by_night", settings.fortune_turns_by_night},
          {"orbs", object{{"luminary", settings.orbs.luminary},
                          {"planet", settings.orbs.planet},
                          {"point", settings.orbs.point},
                          {"minor", settings.orbs.minor}}}};
}

}  // namespace

std::string to_json(Chart const& chart) {
  object balance;
  for (std::size_t i = 0; i < count_of<Element>; ++i) balance[names<Element>[i]] = chart.balance.elements[i];
  for (std::size_t i = 0; i < count_of<Modality>; ++i) balance[names<Modality>[i]] = chart.balance.modalities[i];
  object out{{"at", to_rfc3339(chart.at)},           {"settings", settings_of(chart.settings)},
             {"placements", list(chart.placements)}, {"aspects", list(chart.aspects)},
             {"patterns", list(chart.patterns)},     {"balance", std::move(balance)},
             {"moon_phase", name_of(chart.phase)}};
  if (chart.place) {
    out["place"] = object{{"latitude", chart.place->latitude}, {"longitude", chart.place->longitude}};
    out["sect"] = chart.day ? "day" : "night";
  }
  if (chart.houses) out["houses"] = json_of(*chart.houses);
  if (chart.final_dispositor) out["final_dispositor"] = name_of(*chart.final_dispositor);
  return canonical_json(out);
}

}  // namespace kelisim::astro
