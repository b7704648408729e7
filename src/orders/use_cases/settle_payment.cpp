#include "use_cases/settle_payment.h"

#include "kernel/ensure.h"
#include "ledger/ledger.h"
#include "rules/postings.h"
#include "rules/states.h"
#include "store/cases.h"
#include "store/orders.h"
#include "store/payments.h"
#include "store/refunds.h"
#include "terms/clauses.h"
#include "use_cases/give_back.h"
#include "use_cases/order_money.h"

#include <fmt/format.h>

namespace kelisim::orders {
namespace {

/// "Charge exactly the published price." (HAR-5.1b) What is charged beside it goes back.
constexpr Ground not_the_price{.clause = terms::clause("HAR-5.1b")};

std::string amount_text(Money amount) {
  return fmt::format("{} {}", to_decimal(amount), to_string(amount.currency()));
}

void open_case(db::Tx& tx, Settling const& with, CaseKind kind, store::PaymentRow const& payment,
               std::string_view detail, Instant now) {
  store::open_case(tx, with.random.id<store::CaseId>(now), kind, payment.id.view(), payment.order, detail, now);
}

void end_without_money(db::Tx& tx, Settling const& with, store::PaymentRow const& payment, PaymentEvent event,
                       PaymentFailure failure, Instant now) {
  auto const next = after(payment.state, event);
  if (!next) return;
  store::set_state(tx, payment.id, *next, now, failure);
  store::note(tx, payment.order, now, "payment_ended", payment.id.view(), to_text(failure));
  with.events.on_payment_failed(tx, payment.order, failure, now);
}

void post_capture(db::Tx& tx, store::PaymentRow const& payment, std::vector<ledger::Posting> postings, Clause clause,
                  Instant now) {
  auto const posted = ledger::post(tx, {.kind = ledger::TransactionKind::capture,
                                        .ref = payment.id.str(),
                                        .at = now,
                                        .order = payment.order.str(),
                                        .clause = clause,
                                        .decision = {},
                                        .postings = std::move(postings)});
  ENSURE(posted == ledger::Posted::now);
}

void take_price(db::Tx& tx, Settling const& with, store::OrderRow order, store::PaymentRow const& payment,
                StatusReport const& report, Instant now) {
  auto const money = money_of(order);
  store::set_captured(tx, payment.id, Purpose::price, money.price, report.gateway_payment, now);
  post_capture(tx, payment, captured_price(money, with.gateway), terms::clause("HAR-5.1d"), now);
  store::set_paid(tx, order.id, now);
  store::note(tx, order.id, now, "paid", payment.id.view(), amount_text(money.price));
  order.state = OrderState::paid;
  auto const verdict = with.events.on_paid(tx, order.id, now);
  if (verdict.give_back) give_price_back(tx, {with.random, with.refund_initiate}, order, *verdict.give_back, now);
}

void take_in_error(db::Tx& tx, Settling const& with, store::OrderRow const& order, store::PaymentRow const& payment,
                   StatusReport const& report, Instant now) {
  auto const amount = *report.captured;
  store::set_captured(tx, payment.id, Purpose::give_back, amount, report.gateway_payment, now);
  post_capture(tx, payment, captured_in_error(order.id, amount, with.gateway), not_the_price.clause, now);
  auto const twice = amount == payment.price;
  open_case(tx, with, twice ? CaseKind::double_capture : CaseKind::wrong_amount, payment, amount_text(amount), now);
  store::note(tx, order.id, now, "captured_in_error", payment.id.view(), amount_text(amount));
  open_refund(tx, {with.random, with.refund_initiate}, store::payment(tx, payment.id), amount, not_the_price, now);
  auto const awaited = order.state == OrderState::open && !is_final(payment.state);
  if (awaited) with.events.on_payment_failed(tx, order.id, PaymentFailure::wrong_amount, now);
}

/// A captured payment is asked about again: whatever changed without us is a case for staff.
void compare(db::Tx& tx, Settling const& with, store::PaymentRow const& payment, StatusReport const& report,
             Instant now) {
  if (report.captured != payment.captured) {
    open_case(tx, with, CaseKind::capture_changed, payment,
              report.captured ? amount_text(*report.captured) : "unreadable", now);
  }
  if (!report.refunded || report.refunded->currency() != payment.captured->currency()) return;
  auto ours = Money::zero(report.refunded->currency());
  for (auto const& refund : store::refunds_of(tx, payment.id)) ours = ours + refund.amount;
  if (*report.refunded > ours) {
    open_case(tx, with, CaseKind::refunded_elsewhere, payment, amount_text(*report.refunded), now);
  }
}

void record_fee(db::Tx& tx, Settling const& with, PaymentId id, StatusReport const& report, Instant now) {
  auto const payment = store::payment(tx, id);
  if (payment.fee_minor || !report.fee || !report.fee->is_positive() || !payment.captured) return;
  if (report.fee->currency() != payment.captured->currency() || *report.fee >= *payment.captured) return;
  store::set_fee(tx, id, *report.fee);
  ledger::post(tx, {.kind = ledger::TransactionKind::gateway_fee,
                    .ref = id.str(),
                    .at = now,
                    .order = payment.order.str(),
                    .clause = {},
                    .decision = {},
                    .postings = fee_kept(*report.fee, with.gateway)});
}

void take(db::Tx& tx, Settling const& with, store::OrderRow const& order, store::PaymentRow const& payment,
          StatusReport const& report, Instant now) {
  if (payment.state == PaymentState::captured) return compare(tx, with, payment, report, now);
  if (!report.captured || !report.captured->is_positive()) {
    return open_case(tx, with, CaseKind::unreadable_capture, payment, "the captured sum cannot be read", now);
  }
  auto const pays = *report.captured == payment.price && after(order.state, OrderEvent::price_captured);
  pays ? take_price(tx, with, order, payment, report, now) : take_in_error(tx, with, order, payment, report, now);
  compare(tx, with, store::payment(tx, payment.id), report, now);
}

}  // namespace

void settle(db::Tx& tx, Settling const& with, PaymentId id, StatusReport const& report, Instant now) {
  auto const found = store::find_payment(tx, id);
  ENSURE(found.has_value());
  auto const order = store::lock(tx, found->order);
  auto const payment = store::payment(tx, id);
  if (report.state != GatewayPaymentState::absent && report.order_number != id.view()) {
    return open_case(tx, with, CaseKind::foreign_answer, payment, "the status names another order", now);
  }
  switch (report.state) {
    case GatewayPaymentState::captured:
      take(tx, with, order, payment, report, now);
      return record_fee(tx, with, id, report, now);
    case GatewayPaymentState::failed:
      return end_without_money(tx, with, payment, PaymentEvent::seen_failed, PaymentFailure::declined, now);
    case GatewayPaymentState::absent:
    case GatewayPaymentState::in_flight:
      if (now < payment.expires_at) return;
      return end_without_money(tx, with, payment, PaymentEvent::timed_out, PaymentFailure::expired, now);
  }
}

void give_up(db::Tx& tx, Settling const& with, PaymentId id, PaymentFailure failure, Instant now) {
  auto const found = store::find_payment(tx, id);
  ENSURE(found.has_value());
  auto const order = store::lock(tx, found->order);
  auto const event = failure == PaymentFailure::expired ? PaymentEvent::timed_out : PaymentEvent::refused;
  end_without_money(tx, with, store::payment(tx, id), event, failure, now);
}

}  // namespace kelisim::orders
