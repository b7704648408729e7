#include "orders/timeline.h"

#include "store/orders.h"
#include "store/refunds.h"
#include "terms/clauses.h"

namespace kelisim::orders {

std::vector<terms::TimelineEntry> timeline_of(db::Tx& tx, OrderId order) {
  std::vector<terms::TimelineEntry> entries;
  auto const row = store::find(tx, order);
  if (!row) return entries;
  auto const tell = [&](Instant at, std::string kind, std::string_view clause, std::optional<Money> amount) {
    entries.push_back({.at = at,
                       .kind = std::move(kind),
                       .subject = order.str(),
                       .clause = terms::cited(clause, row->terms_version),
                       .amount = amount});
  };
  auto const price = row->frozen ? std::optional(row->frozen->price) : std::nullopt;
  if (row->paid_at) tell(*row->paid_at, "orders.paid", "HAR-5.1a", price);
  if (row->earned_at) tell(*row->earned_at, "orders.earned", "HAR-5.1d", price);
  for (auto const& refund : store::refunds_of(tx, order)) {
    tell(refund.requested_at, "orders.refund_decided", refund.clause, refund.amount);
    if (refund.confirmed_at) tell(*refund.confirmed_at, "orders.refund_confirmed", "HAR-8.7c", refund.amount);
  }
  return entries;
}

}  // namespace kelisim::orders
