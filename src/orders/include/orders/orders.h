#pragma once

#include "kernel/clause.h"
#include "kernel/id.h"
#include "kernel/instant.h"
#include "kernel/money.h"
#include "kernel/result.h"
#include "platform/db/tx.h"
#include "platform/random.h"
#include "terms/terms.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kelisim::orders {

/// One purchase of one session, paid to the provider (HAR-2.4a).
using OrderId = Id<struct OrderTag>;
/// One attempt to pay an order. Its text is also the order number that the gateway knows.
using PaymentId = Id<struct PaymentTag>;
/// One return of one captured payment.
using RefundId = Id<struct RefundTag>;

// ---- states -----------------------------------------------------------------------------------------------------

enum class OrderState : std::uint8_t {
  open,       ///< nothing captured yet
  paid,       ///< the whole price captured: a liability until earned
  earned,     ///< accepted or forfeited: payable and revenue
  returning,  ///< a refund in full is on its way
  returned,   ///< the gateway confirmed it
  closed,     ///< let go without payment; a late capture still asks OrderEvents::on_paid
};
[[nodiscard]] std::string_view to_text(OrderState state);

enum class PaymentState : std::uint8_t {
  created,             ///< written; the gateway has not been told
  preparing,           ///< the gateway is being told; its answer is not known yet
  waiting_for_client,  ///< there is a page to pay on
  captured,            ///< by our own status query
  failed,              ///< declined by the gateway or the card
  expired,             ///< its time ran out unpaid. The gateway is still asked for 30 days
};
[[nodiscard]] std::string_view to_text(PaymentState state);
/// No money can be expected on this attempt any more, or it has come.
[[nodiscard]] bool is_final(PaymentState state);

enum class RefundState : std::uint8_t {
  requested,
  sending,    ///< an attempt is out; its answer is not known
  confirmed,  ///< by the gateway's answer or status
  stuck,      ///< the gateway refuses; a case is open for staff
};
[[nodiscard]] std::string_view to_text(RefundState state);

/// Why an attempt brought nothing.
enum class PaymentFailure : std::uint8_t {
  declined,      ///< the card or its bank said no
  expired,       ///< not paid in time
  unavailable,   ///< the gateway refused to open a payment
  wrong_amount,  ///< something other than the price was captured; it goes back at once
};
[[nodiscard]] std::string_view to_text(PaymentFailure failure);

// ---- what scheduling asks ---------------------------------------------------------------------------------------

struct NewOrder {
  std::string booking;  ///< id of what is bought; unique over all orders
  PersonId client;
  PersonId specialist;
  std::string terms_version;  ///< edition of the offer that the client accepted
};

struct PaymentRequest {
  Money price;              ///< the published price at this instant. Frozen in the order at its first payment
  BasisPoints commission;   ///< the brand's, inside the price; the parts are frozen with it
  std::string description;  ///< 1 … 200 characters for the gateway's page: what is bought, no personal data
  std::string language;     ///< ru, kk, en: of the gateway's page
  Instant expires_at;       ///< end of the slot's hold
  std::string return_path;  ///< local path that the browser comes back to, `/bookings/<id>/payment`
};

/// In order of precedence.
enum class PaymentRefusal : std::uint8_t { already_paid, order_ended, hold_over };

struct PaymentView {
  PaymentId id;
  OrderId order;
  PaymentState state;
  Money amount;
  Instant begun_at;
  Instant expires_at;
  std::optional<std::string> redirect_url;  ///< present while waiting_for_client
  std::optional<PaymentFailure> failure;
};

struct OrderView {
  OrderId id;
  std::string booking;
  OrderState state;
  PersonId client;
  PersonId specialist;
  std::optional<Money> price;  ///< known once a payment has begun
  std::optional<Instant> price_frozen_at;
  Money captured;  ///< everything captured for this order, double and wrong captures too
  Money refund_due;
  Money refunded;  ///< confirmed by the gateway
  std::optional<Instant> paid_at;
  std::optional<Instant> earned_at;
};

/// The clause and the stored decision that a movement of money follows.
struct Ground {
  Clause clause;
  std::optional<std::string> decision = std::nullopt;
};

/// Nothing to return is no refusal when the order is unpaid: it is closed and `due` is zero.
struct RefundAnswer {
  Money due;
};
enum class RefundRefusal : std::uint8_t { already_returned };

/// What is not earned goes back by a clause, or it is going back already.
enum class GoodwillRefusal : std::uint8_t { not_earned };

enum class EarnRefusal : std::uint8_t { not_paid, already_earned, already_returned };

/// Orders, payments and refunds. Every call works in the caller's transaction; nothing here talks to the gateway,
/// jobs written in the same transaction do (payment_jobs.h).
class Orders {
 public:
  /// `refund_initiate`: within what time a refund is on its way; the brand's setting, and the due instant of the
  /// promise `orders.refund:<refund>` that every refund is.
  Orders(Random& random, terms::TermsBook const& terms, Duration refund_initiate)
      : random_(random), terms_(terms), refund_initiate_(refund_initiate) {}

  /// An order of a booking that has none. A second order for the same booking is a bug.
  OrderId open(db::Tx& tx, NewOrder const& order, Instant now);

  /// An order whose first payment has not begun comes under another edition of the offer; one with a price is a bug.
  void rebind(db::Tx& tx, OrderId id, std::string_view terms_version, Instant now);

  /// Opens an attempt, or gives the one that still runs (and has the gateway asked about it at once). Price and
  /// commission are frozen by the first attempt: later ones of the same order cost the same whatever is published
  /// meanwhile (HAR-5.2a, HAR-5.2b). Always the whole price (HAR-5.1a).
  Result<PaymentView, PaymentRefusal> begin_payment(db::Tx& tx, OrderId order, PaymentRequest const& request,
                                                    Instant now);

  /// The whole price goes back, commission included, with no deduction (HAR-3.6e), earned or not. An unpaid order is
  /// closed; should it be captured later, on_paid is asked.
  Result<RefundAnswer, RefundRefusal> refund_in_full(db::Tx& tx, OrderId order, Ground const& ground, Instant now);

  /// The whole price of an earned order goes back though a clause keeps it. The provider bears it alone: what the
  /// specialist has earned stays earned.
  Result<RefundAnswer, GoodwillRefusal> give_as_goodwill(db::Tx& tx, OrderId order, Ground const& ground,
                                                         Instant now);

  /// The money is earned by acceptance or forfeiture: 80/20 or whatever was frozen becomes payable and revenue.
  Result<void, EarnRefusal> earn(db::Tx& tx, OrderId order, Ground const& ground, Instant now);

  /// The session is over and will be earned at that instant unless a claim comes. Only tells the specialist; nothing
  /// is earned by it.
  void expect_earning(db::Tx& tx, OrderId order, Instant at);

  /// The hold ran out or was given up before any payment. Does nothing to an order that is not open.
  void close(db::Tx& tx, OrderId order, Instant now);

 private:
  Random& random_;
  terms::TermsBook const& terms_;
  Duration refund_initiate_;
};

[[nodiscard]] std::optional<OrderView> find_order(db::Tx& tx, OrderId order);
[[nodiscard]] std::optional<OrderView> find_order_of(db::Tx& tx, std::string_view booking);
/// The newest attempt.
[[nodiscard]] std::optional<PaymentView> last_payment(db::Tx& tx, OrderId order);
[[nodiscard]] std::optional<PaymentView> find_payment(db::Tx& tx, PaymentId payment);

// ---- what orders tells upwards ----------------------------------------------------------------------------------

/// What becomes of a captured price.
struct PaidVerdict {
  /// Empty: the booking stands. Set: it cannot, and the money goes back on this ground (HAR-3.2b, late payment).
  std::optional<Ground> give_back = std::nullopt;
};

/// Implemented by scheduling and connected in the wiring. Each call comes once per event, in the transaction that
/// writes it; it may call Orders in turn only where said.
class OrderEvents {
 public:
  OrderEvents() = default;
  OrderEvents(OrderEvents const&) = delete;
  OrderEvents& operator=(OrderEvents const&) = delete;
  virtual ~OrderEvents() = default;

  /// The whole price has been captured, maybe after the hold ended or the booking was given up. Asked once per order,
  /// when it becomes `paid`. Must not call Orders for this order; the verdict says what to do.
  [[nodiscard]] virtual PaidVerdict on_paid(db::Tx& tx, OrderId order, Instant now) = 0;
  /// An attempt ended without the price. The order stays open; the client may try again while the hold runs.
  virtual void on_payment_failed(db::Tx& tx, OrderId order, PaymentFailure failure, Instant now) = 0;
  /// The gateway has confirmed that the client's money went back.
  virtual void on_refunded(db::Tx& tx, OrderId order, Money amount, Instant now) = 0;
};

}  // namespace kelisim::orders
