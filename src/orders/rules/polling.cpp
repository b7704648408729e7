#include "rules/polling.h"

namespace kelisim::orders {
namespace {

using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

constexpr Duration poll_for = hours(24 * 30);

}  // namespace

std::optional<Instant> next_check(PollFacts const& facts, Instant now) {
  auto const age = now - facts.begun_at;
  if (facts.state == PaymentState::captured || age > poll_for) return std::nullopt;
  if (facts.state == PaymentState::failed && facts.answered && age > hours(24)) return std::nullopt;
  if (!is_final(facts.state)) {
    auto const next = now + (age < minutes(3) ? Duration(seconds(10)) : Duration(seconds(30)));
    // The instant at which it expires is a state change of its own and is not overslept.
    return now < facts.expires_at && facts.expires_at < next ? facts.expires_at : next;
  }
  if (age < hours(1)) return now + minutes(2);
  if (age < hours(6) || !facts.answered) return now + minutes(10);
  return now + (age < hours(72) ? hours(1) : hours(6));
}

Duration refund_pause(std::int64_t tries, RefundState state) {
  if (state == RefundState::stuck) return hours(1);
  constexpr std::int64_t doublings_max = 4;
  auto const pause = minutes(std::int64_t{1} << std::min(tries > 0 ? tries - 1 : 0, doublings_max));
  return std::min<Duration>(pause, minutes(15));
}

}  // namespace kelisim::orders
