#include "services/express_answer/perfection.h"

#include <cmath>

namespace kelisim::astro {
namespace {

/// By mean motion, the swiftest first.
constexpr std::array swiftness = {Body::moon, Body::mercury, Body::venus, Body::sun,
                                  Body::mars, Body::jupiter, Body::saturn};

std::size_t rank(Body planet) {
  return static_cast<std::size_t>(std::ranges::find(swiftness, planet) - swiftness.begin());
}

/// The sky after one moment.
class Future {
 public:
  Future(Track const& track, Chart const& chart, AnswerRules const& rules)
      : track_(track), chart_(chart), rules_(rules) {}

  struct Hit {
    AspectKind kind{};
    Instant at;
    double degrees = 0;
  };

  [[nodiscard]] Instant leaves_sign(Body planet) const {
    for (auto const& ingress : ingresses(track_, planet))
      if (ingress.at > chart_.at) return ingress.at;
    return track_.window().to;
  }

  [[nodiscard]] double distance(Body a, Body b, AspectKind kind, Instant at) const {
    return std::abs(separation(track_.longitude(a, at), track_.longitude(b, at)) - angle_of(kind));
  }

  [[nodiscard]] bool applies(Body a, Body b, AspectKind kind) const {
    constexpr auto soon = std::chrono::minutes(30);
    return distance(a, b, kind, chart_.at + soon) < distance(a, b, kind, chart_.at);
  }

  /// The first exact aspect after the moment, applying within the orb now, before `until`.
  [[nodiscard]] std::optional<Hit> first_hit(Body a, Body b, Instant until) const {
    for (auto const& one : sky_aspects(track_, a, b, major_aspects)) {
      if (one.at <= chart_.at) continue;
      if (one.at >= until) break;
      auto const degrees = distance(a, b, one.kind, chart_.at);
      if (degrees <= rules_.aspect_orb) return Hit{one.kind, one.at, degrees};
    }
    return std::nullopt;
  }

  /// Whether one of them turns while they come to an aspect that they never reach.
  [[nodiscard]] std::optional<Instant> turned_away(Body a, Body b, Instant until) const {
    bool const coming = std::ranges::any_of(major_aspects, [&](AspectKind kind) {
      return distance(a, b, kind, chart_.at) <= rules_.aspect_orb && applies(a, b, kind);
    });
    if (!coming) return std::nullopt;
    std::optional<Instant> first;
    for (auto const planet : {a, b}) {
      for (auto const& station : stations(track_, planet)) {
        if (station.at <= chart_.at || station.at >= until) continue;
        if (!first || station.at < *first) first = station.at;
      }
    }
    return first;
  }

  [[nodiscard]] std::optional<Judgement> prohibited(Body a, Body b, Instant before) const {
    constexpr std::array hard = {AspectKind::conjunction, AspectKind::square, AspectKind::opposition};
    std::optional<Judgement> first;
    for (auto const third : swiftness) {
      if (third == Body::moon || third == a || third == b) continue;
      for (auto const one : {a, b}) {
        for (auto const& hit : sky_aspects(track_, third, one, hard)) {
          if (hit.at <= chart_.at || hit.at >= before) continue;
          if (!first || hit.at < *first->at) {
            first = {.kind = Perfection::prohibition, .aspect = hit.kind, .third = third, .at = hit.at};
          }
        }
      }
    }
    return first;
  }

  [[nodiscard]] std::optional<Judgement> translated(Body a, Body b) const {
    for (auto const third : swiftness) {
      if (rank(third) >= std::min(rank(a), rank(b))) break;
      for (auto const& [from, to] : {std::pair(a, b), std::pair(b, a)}) {
        bool const parted = std::ranges::any_of(major_aspects, [&, one = from](AspectKind kind) {
          return distance(third, one, kind, chart_.at) <= rules_.aspect_orb && !applies(third, one, kind);
        });
        auto const hit = first_hit(third, to, std::min(leaves_sign(third), leaves_sign(to)));
        if (parted && hit) {
          return Judgement{.kind = Perfection::translation,
                           .aspect = hit->kind,
                           .third = third,
                           .at = hit->at,
                           .degrees = hit->degrees};
        }
      }
    }
    return std::nullopt;
  }

  [[nodiscard]] std::optional<Judgement> collected(Body a, Body b) const {
    for (auto const third : swiftness) {
      if (rank(third) <= std::max(rank(a), rank(b))) continue;
      auto const of_a = first_hit(a, third, std::min(leaves_sign(a), leaves_sign(third)));
      auto const of_b = first_hit(b, third, std::min(leaves_sign(b), leaves_sign(third)));
      if (!of_a || !of_b) continue;
      auto const& later = of_a->at > of_b->at ? *of_a : *of_b;
      return Judgement{.kind = Perfection::collection,
                       .aspect = later.kind,
                       .third = third,
                       .at = later.at,
                       .degrees = later.degrees};
    }
    return std::nullopt;
  }

 private:
  Track const& track_;
  Chart const& chart_;
  AnswerRules const& rules_;
};

bool mutual_reception(Chart const& chart, Body a, Body b) {
  return std::ranges::any_of(chart.receptions, [&](Reception const& one) {
    return one.mutual && ((one.host == a && one.guest == b) || (one.host == b && one.guest == a));
  });
}

}  // namespace

Judgement judge(Track const& track, Chart const& chart, Body querent, Body quesited, AnswerRules const& rules) {
  Future const future(track, chart, rules);
  auto const until = std::min(future.leaves_sign(querent), future.leaves_sign(quesited));
  if (auto const hit = future.first_hit(querent, quesited, until)) {
    if (auto const denied = future.prohibited(querent, quesited, hit->at)) return *denied;
    return {.kind = Perfection::direct, .aspect = hit->kind, .at = hit->at, .degrees = hit->degrees};
  }
  if (auto const carried = future.translated(querent, quesited)) return *carried;
  if (auto const gathered = future.collected(querent, quesited)) return *gathered;
  if (auto const turned = future.turned_away(querent, quesited, until))
    return {.kind = Perfection::refranation, .at = *turned};
  if (mutual_reception(chart, querent, quesited)) return {.kind = Perfection::reception};
  return {};
}

}  // namespace kelisim::astro
