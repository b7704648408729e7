#include "use_cases/pay_booking.h"

#include "catalogue/specialist.h"
#include "kernel/ensure.h"
#include "notify/rendering.h"

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

}  // namespace

std::string payment_description(terms::Brand const& brand, Instant starts_at, std::string_view language) {
  notify::Reader const reader{std::string(language), brand.zone, brand.zone};
  return fmt::format("{}: {}, {}", brand.name, session_word(language),
                     notify::write_instant(starts_at, reader, notify::Length::full));
}

Result<orders::PaymentView, PayRefused> pay_booking(db::Tx& tx, Parts const& parts, Booking const& booking,
                                                    bool accepts_no_refund, std::string_view language, Instant now) {
  using Refused = Failure<PayRefused>;
  auto const& terms = parts.brand.terms.at(booking.terms_version);
  ENSURE(terms.booking && terms.prepayment);
  if (auto const refusal = refusal_of(booking, now))
    return Refused({*refusal, *refusal == PayRefusal::hold_over
                                  ? std::optional(terms.booking->clients_per_slot.clause)
                                  : std::nullopt});
  auto const warning = payment_warning({booking.starts_at, now}, terms);
  if (warning.must_confirm && !accepts_no_refund)
    return Refused({PayRefusal::no_refund_not_accepted, warning.because});

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
