#include "rules/states.h"

#include <span>

namespace kelisim::orders {
namespace {

template <class State, class Event>
struct Step {
  State from;
  Event event;
  State to;
};

template <class State, class Event, std::size_t n>
std::optional<State> look_up(Step<State, Event> const (&table)[n], State state, Event event) {
  for (auto const& step : table) {
    if (step.from == state && step.event == event) return step.to;
  }
  return std::nullopt;
}

constexpr Step<PaymentState, PaymentEvent> payment_table[] = {
    {PaymentState::created, PaymentEvent::handed_over, PaymentState::preparing},
    {PaymentState::created, PaymentEvent::seen_captured, PaymentState::captured},
    {PaymentState::created, PaymentEvent::timed_out, PaymentState::expired},
    {PaymentState::preparing, PaymentEvent::page_ready, PaymentState::waiting_for_client},
    {PaymentState::preparing, PaymentEvent::refused, PaymentState::failed},
    {PaymentState::preparing, PaymentEvent::seen_captured, PaymentState::captured},
    {PaymentState::preparing, PaymentEvent::seen_failed, PaymentState::failed},
    {PaymentState::preparing, PaymentEvent::timed_out, PaymentState::expired},
    {PaymentState::waiting_for_client, PaymentEvent::seen_captured, PaymentState::captured},
    {PaymentState::waiting_for_client, PaymentEvent::seen_failed, PaymentState::failed},
    {PaymentState::waiting_for_client, PaymentEvent::timed_out, PaymentState::expired},
    {PaymentState::failed, PaymentEvent::seen_captured, PaymentState::captured},
    {PaymentState::expired, PaymentEvent::seen_captured, PaymentState::captured},
};

constexpr Step<OrderState, OrderEvent> order_table[] = {
    {OrderState::open, OrderEvent::price_captured, OrderState::paid},
    {OrderState::open, OrderEvent::let_go, OrderState::closed},
    {OrderState::closed, OrderEvent::price_captured, OrderState::paid},
    {OrderState::paid, OrderEvent::earned, OrderState::earned},
    {OrderState::paid, OrderEvent::return_begun, OrderState::returning},
    {OrderState::earned, OrderEvent::return_begun, OrderState::returning},
    {OrderState::returning, OrderEvent::return_confirmed, OrderState::returned},
};

constexpr Step<RefundState, RefundEvent> refund_table[] = {
    {RefundState::requested, RefundEvent::sent, RefundState::sending},
    {RefundState::requested, RefundEvent::confirmed, RefundState::confirmed},
    {RefundState::sending, RefundEvent::sent, RefundState::sending},
    {RefundState::sending, RefundEvent::refused, RefundState::stuck},
    {RefundState::sending, RefundEvent::confirmed, RefundState::confirmed},
    {RefundState::stuck, RefundEvent::sent, RefundState::sending},
    {RefundState::stuck, RefundEvent::confirmed, RefundState::confirmed},
};

}  // namespace

std::optional<PaymentState> after(PaymentState state, PaymentEvent event) {
  return look_up(payment_table, state, event);
}
std::optional<OrderState> after(OrderState state, OrderEvent event) { return look_up(order_table, state, event); }
std::optional<RefundState> after(RefundState state, RefundEvent event) { return look_up(refund_table, state, event); }

bool is_final(PaymentState state) {
  return state == PaymentState::captured || state == PaymentState::failed || state == PaymentState::expired;
}

}  // namespace kelisim::orders
