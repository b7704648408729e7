#include "services/election/reasons.h"

#include "services/natal_reading.h"

#include <fmt/format.h>

#include <cmath>

namespace kelisim::astro {
namespace {

std::string joined(std::string const& a, std::string const& b) { return a + " · " + b; }

/// `ruler_7_good` -> 7, the house it speaks of; 0 for another rule.
int house_of_rule(ElectionRule rule) {
  auto const name = name_of(rule);
  if (!name.starts_with("ruler_")) return 0;
  auto const digits = name.substr(6);
  return digits[1] == '_' ? digits[0] - '0' : 10 * (digits[0] - '0') + (digits[1] - '0');
}

std::string moon_contact(Writer const& writer, SkySegment const& sky, std::initializer_list<Body> with, bool hard) {
  for (auto const& one : sky.moon_applies) {
    bool const wanted = std::ranges::find(with, one.body) != with.end();
    bool const flows = nature_of(one.kind) == AspectNature::flowing;
    if (!wanted || (hard ? flows : nature_of(one.kind) == AspectNature::tense)) continue;
    return fmt::format("{} · {} · {}", writer.term("moon"), writer.term(name_of(one.kind)),
                       writer.term(name_of(one.body)));
  }
  return {};
}

std::string angular(Writer const& writer, SkySegment const& sky, Body planet) {
  auto const found = std::ranges::find(sky.angular, planet, &AngularBody::body);
  if (found == sky.angular.end()) return {};
  bool const rises = found->angle == Angle::ascendant || found->angle == Angle::descendant;
  return joined(writer.term(name_of(planet)), writer.term(rises ? "ascendant" : "midheaven"));
}

std::string natal_contact(Writer const& writer, SkySegment const& sky, int sign) {
  for (auto const& hit : sky.natal) {
    if (contact_sign(hit.body, hit.kind) != sign) continue;
    return fmt::format("{} · {} · {}", writer.term(name_of(hit.body)), writer.term(name_of(hit.kind)),
                       writer.term(name_of(hit.point)));
  }
  return {};
}

bool is_one(ElectionRule rule, std::initializer_list<ElectionRule> of) {
  return std::ranges::find(of, rule) != of.end();
}

std::string of_moon(Writer const& writer, SkySegment const& sky, ElectionRule rule) {
  using enum ElectionRule;
  if (rule == moon_void) return writer.term("void_of_course");
  if (rule == moon_hard_mars) return moon_contact(writer, sky, {Body::mars}, true);
  if (rule == moon_hard_saturn) return moon_contact(writer, sky, {Body::saturn}, true);
  if (rule == moon_hard_outer) return moon_contact(writer, sky, {Body::uranus, Body::neptune, Body::pluto}, true);
  if (rule == moon_applies_benefic) return moon_contact(writer, sky, {Body::venus, Body::jupiter}, false);
  if (is_one(rule, {moon_waxing, moon_waning, moon_full}))
    return writer.term(fmt::format("phase_{}", name_of(sky.phase)));
  if (is_one(rule, {moon_sign_strong, moon_sign_fit, moon_sign_weak, moon_body_part, via_combusta}))
    return joined(writer.term("moon"), writer.term(name_of(sky.signs[index_of(Body::moon)])));
  return {};
}

std::string of_planet(Writer const& writer, SkySegment const& sky, ElectionRule rule) {
  using enum ElectionRule;
  auto const in_sign = [&](Body planet) {
    return joined(writer.term(name_of(planet)), writer.term(name_of(sky.signs[index_of(planet)])));
  };
  auto const back = [&](Body planet) { return joined(writer.term(name_of(planet)), writer.term("retrograde")); };
  if (rule == mercury_retrograde) return back(Body::mercury);
  if (rule == venus_retrograde) return back(Body::venus);
  if (rule == mars_retrograde) return back(Body::mars);
  if (is_one(rule, {venus_strong, venus_weak})) return in_sign(Body::venus);
  if (rule == sun_strong) return in_sign(Body::sun);
  if (rule == mercury_direct) return joined(writer.term("mercury"), writer.term("direct"));
  if (is_one(rule, {mercury_strong, mercury_weak})) return in_sign(Body::mercury);
  if (rule == jupiter_angular) return angular(writer, sky, Body::jupiter);
  if (rule == venus_angular) return angular(writer, sky, Body::venus);
  if (rule == saturn_angular) return angular(writer, sky, Body::saturn);
  return rule == mars_angular ? angular(writer, sky, Body::mars) : std::string();
}

}  // namespace

std::vector<ElectionRule> reasons(EventRules const& event, ElectionMarks marks, bool in_favour) {
  std::vector<std::pair<double, ElectionRule>> found;
  for (auto const& [rule, weight] : event.weight)
    if (marks[index_of(rule)] && (weight > 0) == in_favour) found.emplace_back(-std::abs(weight), rule);
  // What the birth charts say is weighed apart from the table, and told with it.
  using enum ElectionRule;
  for (auto const rule :
       in_favour ? std::array{natal_support, partner_support} : std::array{natal_tension, partner_tension})
    if (marks[index_of(rule)]) found.emplace_back(-1.5, rule);
  std::ranges::sort(found);
  std::vector<ElectionRule> rules;
  for (auto const& [weight, rule] : found) rules.push_back(rule);
  return rules;
}

std::string short_reason(Writer const& writer, ElectionSky const& sky, ElectionWindow const& window,
                         ElectionRule rule) {
  using enum ElectionRule;
  auto const& segment = sky.segments()[window.segment];
  if (auto const house = house_of_rule(rule); house > 0) {
    return fmt::format("{} · {} {}", writer.term(house_name(house)), writer.term("ruler"),
                       writer.term(name_of(ElectionSky::house_ruler(segment, house))));
  }
  if (rule == eclipse) return writer.term("eclipse_solar");
  if (is_one(rule, {asc_fixed, asc_cardinal, asc_mutable}))
    return joined(writer.term("ascendant"), writer.term(name_of(segment.ascendant)));
  if (is_one(rule, {planetary_hour_fit, planetary_hour_misfit}))
    return writer.term(fmt::format("hour_{}", name_of(*segment.hour_ruler)));
  if (rule == planetary_day_fit) return writer.term(fmt::format("day_{}", name_of(*segment.day_ruler)));
  if (rule == natal_support) return natal_contact(writer, segment, 1);
  if (rule == natal_tension) return natal_contact(writer, segment, -1);
  auto const moon = of_moon(writer, segment, rule);
  return moon.empty() ? of_planet(writer, segment, rule) : moon;
}

}  // namespace kelisim::astro
