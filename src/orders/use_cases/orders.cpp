#include "orders/orders.h"

#include "kernel/ensure.h"
#include "ledger/ledger.h"
#include "rules/states.h"
#include "store/orders.h"
#include "use_cases/give_back.h"
#include "use_cases/order_money.h"

namespace kelisim::orders {

OrderId Orders::open(db::Tx& tx, NewOrder const& order, Instant now) {
  auto const id = random_.id<OrderId>(now);
  store::insert(tx, id, order, now);
  store::note(tx, id, now, "opened");
  return id;
}

void Orders::rebind(db::Tx& tx, OrderId id, std::string_view terms_version, Instant now) {
  store::set_terms(tx, id, terms_version, now);
  store::note(tx, id, now, "terms_rebound", {}, terms_version);
}

Result<RefundAnswer, RefundRefusal> Orders::refund_in_full(db::Tx& tx, OrderId id, Ground const& ground,
                                                           Instant now) {
  auto const order = store::lock(tx, id);
  switch (order.state) {
    case OrderState::returning:
    case OrderState::returned:
      return Failure(RefundRefusal::already_returned);
    case OrderState::paid:
    case OrderState::earned:
      return RefundAnswer{give_price_back(tx, {random_, refund_initiate_}, order, ground, now)};
    case OrderState::open:
    case OrderState::closed:
      close(tx, id, now);
      return RefundAnswer{Money::zero(order.frozen ? order.frozen->price.currency() : Currency::KZT)};
  }
  ENSURE(false);
}

Result<RefundAnswer, GoodwillRefusal> Orders::give_as_goodwill(db::Tx& tx, OrderId id, Ground const& ground,
                                                               Instant now) {
  auto const order = store::lock(tx, id);
  if (order.state != OrderState::earned) return Failure(GoodwillRefusal::not_earned);
  return RefundAnswer{give_price_as_goodwill(tx, {random_, refund_initiate_}, order, ground, now)};
}

Result<void, EarnRefusal> Orders::earn(db::Tx& tx, OrderId id, Ground const& ground, Instant now) {
  auto const order = store::lock(tx, id);
  if (order.state == OrderState::open || order.state == OrderState::closed) return Failure(EarnRefusal::not_paid);
  if (order.state == OrderState::earned) return Failure(EarnRefusal::already_earned);
  if (!after(order.state, OrderEvent::earned)) return Failure(EarnRefusal::already_returned);
  ledger::post(tx, {.kind = ledger::TransactionKind::earned,
                    .ref = id.str(),
                    .at = now,
                    .order = id.str(),
                    .clause = ground.clause,
                    .decision = ground.decision,
                    .postings = earned_price(money_of(order))});
  store::set_earned(tx, id, now);
  store::note(tx, id, now, "earned", {}, ground.clause.id);
  return {};
}

void Orders::expect_earning(db::Tx& tx, OrderId id, Instant at) {
  (void)store::lock(tx, id);
  store::set_earns_at(tx, id, at);
}

void Orders::close(db::Tx& tx, OrderId id, Instant now) {
  auto const order = store::lock(tx, id);
  auto const next = after(order.state, OrderEvent::let_go);
  if (!next) return;
  store::set_state(tx, id, *next, now);
  store::note(tx, id, now, "closed");
}

}  // namespace kelisim::orders
