#include "services/election/sky.h"

#include <cmath>

namespace kelisim::astro {
namespace {

bool among(auto const& range, auto const& value) {
  return std::ranges::find(range, value) != std::ranges::end(range);
}

Instant middle(SkySegment const& segment) { return segment.from + (segment.to - segment.from) / 2; }

bool dignified(Body planet, Sign sign) { return ruler_of(sign) == planet || exalted_in(sign) == planet; }
bool debilitated(Body planet, Sign sign) { return dignified(planet, opposite(sign)); }

bool meets(Track const& track, Instant at, Body a, Body b, double orb, std::initializer_list<AspectKind> kinds) {
  auto const apart = separation(track.longitude(a, at), track.longitude(b, at));
  return std::ranges::any_of(kinds, [&](AspectKind kind) { return std::abs(apart - angle_of(kind)) <= orb; });
}

RulerState state_of(Track const& track, SkySegment const& segment, Body planet, double orb) {
  using enum AspectKind;
  auto const at = middle(segment);
  auto const sign = segment.signs[index_of(planet)];
  bool const retrograde = segment.retrograde[index_of(planet)];
  bool hard = false;
  bool soft = false;
  for (auto const malefic : {Body::mars, Body::saturn})
    hard = hard || (planet != malefic && meets(track, at, planet, malefic, orb, {conjunction, square, opposition}));
  for (auto const benefic : {Body::venus, Body::jupiter})
    soft = soft || (planet != benefic && meets(track, at, planet, benefic, orb, {conjunction, sextile, trine}));
  RulerState state;
  state.afflicted = hard || retrograde || debilitated(planet, sign);
  state.good = !state.afflicted && (soft || dignified(planet, sign));
  return state;
}

std::size_t days_between(CivilDate from, CivilDate to) {
  std::size_t days = 0;
  for (auto date = from; date < to; date = add_days(date, 1)) ++days;
  return days;
}

Window window_of(AllowedHours const& hours) {
  return {hours.zone.instant({hours.first_day, {}}), hours.zone.instant({add_days(hours.last_day, 1), {}})};
}

}  // namespace

int contact_sign(Body mover, AspectKind kind) {
  switch (nature_of(kind)) {
    case AspectNature::flowing:
      return 1;
    case AspectNature::tense:
      return -1;
    case AspectNature::conjunct:
      break;
  }
  if (mover == Body::venus || mover == Body::jupiter || mover == Body::sun) return 1;
  return mover == Body::mars || mover == Body::saturn ? -1 : 0;
}

ElectionSky::ElectionSky(Desk const& desk, Place const& place, AllowedHours const& hours,
                         std::vector<FixedPoint> client, std::vector<FixedPoint> partner)
    : rules_(desk.content.rules().election), partner_(std::move(partner)), has_client_(!client.empty()) {
  auto const window = window_of(hours);
  SegmentSettings settings;
  settings.place = place;
  settings.void_rule = desk.content.rules().settings.void_rule;
  settings.models = desk.content.rules().settings.natal.models;
  settings.natal = std::move(client);
  segments_ = sky_segments(desk.ephemeris, window, settings);
  days_ = days_between(hours.first_day, hours.last_day) + 1;
  cut_pieces(hours);
  look_at_planets(desk, window);
}

void ElectionSky::cut_pieces(AllowedHours const& hours) {
  std::size_t next = 0;
  for (std::size_t day = 0; day < days_; ++day) {
    auto const date = add_days(hours.first_day, static_cast<int>(day));
    if (!among(hours.weekdays, iso_weekday(date))) continue;
    auto const from = hours.zone.instant({date, hours.from});
    auto const to = hours.to.seconds == 86400 ? hours.zone.instant({add_days(date, 1), {}})
                                              : hours.zone.instant({date, hours.to});
    while (next < segments_.size() && segments_[next].to <= from) ++next;
    for (auto at = next; at < segments_.size() && segments_[at].from < to; ++at)
      pieces_.push_back({std::max(from, segments_[at].from), std::min(to, segments_[at].to), at, day});
  }
}

void ElectionSky::look_at_planets(Desk const& desk, Window window) {
  constexpr auto margin = std::chrono::hours(24 * 2);
  Track const track(desk.ephemeris, {window.from - margin, window.to + margin}, classical);
  rulers_.resize(segments_.size());
  partner_balance_.resize(segments_.size());
  // Only what lies in the allowed hours is ever asked for.
  std::size_t looked = segments_.size();
  for (auto const& piece : pieces_) {
    if (piece.segment == looked) continue;
    looked = piece.segment;
    auto const& segment = segments_[looked];
    for (auto const planet : classical)
      rulers_[looked][index_of(planet)] = state_of(track, segment, planet, rules_.ruler_orb);
    int balance = 0;
    for (auto const& point : partner_) {
      for (auto const mover : classical) {
        auto const apart = separation(track.longitude(mover, middle(segment)), point.longitude);
        for (auto const kind : major_aspects)
          if (std::abs(apart - angle_of(kind)) <= SegmentSettings{}.natal_orb) balance += contact_sign(mover, kind);
      }
    }
    partner_balance_[looked] = balance;
  }
}

int ElectionSky::client_balance(std::size_t segment) const {
  int balance = 0;
  for (auto const& hit : segments_[segment].natal) balance += contact_sign(hit.body, hit.kind);
  return balance;
}

Body ElectionSky::house_ruler(SkySegment const& segment, int house) {
  auto const sign = static_cast<Sign>((index_of(segment.ascendant) + static_cast<std::size_t>(house) - 1) % 12);
  return ruler_of(sign);
}

RulerState ElectionSky::ruler(std::size_t segment, int house) const {
  return rulers_[segment][index_of(house_ruler(segments_[segment], house))];
}

namespace {

/// Marks of one segment, by what they speak of.
class Marker {
 public:
  explicit Marker(SkySegment const& sky) : sky_(sky) {}

  ElectionMarks marks;

  void mark(ElectionRule rule, bool holds) { marks[index_of(rule)] = holds; }
  void mark_moon(EventRules const& event, ElectionRules const& rules, std::optional<Sign> body_sign);
  void mark_planets();
  void mark_hour(EventRules const& event);

 private:
  [[nodiscard]] Sign sign(Body planet) const { return sky_.signs[index_of(planet)]; }
  [[nodiscard]] bool back(Body planet) const { return sky_.retrograde[index_of(planet)]; }
  [[nodiscard]] bool strong(Body planet) const { return dignified(planet, sign(planet)) && !back(planet); }
  [[nodiscard]] bool weak(Body planet) const { return debilitated(planet, sign(planet)) || back(planet); }
  [[nodiscard]] bool on_angle(Body planet) const {
    return std::ranges::find(sky_.angular, planet, &AngularBody::body) != sky_.angular.end();
  }
  /// The Moon applies to it: by conjunction or a tense aspect if `hard`, else by conjunction or a flowing one.
  [[nodiscard]] bool moon_goes_to(Body planet, bool hard) const {
    return std::ranges::any_of(sky_.moon_applies, [&](SegmentAspect const& one) {
      auto const unwanted = hard ? AspectNature::flowing : AspectNature::tense;
      return one.body == planet && nature_of(one.kind) != unwanted;
    });
  }

  SkySegment const& sky_;
};

void Marker::mark_moon(EventRules const& event, ElectionRules const& rules, std::optional<Sign> body_sign) {
  using enum ElectionRule;
  auto const moon = sign(Body::moon);
  mark(moon_void, sky_.moon_void);
  mark(eclipse, sky_.near_eclipse);
  mark(moon_hard_mars, moon_goes_to(Body::mars, true));
  mark(moon_hard_saturn, moon_goes_to(Body::saturn, true));
  constexpr std::array outer = {Body::uranus, Body::neptune, Body::pluto};
  mark(moon_hard_outer, std::ranges::any_of(outer, [&](Body one) { return moon_goes_to(one, true); }));
  mark(via_combusta, sky_.via_combusta);
  mark(moon_sign_strong, among(rules.strong_signs, moon));
  mark(moon_sign_weak, among(rules.weak_signs, moon));
  mark(moon_sign_fit, among(event.moon_signs, moon));
  mark(moon_waxing, sky_.waxing);
  mark(moon_waning, !sky_.waxing);
  mark(moon_full, sky_.phase == MoonPhase::full);
  mark(moon_fast, sky_.moon_fast);
  mark(moon_slow, !sky_.moon_fast);
  mark(moon_applies_benefic, moon_goes_to(Body::venus, false) || moon_goes_to(Body::jupiter, false));
  mark(moon_body_part, body_sign == moon);
}

void Marker::mark_planets() {
  using enum ElectionRule;
  mark(mercury_retrograde, back(Body::mercury));
  mark(venus_retrograde, back(Body::venus));
  mark(mars_retrograde, back(Body::mars));
  mark(venus_strong, strong(Body::venus));
  mark(venus_weak, weak(Body::venus));
  mark(sun_strong, strong(Body::sun));
  mark(mercury_direct, !back(Body::mercury) && !sky_.near_station[index_of(Body::mercury)]);
  mark(mercury_strong, strong(Body::mercury));
  mark(mercury_weak, weak(Body::mercury));
  mark(jupiter_angular, on_angle(Body::jupiter));
  mark(venus_angular, on_angle(Body::venus));
  mark(saturn_angular, on_angle(Body::saturn));
  mark(mars_angular, on_angle(Body::mars));
}

void Marker::mark_hour(EventRules const& event) {
  using enum ElectionRule;
  auto const rising = modality_of(sky_.ascendant);
  mark(asc_fixed, rising == Modality::fixed);
  mark(asc_cardinal, rising == Modality::cardinal);
  mark(asc_mutable, rising == Modality::mutable_);
  bool const fits = sky_.hour_ruler && among(event.rulers, *sky_.hour_ruler);
  bool const harsh = sky_.hour_ruler == Body::mars || sky_.hour_ruler == Body::saturn;
  mark(planetary_hour_fit, fits);
  mark(planetary_hour_misfit, harsh && !fits);
  mark(planetary_day_fit, sky_.day_ruler && among(event.rulers, *sky_.day_ruler));
  mark(station_near,
       std::ranges::any_of(event.stations, [&](Body planet) { return sky_.near_station[index_of(planet)]; }));
}

}  // namespace

ElectionMarks segment_marks(SkySegment const& segment, EventRules const& event, ElectionRules const& rules,
                            std::optional<Sign> body_sign) {
  Marker marker(segment);
  marker.mark_moon(event, rules, body_sign);
  marker.mark_planets();
  marker.mark_hour(event);
  return marker.marks;
}

ElectionMarks ElectionSky::marks(std::size_t at, EventRules const& event, std::optional<Sign> body_sign) const {
  using enum ElectionRule;
  auto marks = segment_marks(segments_[at], event, rules_, body_sign);
  auto const mark = [&](ElectionRule rule, bool holds) { marks[index_of(rule)] = holds; };
  constexpr std::array<std::pair<ElectionRule, int>, 8> good = {{{ruler_1_good, 1},
                                                                 {ruler_2_good, 2},
                                                                 {ruler_4_good, 4},
                                                                 {ruler_7_good, 7},
                                                                 {ruler_8_good, 8},
                                                                 {ruler_9_good, 9},
                                                                 {ruler_10_good, 10},
                                                                 {ruler_11_good, 11}}};
  for (auto const& [rule, house] : good) mark(rule, ruler(at, house).good);
  constexpr std::array<std::pair<ElectionRule, int>, 4> bad = {
      {{ruler_1_afflicted, 1}, {ruler_2_afflicted, 2}, {ruler_7_afflicted, 7}, {ruler_10_afflicted, 10}}};
  for (auto const& [rule, house] : bad) mark(rule, ruler(at, house).afflicted);
  mark(natal_support, client_balance(at) > 0);
  mark(natal_tension, client_balance(at) < 0);
  mark(partner_support, partner_balance(at) > 0);
  mark(partner_tension, partner_balance(at) < 0);
  return marks;
}

}  // namespace kelisim::astro
