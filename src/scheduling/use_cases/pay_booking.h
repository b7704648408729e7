#pragma once

#include "kernel/result.h"
#include "scheduling/rules/pay_booking.h"
#include "scheduling/scheduling.h"

namespace kelisim::scheduling {

/// In order of precedence.
enum class PayRefusal : std::uint8_t {
  already_paid = 1,
  booking_ended = 2,               ///< cancelled, finished or let go
  hold_over = 3,                   ///< the slot is not held any more: take it anew
  contract_outdated = 4,           ///< HAR-4.2.3b: a newer edition is in force and not accepted
  no_refund_not_accepted = 5,      ///< the warning of HAR-3.2d has to be confirmed
  partner_terms_not_accepted = 6,  ///< HAR-8.7a
};
BOOST_DESCRIBE_ENUM(PayRefusal, already_paid, booking_ended, hold_over, contract_outdated, no_refund_not_accepted,
                    partner_terms_not_accepted)

struct PayRefused {
  PayRefusal why;
  std::optional<Clause> because;
};

/// What the acquirer's page and the client's bank show: the brand and when. Neither the specialist nor what kind of
/// session it is: a statement is read by others too.
[[nodiscard]] std::string payment_description(terms::Brand const& brand, Instant starts_at,
                                              std::string_view language);

/// What the client confirmed with the request to pay.
struct PayConsent {
  bool no_refund = false;                    ///< HAR-3.2d
  std::optional<std::string> partner_terms;  ///< HAR-8.7a: the version that was shown
};

/// The partner's terms that `client` has yet to confirm before paying under `terms`; nothing where there are none.
[[nodiscard]] std::optional<Clause> partner_terms_due(db::Tx& tx, Parts const& parts, PersonId client,
                                                      terms::Terms const& terms);

/// Begins the payment of a held booking at the price in force at this instant (HAR-5.2a). Always the whole price.
[[nodiscard]] Result<orders::PaymentView, PayRefused> pay_booking(db::Tx& tx, Parts const& parts,
                                                                  Booking const& booking, PayConsent const& consent,
                                                                  std::string_view language, Instant now);

}  // namespace kelisim::scheduling
