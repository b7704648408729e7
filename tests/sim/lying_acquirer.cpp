#include "lying_acquirer.h"

namespace kelisim::sim {
namespace {

using orders::GatewayError;
using orders::GatewayPaymentState;
using orders::GatewayTrouble;
using std::chrono::days;
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

GatewayError no_answer() { return {GatewayTrouble::unknown, "simulated_silence"}; }

}  // namespace

Money BookEntry::refunded() const {
  auto sum = Money::zero(asked.currency());
  for (auto const& refund : refunds) sum = sum + refund.amount;
  return sum;
}

void LyingAcquirer::calm() {
  lies_ = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0};
  unplugged_ = false;
}

bool LyingAcquirer::lie(std::uint64_t per_mille, char const* name) {
  if (!dice_.chance(per_mille)) return false;
  ++told_[name];
  return true;
}

orders::GatewayAnswer<orders::InitAccepted> LyingAcquirer::init(orders::InitRequest const& request) {
  if (unplugged_ || lie(lies_.lose_answer_before, "init_lost_before")) return std::unexpected(no_answer());
  auto const known = book_.find(request.order_number);
  if (known != book_.end() && known->second.asked != request.amount) {
    affronts_.push_back("init of " + request.order_number + " again with another sum");
  }
  if (known == book_.end() && lie(lies_.decline_init, "init_declined")) {
    return std::unexpected(GatewayError{GatewayTrouble::declined, "simulated_decline"});
  }
  if (known == book_.end()) {
    auto const payment = std::to_string(++last_number_);
    book_.emplace(request.order_number, BookEntry{.order_number = request.order_number,
                                                  .gateway_payment = payment,
                                                  .asked = request.amount,
                                                  .page_until = clock_->now() + request.lifetime});
    numbers_.emplace(payment, request.order_number);
    pages_.push_back(request.order_number);
  }
  if (lie(lies_.lose_answer_after, "init_lost_after")) return std::unexpected(no_answer());
  auto const& entry = book_.at(request.order_number);
  return orders::InitAccepted{entry.gateway_payment, "https://acquirer.example/pay/" + entry.gateway_payment};
}

BookEntry* LyingAcquirer::find(orders::StatusRequest const& request) {
  auto const found = book_.find(request.order_number);
  return found == book_.end() ? nullptr : &found->second;
}

orders::GatewayAnswer<orders::StatusReport> LyingAcquirer::status(orders::StatusRequest const& request) {
  if (unplugged_ || lie(lies_.lose_answer_before, "status_lost")) return std::unexpected(no_answer());
  auto* const entry = find(request);
  if (entry == nullptr)
    return orders::StatusReport{.state = GatewayPaymentState::absent, .order_number = {}, .gateway_payment = {}};
  orders::StatusReport report{.state = GatewayPaymentState::in_flight,
                              .order_number = entry->order_number,
                              .gateway_payment = entry->gateway_payment};
  if (entry->declined) report.state = GatewayPaymentState::failed;
  auto const now = clock_->now();
  // A capture younger than a minute may not show yet.
  auto const fresh = entry->captured_at && now - *entry->captured_at < minutes(1);
  if (entry->captured && !(fresh && lie(lies_.lag_status, "status_lags"))) {
    report.state = GatewayPaymentState::captured;
    report.captured = entry->captured;
    auto seen = Money::zero(entry->asked.currency());
    for (auto const& refund : entry->refunds) {
      if (refund.seen_from <= now) seen = seen + refund.amount;
    }
    report.refunded = seen;
  }
  return report;
}

orders::GatewayAnswer<orders::RefundProgress> LyingAcquirer::refund(orders::RefundRequest const& request) {
  if (unplugged_ || lie(lies_.lose_answer_before, "refund_lost_before")) return std::unexpected(no_answer());
  if (auto const known = numbers_.find(request.gateway_payment); known != numbers_.end()) {
    auto const& number = known->second;
    auto& entry = book_.at(number);
    if (!request.amount.is_positive()) affronts_.push_back("a refund of nothing for " + number);
    if (!entry.captured || request.amount > *entry.captured - entry.refunded()) {
      affronts_.push_back("a refund over what was captured for " + number);
      return std::unexpected(GatewayError{GatewayTrouble::declined, "over_captured"});
    }
    if (lie(lies_.refuse_refund, "refund_refused")) {
      return std::unexpected(GatewayError{GatewayTrouble::declined, "simulated_refusal"});
    }
    auto const now = clock_->now();
    auto const pending = lie(lies_.pending_refund, "refund_pending");
    entry.refunds.push_back({request.amount, now, pending ? now + seconds(dice_.between(1, 110)) : now});
    if (lie(lies_.lose_answer_after, "refund_lost_after")) return std::unexpected(no_answer());
    return pending ? orders::RefundProgress::pending : orders::RefundProgress::done;
  }
  affronts_.push_back("a refund of an unknown payment " + request.gateway_payment);
  return std::unexpected(GatewayError{GatewayTrouble::declined, "unknown_payment"});
}

std::vector<std::string> LyingAcquirer::open_pages() {
  std::erase_if(pages_, [&](std::string const& number) {
    auto const& entry = book_.at(number);
    return entry.captured || entry.declined || clock_->now() >= entry.page_until + hours(2);
  });
  return pages_;
}

bool LyingAcquirer::pay(std::string const& order_number) {
  auto const found = book_.find(order_number);
  if (found == book_.end() || found->second.captured || found->second.declined) return false;
  auto& entry = found->second;
  auto const now = clock_->now();
  // An answer after the end of the page: the bank had it before.
  auto const over = now >= entry.page_until;
  if (over && (now > entry.page_until + hours(2) || !lie(lies_.take_late, "taken_late"))) return false;
  auto const wrong = lie(lies_.take_wrong_sum, "wrong_sum");
  entry.captured = wrong
                       ? entry.asked - Money(1 + static_cast<std::int64_t>(dice_.below(100)), entry.asked.currency())
                       : entry.asked;
  entry.captured_at = now;
  schedule_callbacks(order_number);
  return true;
}

bool LyingAcquirer::decline(std::string const& order_number) {
  auto const found = book_.find(order_number);
  if (found == book_.end() || found->second.captured || found->second.declined) return false;
  found->second.declined = true;
  schedule_callbacks(order_number);
  return true;
}

void LyingAcquirer::schedule_callbacks(std::string const& order_number) {
  if (unplugged_ || lie(lies_.lose_callback, "callback_lost")) return;
  auto const now = clock_->now();
  auto const copies = lie(lies_.repeat_callback, "callback_repeated") ? dice_.between(2, 4) : 1;
  for (std::int64_t copy = 0; copy < copies; ++copy) {
    auto due = now + seconds(dice_.between(0, 5));
    if (lie(lies_.delay_callback, "callback_delayed")) {
      due = now +
            (dice_.chance(100) ? Duration(days(dice_.between(1, 30))) : Duration(seconds(dice_.between(10, 7200))));
    }
    callbacks_.emplace(due.micros, order_number);
  }
}

std::vector<std::string> LyingAcquirer::due_callbacks() {
  std::vector<std::string> due;
  auto const end = callbacks_.upper_bound(clock_->now().micros);
  for (auto at = callbacks_.begin(); at != end; ++at) due.push_back(at->second);
  callbacks_.erase(callbacks_.begin(), end);
  return due;
}

}  // namespace kelisim::sim
