#include "sessions/rules/connection.h"

#include "kernel/ensure.h"
#include "rules/presence.h"

#include <algorithm>
#include <array>

namespace kelisim::sessions {
namespace {

using scheduling::Interval;
using scheduling::Party;

constexpr Duration at_once = std::chrono::seconds(10);  // two sides lost within this were lost to one cause
constexpr std::int64_t counts_from_seconds = 60;        // a break of seconds is no minute less (AMB-H09)

std::int64_t seconds(Presence const& presence) {
  return std::chrono::floor<std::chrono::seconds>(length(presence)).count();
}

Presence heard_by(Party witness, bool hears, std::vector<Hearing> const& hearings, Duration resolution) {
  std::vector<Interval> spans;
  for (auto const& hearing : hearings) {
    if (hearing.witness != witness || hearing.hears != hears || hearing.until <= hearing.from) continue;
    spans.push_back({cut(hearing.from, resolution), cut(hearing.until, resolution)});
  }
  return merged(std::move(spans));
}

/// From each loss of the party until it is there again, or until the end.
Presence away_by_loss(Party who, ConnectionFacts const& facts, Presence const& there, Duration resolution) {
  std::vector<Interval> gaps;
  for (auto const& loss : facts.losses) {
    if (loss.who != who) continue;
    auto const from = cut(loss.at, resolution);
    auto const back = std::ranges::find_if(there, [&](Interval const& stay) { return stay.ends_at > from; });
    auto const until = back == there.end() ? facts.session.ends_at : std::max(back->starts_at, from);
    if (from < until) gaps.push_back({from, until});
  }
  return overlap(merged(std::move(gaps)), {facts.session});
}

/// What both were away at, where they went at once.
Presence lost_at_once(Presence const& a, Presence const& b) {
  Presence shared;
  for (auto const& x : a) {
    for (auto const& y : b) {
      auto const apart = std::max(x.starts_at, y.starts_at) - std::min(x.starts_at, y.starts_at);
      auto const both = overlap({x}, {y});
      if (apart <= at_once) shared.insert(shared.end(), both.begin(), both.end());
    }
  }
  return merged(std::move(shared));
}

FailureSide worst(ConnectionVerdict const& verdict) {
  // In order of precedence where two are equal.
  std::array const sides{std::pair(FailureSide::service, verdict.service_seconds),
                         std::pair(FailureSide::specialist, verdict.specialist_seconds),
                         std::pair(FailureSide::client, verdict.client_seconds)};
  auto const longest = std::ranges::max_element(sides, {}, [](auto const& side) { return side.second; });
  return longest->second < counts_from_seconds ? FailureSide::none : longest->first;
}

}  // namespace

ConnectionVerdict judge_connection(ConnectionFacts const& facts, terms::Terms const& terms) {
  ENSURE(terms.lateness && terms.acceptance);
  auto const resolution = terms.lateness->presence_resolution.value;
  auto const client = presence_of(Party::client, facts.stays, facts.session.ends_at, resolution);
  auto const specialist = presence_of(Party::specialist, facts.stays, facts.session.ends_at, resolution);
  auto const both = overlap(overlap(client, specialist), {facts.session});
  auto const client_lost = away_by_loss(Party::client, facts, client, resolution);
  auto const specialist_lost = away_by_loss(Party::specialist, facts, specialist, resolution);
  auto const cut_off = lost_at_once(client_lost, specialist_lost);
  auto const said = [&](Party witness, bool hears) {
    return overlap(both, heard_by(witness, hears, facts.hearings, resolution));
  };
  auto const client_deaf = said(Party::client, false);
  auto const specialist_deaf = said(Party::specialist, false);
  auto const both_deaf = overlap(client_deaf, specialist_deaf);

  ConnectionVerdict verdict{
      .side = FailureSide::none,
      .together_seconds = seconds(both),
      .media_seconds = seconds(overlap(said(Party::client, true), said(Party::specialist, true))),
      .service_seconds = seconds(cut_off) + seconds(both_deaf),
      .specialist_seconds = seconds(without(specialist_lost, cut_off)),
      .client_seconds = seconds(without(client_lost, cut_off)),
      .disputed_seconds = seconds(without(client_deaf, both_deaf)) + seconds(without(specialist_deaf, both_deaf)),
      .because = terms.acceptance->claim_categories.clause,
      .rests_on = {terms.lateness->presence_resolution.clause}};
  verdict.side = worst(verdict);
  return verdict;
}

}  // namespace kelisim::sessions
