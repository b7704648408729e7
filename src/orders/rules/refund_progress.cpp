#include "rules/refund_progress.h"

#include "rules/polling.h"

namespace kelisim::orders {

RefundStep refund_progress(RefundFacts const& facts, StatusReport const& report, Instant now) {
  if (report.state != GatewayPaymentState::captured || report.order_number != facts.order_number) {
    return RefundStep::ask_staff;
  }
  if (!report.refunded || report.refunded->currency() != facts.amount.currency()) return RefundStep::ask_staff;
  if (*report.refunded < facts.confirmed_before) return RefundStep::wait;
  auto const shown = *report.refunded - facts.confirmed_before;
  if (shown >= facts.amount) return RefundStep::gone_back;
  if (shown.is_positive()) return RefundStep::ask_staff;
  if (facts.sent_at && now < *facts.sent_at + status_lag) return RefundStep::wait;
  return RefundStep::send;
}

}  // namespace kelisim::orders
