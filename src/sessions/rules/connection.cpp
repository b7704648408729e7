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
constexpr Duration told_within =
    std::chrono::seconds(30);                     // the relay tells by thousands of packets, so it tells late
constexpr std::int64_t counts_from_seconds = 60;  // a break of seconds is no minute less (AMB-H09)

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
  auto const silent = verdict.relay.value_or(RelayFindings{});
  // In order of precedence where two are equal.
  std::array const sides{
      std::pair(FailureSide::service, verdict.service_seconds),
      std::pair(FailureSide::specialist, verdict.specialist_seconds + silent.specialist_silent_seconds),
      std::pair(FailureSide::client, verdict.client_seconds + silent.client_silent_seconds)};
  auto const longest = std::ranges::max_element(sides, {}, [](auto const& side) { return side.second; });
  return longest->second < counts_from_seconds ? FailureSide::none : longest->first;
}

/// What the relay saw of one side, and what that side said, among the times in which both were there.
struct Account {
  Presence hears;    ///< it said so, and the relay does not say otherwise
  Presence deaf;     ///< likewise
  Presence refuted;  ///< what it said and the relay saw otherwise
  Presence sent;     ///< the relay took something from it, give or take `told_within`
};

Presence carried(std::vector<Carriage> const& carriages, Party side, Duration either_side, Duration resolution) {
  std::vector<Interval> spans;
  for (auto const& one : carriages) {
    if (one.side != side || one.until <= one.from) continue;
    spans.push_back({cut(one.from, resolution) - either_side, cut(one.until, resolution) + either_side});
  }
  return merged(std::move(spans));
}

Account account_of(Party side, ConnectionFacts const& facts, Presence const& both, Presence const& watched,
                   Duration resolution) {
  auto const said = [&](bool hears) { return overlap(both, heard_by(side, hears, facts.hearings, resolution)); };
  if (!facts.relay) return {said(true), said(false), {}, {}};
  auto const surely_given = carried(facts.relay->gave, side, Duration::zero(), resolution);
  auto const maybe_given = carried(facts.relay->gave, side, told_within, resolution);
  auto const false_hears = without(overlap(said(true), watched), maybe_given);
  auto const false_deaf = overlap(overlap(said(false), watched), surely_given);
  return {without(said(true), false_hears), without(said(false), false_deaf), merged([&] {
            auto refuted = false_hears;
            refuted.insert(refuted.end(), false_deaf.begin(), false_deaf.end());
            return refuted;
          }()),
          carried(facts.relay->took, side, told_within, resolution)};
}

/// In which `waits` said that it received nothing, the other did not, and the relay took nothing from the other.
Presence silent(Account const& waits, Account const& other, Presence const& both_deaf, Presence const& watched) {
  return without(overlap(without(waits.deaf, both_deaf), watched), other.sent);
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
  auto const watched = facts.relay ? overlap(both, merged(facts.relay->watched)) : Presence{};
  auto const of_client = account_of(Party::client, facts, both, watched, resolution);
  auto const of_specialist = account_of(Party::specialist, facts, both, watched, resolution);
  auto const both_deaf = overlap(of_client.deaf, of_specialist.deaf);
  auto const client_silent = silent(of_specialist, of_client, both_deaf, watched);
  auto const specialist_silent = silent(of_client, of_specialist, both_deaf, watched);

  ConnectionVerdict verdict{
      .side = FailureSide::none,
      .together_seconds = seconds(both),
      .media_seconds = seconds(overlap(of_client.hears, of_specialist.hears)),
      .service_seconds = seconds(cut_off) + seconds(both_deaf),
      .specialist_seconds = seconds(without(specialist_lost, cut_off)),
      .client_seconds = seconds(without(client_lost, cut_off)),
      .disputed_seconds = seconds(without(without(of_client.deaf, both_deaf), specialist_silent)) +
                          seconds(without(without(of_specialist.deaf, both_deaf), client_silent)),
      .because = terms.acceptance->claim_categories.clause,
      .rests_on = {terms.lateness->presence_resolution.clause},
      .relay = std::nullopt};
  if (facts.relay) {
    verdict.relay = RelayFindings{.watched_seconds = seconds(watched),
                                  .client_silent_seconds = seconds(client_silent),
                                  .specialist_silent_seconds = seconds(specialist_silent),
                                  .client_refuted_seconds = seconds(of_client.refuted),
                                  .specialist_refuted_seconds = seconds(of_specialist.refuted)};
  }
  verdict.side = worst(verdict);
  return verdict;
}

}  // namespace kelisim::sessions
