#pragma once

#include "kernel/clause.h"
#include "kernel/instant.h"
#include "kernel/money.h"
#include "kernel/result.h"
#include "scheduling/rules/booking.h"
#include "terms/terms.h"

#include <boost/describe.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace kelisim::scheduling {

struct PaymentWarningFacts {
  Instant starts_at;
  Instant now;
};
BOOST_DESCRIBE_STRUCT(PaymentWarningFacts, (), (starts_at, now))

struct PaymentWarning {
  bool must_confirm;  ///< "cannot be cancelled with a refund" has to be confirmed before payment
  Instant refund_deadline;
  Clause because;
};
BOOST_DESCRIBE_STRUCT(PaymentWarning, (), (must_confirm, refund_deadline, because))

/// HAR-3.2d: "When a slot starts in less than 12 hours or its refund deadline has passed, warn before payment that it
/// cannot be cancelled with a refund." At the deadline itself it has not passed. The brand's terms must have
/// cancellation and booking sections.
[[nodiscard]] PaymentWarning payment_warning(PaymentWarningFacts const& facts, terms::Terms const& terms);

struct BindingFacts {
  std::string held_under;               ///< edition of the offer
  std::string in_force;                 ///< at the instant of paying
  std::optional<std::string> accepted;  ///< by the client, last
  bool payment_begun;                   ///< before: its price and terms are agreed
};
BOOST_DESCRIBE_STRUCT(BindingFacts, (), (held_under, in_force, accepted, payment_begun))

enum class Binding : std::uint8_t {
  stays = 1,        ///< under the terms it was held under
  comes_under = 2,  ///< those in force, which the client has accepted
  outdated = 3,     ///< the client has to accept those in force first
};
BOOST_DESCRIBE_ENUM(Binding, stays, comes_under, outdated)

/// HAR-4.2.3b: "Changes take effect at the moment of publication for everything done afterwards." A booking is paid
/// under the edition in force at the instant of paying. HAR-4.2.3c, AMB-H17, AMB-H18: what is paid, or whose payment
/// has begun, stays under the edition accepted then.
[[nodiscard]] Binding bind_at_payment(BindingFacts const& facts);

/// HAR-3.2b: the hold is over at its expiry itself: [made, expires).
[[nodiscard]] constexpr bool hold_is_live(Instant expires_at, Instant now) { return now < expires_at; }

struct PaymentArrivedFacts {
  BookingState state;
  Instant hold_expires_at;
  bool slot_still_free;  ///< nobody else holds or has booked it, and its start is ahead
  Money price;           ///< of the order, fixed when the payment began
  Money captured;
  Instant now;
};
BOOST_DESCRIBE_STRUCT(PaymentArrivedFacts, (), (state, hold_expires_at, slot_still_free, price, captured, now))

enum class PaymentEnd : std::uint8_t {
  confirmed = 1,  ///< the booking stands
  refunded = 2,   ///< all of it goes back
};
BOOST_DESCRIBE_ENUM(PaymentEnd, confirmed, refunded)

struct PaymentArrived {
  PaymentEnd end;
  Money refund;
  std::optional<Remedy> remedy;  ///< another slot instead, if the client prefers
  Clause because;
  std::vector<Clause> rests_on;
};
BOOST_DESCRIBE_STRUCT(PaymentArrived, (), (end, refund, remedy, because, rests_on))

/// A captured payment always ends as a booking or as a refund. Called once the gateway's own signed status says that
/// money was captured; a pending or failed payment is no payment (HAR-3.2a) and does not come here.
/// HAR-3.2a: "Confirm a booking only after payment has been received."
/// HAR-5.1a: "Full prepayment: 100 % of the tariff is paid before the session is confirmed": less than the price
/// confirms
///   nothing; HAR-5.1b: "charge exactly the published price": more is not kept either. Both are refunded whole.
/// HAR-3.2b: "hold the slot while payment runs and release it if payment does not complete": a late payment confirms
/// when
///   the slot is still free; otherwise "an immediate full refund or, if U prefers, another slot".
[[nodiscard]] PaymentArrived decide_payment(PaymentArrivedFacts const& facts, terms::Terms const& terms);

struct RemedyFacts {
  Remedy offered;
  bool taken;  ///< chosen, or refunded because nobody chose
  std::optional<Instant> until;
  bool chooses_refund;
  Instant now;
};
BOOST_DESCRIBE_STRUCT(RemedyFacts, (), (offered, taken, until, chooses_refund, now))

/// In order of precedence.
enum class RemedyRefusal : std::uint8_t { already_taken = 1, too_late = 2 };
BOOST_DESCRIBE_ENUM(RemedyRefusal, already_taken, too_late)

/// HAR-3.6b, HAR-3.2b, HAR-1.session.e: the choice between refund and another time is the client's, once, before
/// `until`. True: refund. False: the payment moves to a new time (the new slot passes admit_slot()).
[[nodiscard]] Result<bool, RemedyRefusal> decide_remedy(RemedyFacts const& facts);

}  // namespace kelisim::scheduling
