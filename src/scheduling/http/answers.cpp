#include "http/answers.h"

#include "catalogue/specialist.h"
#include "kernel/ensure.h"
#include "scheduling/rules/cancel_booking.h"
#include "scheduling/rules/pay_booking.h"
#include "store/cancellations.h"
#include "terms/clauses.h"
#include "use_cases/appoint.h"
#include "use_cases/pay_booking.h"

namespace kelisim::scheduling {

namespace {

std::optional<ClientName> client_of(db::Tx& tx, Parts const& parts, OwnBooking const& own) {
  if (own.side != Party::specialist) return std::nullopt;
  auto const answers = parts.people.questionnaire_for_specialist(tx, own.booking.client);
  if (!answers) return ClientName{own.booking.client, "", std::nullopt, std::nullopt};
  return ClientName{own.booking.client, answers->display_name, answers->prior_experience, answers->concern_topic};
}

std::optional<CancellationView> cancellation_of(db::Tx& tx, Booking const& booking) {
  auto const standing = store::standing_cancellation(tx, booking.id);
  if (!standing) return std::nullopt;
  return CancellationView{standing->received_at, standing->side, standing->refund,
                          terms::cited(standing->clause, booking.terms_version), standing->effective_at};
}

std::vector<MoveView> moves_of(db::Tx& tx, Booking const& booking, Instant now) {
  std::vector<MoveView> moves;
  for (auto const& move : store::moves_of(tx, booking.id)) {
    auto const lapsed = move.state == MoveState::asked && now >= std::min(move.from, move.to);
    moves.push_back({move.id, move.to, move.side, move.asked_at, lapsed ? MoveState::lapsed : move.state});
  }
  return moves;
}

std::optional<RemedyView> remedy_of(db::Tx& tx, Booking const& booking, Money paid, Instant now) {
  auto const remedy = store::last_remedy(tx, booking.id);
  if (!remedy || remedy->choice || (remedy->due_at && now >= *remedy->due_at)) return std::nullopt;
  auto const other = remedy->offered == Remedy::refund_or_move ? RemedyChoice::move : RemedyChoice::repeat;
  return RemedyView{
      {RemedyChoice::refund, other}, paid, remedy->due_at, terms::cited(remedy->clause, booking.terms_version)};
}

Abilities abilities_of(OwnBooking const& own, terms::Terms const& terms, Money paid, bool may_join, Instant now) {
  auto const& booking = own.booking;
  auto const held = booking.state == BookingState::held && hold_is_live(booking.hold_expires_at, now);
  auto const by_client = own.side == Party::client;
  auto const cancellable = decide_cancel({booking.state, booking.starts_at, paid, own.side, now}, terms).has_value();
  return {.pay = held && by_client,
          .cancel = cancellable || (held && by_client),
          .move = booking.state == BookingState::confirmed && now < booking.starts_at && terms.moving.has_value(),
          .join = may_join};
}

/// Set once by whoever fills the view: everything that hangs on the refund deadline.
void fill_deadline(BookingView& view, OwnBooking const& own, terms::Terms const& terms, Instant now) {
  if (!terms.cancellation) return;
  auto const& booking = own.booking;
  auto const deadline = terms::refund_deadline(booking.starts_at, *terms.cancellation);
  view.refund_deadline = deadline_view(deadline, now);
  view.refundable_now =
      now <= deadline.at && (booking.state == BookingState::held || booking.state == BookingState::confirmed);
  if (own.side == Party::client && booking.state == BookingState::held && terms.booking) {
    auto const warning = payment_warning({booking.starts_at, now}, terms);
    view.warning = PayWarningView{warning.must_confirm, warning.because};
  }
}

std::optional<PartnerTermsView> partner_terms_of(db::Tx& tx, Parts const& parts, OwnBooking const& own,
                                                 terms::Terms const& terms, Instant now) {
  auto const& booking = own.booking;
  if (own.side != Party::client || booking.state != BookingState::held) return std::nullopt;
  if (!hold_is_live(booking.hold_expires_at, now)) return std::nullopt;
  auto const due = partner_terms_due(tx, parts, booking.client, terms);
  if (!due) return std::nullopt;
  auto const& gateway = parts.brand.gateway;
  return PartnerTermsView{gateway.display_name, gateway.terms_url, gateway.terms_version, *due};
}

OrderMoney money_of(orders::OrderView const& order) {
  return {order.id, order.captured, order.refunded, order.refund_due};
}

}  // namespace

std::vector<Step> steps_of(terms::RefundDeadline const& deadline) {
  std::vector<Step> steps;
  for (auto const& step : deadline.steps) {
    Step line{step.text_key, {{"at", to_rfc3339(step.at)}}};
    if (step.hours) line.params["hours"] = std::to_string(*step.hours);
    if (step.open) line.params["open"] = to_string(*step.open);
    if (step.close) line.params["close"] = to_string(*step.close);
    if (step.zone) line.params["zone"] = *step.zone;
    steps.push_back(std::move(line));
  }
  return steps;
}

DeadlineView deadline_view(terms::RefundDeadline const& deadline, Instant now) {
  return {deadline.at, now > deadline.at, deadline.because, steps_of(deadline)};
}

BookingView view_of(db::Tx& tx, Parts const& parts, OwnBooking const& own, std::string_view language, Instant now) {
  auto const& booking = own.booking;
  auto const& terms = parts.brand.terms.at(booking.terms_version);
  auto const order = orders::find_order(tx, booking.order);
  ENSURE(order.has_value());
  auto const paid = paid_for(tx, booking, parts.brand.currency);
  auto const offered_price = order->price ? order->price : catalogue::price_at(tx, booking.specialist, now);
  auto const session = parts.sessions.about(tx, booking, own.side, now);
  BookingView view{
      .id = booking.id,
      .state = booking.state,
      .specialist = {booking.specialist, catalogue::specialist_name(tx, booking.specialist, language).value_or("")},
      .client = client_of(tx, parts, own),
      .starts_at = booking.starts_at,
      .ends_at = booking.state == BookingState::confirmed ? session.ends_at : booking.ends_at,
      .duration_minutes =
          std::chrono::duration_cast<std::chrono::minutes>(booking.ends_at - booking.starts_at).count(),
      .price = offered_price.value_or(Money::zero(parts.brand.currency)),
      .hold_expires_at = booking.state == BookingState::held ? std::optional(booking.hold_expires_at) : std::nullopt,
      .refund_deadline = std::nullopt,
      .refundable_now = false,
      .warning = std::nullopt,
      .partner_terms = partner_terms_of(tx, parts, own, terms, now),
      .order = money_of(*order),
      .room_opens_at = session.room_opens_at,
      .zone_of_business = parts.brand.zone.name(),
      .can = abilities_of(own, terms, paid, session.may_join, now),
      .cancellation = cancellation_of(tx, booking),
      .moves = moves_of(tx, booking, now),
      .remedy = remedy_of(tx, booking, paid, now),
      .equipment_check = std::nullopt,
      .outcome = std::nullopt,
      .repeat_of = booking.repeat_of,
      .terms_version = booking.terms_version};
  fill_deadline(view, own, terms, now);
  if (session.outcome)
    view.outcome = OutcomeView{session.outcome->kind, terms::cited(session.outcome->clause, booking.terms_version)};
  if (session.equipment) {
    auto const& check = *session.equipment;
    view.equipment_check = EquipmentView{check.camera,         check.microphone, check.speaker,
                                         check.bandwidth_kbps, check.passed,     check.checked_at};
  }
  return view;
}

}  // namespace kelisim::scheduling
