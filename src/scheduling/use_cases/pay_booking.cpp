#include "use_cases/pay_booking.h"

#include "catalogue/specialist.h"
#include "kernel/ensure.h"
#include "notify/rendering.h"
#include "orders/rules/partner_terms.h"
#include "store/bookings.h"
#include "terms/acceptance.h"
#include "terms/confirmation.h"
#include "terms/editions.h"

#include <fmt/format.h>

namespace kelisim::scheduling {

namespace {

PayRefusal translated(orders::PaymentRefusal refusal) {
  switch (refusal) {
    case orders::PaymentRefusal::already_paid:
      return PayRefusal::already_paid;
    case orders::PaymentRefusal::order_ended:
      return PayRefusal::booking_ended;
    case orders::PaymentRefusal::hold_over:
      return PayRefusal::hold_over;
  }
  ENSURE(false);
  return {};
}

std::optional<PayRefusal> refusal_of(Booking const& booking, Instant now) {
  switch (booking.state) {
    case BookingState::confirmed:
      return PayRefusal::already_paid;
    case BookingState::cancelled:
    case BookingState::finished:
    case BookingState::released:
      return PayRefusal::booking_ended;
    case BookingState::expired:
      return PayRefusal::hold_over;
    case BookingState::held:
      break;
  }
  if (!hold_is_live(booking.hold_expires_at, now)) return PayRefusal::hold_over;
  return std::nullopt;
}

std::string_view session_word(std::string_view language) {
  return language == "en" ? "online session" : "онлайн-сессия";  // one word in Russian and in Kazakh
}

/// The terms that this payment agrees to; null where the client has not accepted them.
terms::Terms const* terms_at_payment(db::Tx& tx, Parts const& parts, Booking const& booking, Instant now) {
  auto const order = orders::find_order(tx, booking.order);
  ENSURE(order.has_value());
  auto const& in_force = terms::terms_in_force(tx, parts.brand, now);
  auto const accepted = terms::current_acceptance(tx, booking.client, "offer");
  switch (bind_at_payment({.held_under = booking.terms_version,
                           .in_force = in_force.version,
                           .accepted = accepted ? std::optional(accepted->version) : std::nullopt,
                           .payment_begun = order->price.has_value()})) {
    case Binding::stays:
      return &parts.brand.terms.at(booking.terms_version);
    case Binding::comes_under:
      store::rebind(tx, booking.id, in_force.version, now);
      parts.orders.rebind(tx, booking.order, in_force.version, now);
      return &in_force;
    case Binding::outdated:
      return nullptr;
  }
  ENSURE(false);
  return nullptr;
}

std::optional<std::string> confirmed_partner_terms(db::Tx& tx, PersonId client) {
  auto last = terms::last_confirmed(tx, client, terms::Confirmation::partner_terms);
  return last ? std::optional(std::move(last->version)) : std::nullopt;
}

/// What is on record already is not written again.
std::optional<Clause> settle_partner_terms(db::Tx& tx, Parts const& parts, PersonId client, PayConsent const& consent,
                                           terms::Terms const& terms, Instant now) {
  auto const due = partner_terms_due(tx, parts, client, terms);
  if (!due) return std::nullopt;
  auto const& shown = parts.brand.gateway.terms_version;
  if (auto const still = orders::partner_terms_to_confirm({shown, consent.partner_terms}, terms)) return still;
  terms::confirm(tx, parts.random, client, {terms::Confirmation::partner_terms, shown, now});
  return std::nullopt;
}

}  // namespace

std::optional<Clause> partner_terms_due(db::Tx& tx, Parts const& parts, PersonId client, terms::Terms const& terms) {
  return orders::partner_terms_to_confirm({parts.brand.gateway.terms_version, confirmed_partner_terms(tx, client)},
                                          terms);
}

std::string payment_description(terms::Brand const& brand, Instant starts_at, std::string_view language) {
  notify::Reader const reader{std::string(language), brand.zone, brand.zone};
  return fmt::format("{}: {}, {}", brand.name, session_word(language),
                     notify::write_instant(starts_at, reader, notify::Length::full));
}

Result<orders::PaymentView, PayRefused> pay_booking(db::Tx& tx, Parts const& parts, Booking const& booking,
                                                    PayConsent const& consent, std::string_view language,
                                                    Instant now) {
  using Refused = Failure<PayRefused>;
  auto const& held_under = parts.brand.terms.at(booking.terms_version);
  ENSURE(held_under.booking && held_under.offer);
  if (auto const refusal = refusal_of(booking, now))
    return Refused({*refusal, *refusal == PayRefusal::hold_over
                                  ? std::optional(held_under.booking->clients_per_slot.clause)
                                  : std::nullopt});
  auto const* const agreed = terms_at_payment(tx, parts, booking, now);
  if (agreed == nullptr) return Refused({PayRefusal::contract_outdated, held_under.offer->new_edition_from.clause});
  auto const& terms = *agreed;
  ENSURE(terms.booking && terms.prepayment);
  auto const warning = payment_warning({booking.starts_at, now}, terms);
  if (warning.must_confirm && !consent.no_refund)
    return Refused({PayRefusal::no_refund_not_accepted, warning.because});
  if (auto const due = settle_partner_terms(tx, parts, booking.client, consent, terms, now))
    return Refused({PayRefusal::partner_terms_not_accepted, *due});

  auto const price = catalogue::price_at(tx, booking.specialist, now);
  ENSURE(price.has_value());
  auto const payment =
      parts.orders.begin_payment(tx, booking.order,
                                 {.price = *price,
                                  .commission = parts.brand.commission,
                                  .description = payment_description(parts.brand, booking.starts_at, language),
                                  .language = std::string(language),
                                  .expires_at = booking.hold_expires_at,
                                  .return_path = fmt::format("/bookings/{}/payment", booking.id.view())},
                                 now);
  if (!payment) return Refused({translated(payment.error()), std::nullopt});
  return *payment;
}

}  // namespace kelisim::scheduling
