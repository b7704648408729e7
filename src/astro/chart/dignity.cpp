#include "astro/dignity.h"

#include <algorithm>

namespace kelisim::astro {
namespace {

using enum Body;

struct Term {
  Body ruler;
  int until;  ///< degree of the sign
};
using Terms = std::array<std::array<Term, 5>, 12>;

/// Source: Tetrabiblos I.20 (the terms "according to the Egyptians"); Vettius Valens, Anthology I.3.
constexpr Terms egyptian_terms = {{
    {{{jupiter, 6}, {venus, 12}, {mercury, 20}, {mars, 25}, {saturn, 30}}},
    {{{venus, 8}, {mercury, 14}, {jupiter, 22}, {saturn, 27}, {mars, 30}}},
    {{{mercury, 6}, {jupiter, 12}, {venus, 17}, {mars, 24}, {saturn, 30}}},
    {{{mars, 7}, {venus, 13}, {mercury, 19}, {jupiter, 26}, {saturn, 30}}},
    {{{jupiter, 6}, {venus, 11}, {saturn, 18}, {mercury, 24}, {mars, 30}}},
    {{{mercury, 7}, {venus, 17}, {jupiter, 21}, {mars, 28}, {saturn, 30}}},
    {{{saturn, 6}, {mercury, 14}, {jupiter, 21}, {venus, 28}, {mars, 30}}},
    {{{mars, 7}, {venus, 11}, {mercury, 19}, {jupiter, 24}, {saturn, 30}}},
    {{{jupiter, 12}, {venus, 17}, {mercury, 21}, {saturn, 26}, {mars, 30}}},
    {{{mercury, 7}, {jupiter, 14}, {venus, 22}, {saturn, 26}, {mars, 30}}},
    {{{mercury, 7}, {venus, 13}, {jupiter, 20}, {mars, 25}, {saturn, 30}}},
    {{{venus, 12}, {jupiter, 16}, {mercury, 19}, {mars, 28}, {saturn, 30}}},
}};

/// Source: the table of essential dignities in Lilly, Christian Astrology, p. 104, after Ptolemy.
constexpr Terms ptolemaic_terms = {{
    {{{jupiter, 6}, {venus, 14}, {mercury, 21}, {mars, 26}, {saturn, 30}}},
    {{{venus, 8}, {mercury, 15}, {jupiter, 22}, {saturn, 26}, {mars, 30}}},
    {{{mercury, 7}, {jupiter, 14}, {venus, 21}, {saturn, 25}, {mars, 30}}},
    {{{mars, 6}, {jupiter, 13}, {mercury, 20}, {venus, 27}, {saturn, 30}}},
    {{{saturn, 6}, {mercury, 13}, {venus, 19}, {jupiter, 25}, {mars, 30}}},
    {{{mercury, 7}, {venus, 13}, {jupiter, 18}, {saturn, 24}, {mars, 30}}},
    {{{saturn, 6}, {venus, 11}, {jupiter, 19}, {mercury, 24}, {mars, 30}}},
    {{{mars, 6}, {jupiter, 14}, {venus, 21}, {mercury, 27}, {saturn, 30}}},
    {{{jupiter, 8}, {venus, 14}, {mercury, 19}, {saturn, 25}, {mars, 30}}},
    {{{venus, 6}, {mercury, 12}, {jupiter, 19}, {mars, 25}, {saturn, 30}}},
    {{{saturn, 6}, {mercury, 12}, {venus, 20}, {jupiter, 25}, {mars, 30}}},
    {{{venus, 8}, {jupiter, 14}, {mercury, 20}, {mars, 26}, {saturn, 30}}},
}};

struct Triplicity {
  Body day;
  Body night;
  Body participating;
};
/// By Element. Source: Dorotheus, Carmen Astrologicum I.1.
constexpr std::array<Triplicity, 4> dorothean = {
    {{sun, jupiter, saturn}, {venus, moon, mars}, {saturn, mercury, jupiter}, {venus, mars, moon}}};

bool rules(Body planet, Sign sign, Rulership rulership) {
  return ruler_of(sign, Rulership::classical) == planet ||
         (rulership == Rulership::modern && ruler_of(sign, Rulership::modern) == planet);
}

bool has_triplicity(Body planet, Sign sign, bool day, TriplicityRule rule) {
  if (triplicity_ruler(sign, day, rule) == planet) return true;
  return rule == TriplicityRule::dorothean && dorothean.at(index_of(element_of(sign))).participating == planet;
}

}  // namespace

Body ruler_of(Sign sign, Rulership rulership) {
  if (rulership == Rulership::modern) {
    if (sign == Sign::scorpio) return pluto;
    if (sign == Sign::aquarius) return uranus;
    if (sign == Sign::pisces) return neptune;
  }
  constexpr std::array rulers = {mars,  venus, mercury, moon,   sun,    mercury,
                                 venus, mars,  jupiter, saturn, saturn, jupiter};
  return rulers.at(index_of(sign));
}

std::optional<Body> exalted_in(Sign sign) {
  using enum Sign;
  constexpr std::array<std::pair<Body, Sign>, 7> exaltations = {{{sun, aries},
                                                                 {moon, taurus},
                                                                 {mercury, virgo},
                                                                 {venus, pisces},
                                                                 {mars, capricorn},
                                                                 {jupiter, cancer},
                                                                 {saturn, libra}}};
  auto const found = std::ranges::find(exaltations, sign, &std::pair<Body, Sign>::second);
  return found == exaltations.end() ? std::nullopt : std::optional(found->first);
}

Body triplicity_ruler(Sign sign, bool day, TriplicityRule rule) {
  if (rule == TriplicityRule::lilly && element_of(sign) == Element::water) return mars;
  auto const& rulers = dorothean.at(index_of(element_of(sign)));
  return day ? rulers.day : rulers.night;
}

Body term_ruler(double longitude, TermRule rule) {
  auto const& terms =
      (rule == TermRule::egyptian ? egyptian_terms : ptolemaic_terms).at(index_of(sign_of(longitude)));
  auto const degree = degree_in_sign(longitude);
  return std::ranges::find_if(terms, [&](Term const& term) { return degree < term.until; })->ruler;
}

Body face_ruler(double longitude) {
  constexpr std::array chaldean = {mars, sun, venus, mercury, moon, saturn, jupiter};
  return chaldean.at(static_cast<std::size_t>(normalized(longitude) / 10.0) % chaldean.size());
}

Dignities essential_dignities(Body planet, double longitude, bool day, DignityRules const& given) {
  Dignities found;
  if (!is_planet(planet)) return found;
  auto const sign = sign_of(longitude);
  if (rules(planet, sign, given.rulership)) found.add(Dignity::domicile);
  if (is_classical(planet)) {
    if (exalted_in(sign) == planet) found.add(Dignity::exaltation);
    if (has_triplicity(planet, sign, day, given.triplicity)) found.add(Dignity::triplicity);
    if (term_ruler(longitude, given.terms) == planet) found.add(Dignity::term);
    if (face_ruler(longitude) == planet) found.add(Dignity::face);
  }
  bool const peregrine = is_classical(planet) && found.empty();
  if (rules(planet, opposite(sign), given.rulership)) found.add(Dignity::detriment);
  if (is_classical(planet) && exalted_in(opposite(sign)) == planet) found.add(Dignity::fall);
  if (peregrine) found.add(Dignity::peregrine);
  return found;
}

int essential_score(Dignities dignities) {
  constexpr std::array points = {5, 4, 3, 2, 1, -5, -4};
  int score = 0;
  for (std::size_t i = 0; i < points.size(); ++i)
    if (dignities.has(static_cast<Dignity>(i))) score += points[i];
  bool const debilitated = dignities.has(Dignity::detriment) || dignities.has(Dignity::fall);
  return dignities.has(Dignity::peregrine) && !debilitated ? score - 5 : score;
}

}  // namespace kelisim::astro
