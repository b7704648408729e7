#include "use_cases/confirm_refund.h"

#include "kernel/ensure.h"
#include "ledger/ledger.h"
#include "obligations/obligations.h"
#include "rules/postings.h"
#include "rules/states.h"
#include "store/orders.h"
#include "store/payments.h"
#include "store/refunds.h"
#include "terms/clauses.h"
#include "use_cases/give_back.h"

namespace kelisim::orders {

void confirm_refund(db::Tx& tx, Settling const& with, RefundId id, Instant now) {
  auto const found = store::find_refund(tx, id);
  ENSURE(found.has_value());
  auto const order = store::lock(tx, found->order);
  auto const refund = store::find_refund(tx, id);
  auto const next = after(refund->state, RefundEvent::confirmed);
  if (!next) return;
  ENSURE(*next == RefundState::confirmed);
  store::set_confirmed(tx, id, now);
  ledger::post(tx, {.kind = ledger::TransactionKind::refund_paid,
                    .ref = id.str(),
                    .at = now,
                    .order = order.id.str(),
                    .clause = terms::find_clause(refund->clause),
                    .decision = refund->decision,
                    .postings = refund_sent(order.id, refund->amount, with.gateway)});
  obligations::keep(tx, refund_promise(id), {now});
  store::note(tx, order.id, now, "refund_confirmed", id.view(), to_decimal(refund->amount));
  if (store::payment(tx, refund->payment).purpose == Purpose::price) {
    auto const ended = after(order.state, OrderEvent::return_confirmed);
    ENSURE(ended.has_value());
    store::set_state(tx, order.id, *ended, now);
  }
  with.events.on_refunded(tx, order.id, refund->amount, now);
}

}  // namespace kelisim::orders
