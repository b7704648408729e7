#pragma once

#include "identity/people.h"
#include "kernel/clause.h"
#include "orders/orders.h"
#include "platform/http/routes.h"
#include "platform/jobs/runner.h"
#include "platform/random.h"
#include "scheduling/booking.h"
#include "scheduling/events.h"
#include "scheduling/notices.h"
#include "scheduling/session_facts.h"
#include "terms/brand.h"
#include "terms/decisions.h"
#include "terms/preview.h"

#include <memory>

namespace kelisim::scheduling {

/// What the use cases of the room work with. Everything outlives the routes and the runner.
struct Parts {
  terms::Brand const& brand;
  terms::PreviewSigner const& previews;
  identity::People const& people;
  orders::Orders& orders;
  BookingNotices& notices;
  BookingEvents& events;         ///< sessions
  SessionFacts const& sessions;  ///< sessions
  Random& random;
};

/// Catalogue with nearest slots, slots, bookings with payment, cancellation, moves and remedies; the specialist's
/// practice; staff's list of bookings. The parts are kept by reference.
void add_routes(http::Routes& routes, Parts const& parts);

/// `scheduling.expire_holds` (every minute), `scheduling.settle_remedy`, `scheduling.remind`. The parts are kept by
/// reference.
void add_jobs(jobs::JobRunner& runner, Parts const& parts);

/// Kinds `scheduling.cancel`, `scheduling.move`, `scheduling.move_answer`, `scheduling.payment`.
void add_replays(terms::Replayer& replayer);

/// What becomes of a booking when its order is paid, or not.
class BookingOrders final : public orders::OrderEvents {
 public:
  explicit BookingOrders(Parts const& parts) : parts_(parts) {}
  [[nodiscard]] orders::PaidVerdict on_paid(db::Tx& tx, orders::OrderId order, Instant now) override;
  void on_payment_failed(db::Tx& tx, orders::OrderId order, orders::PaymentFailure failure, Instant now) override;
  void on_refunded(db::Tx& tx, orders::OrderId order, Money amount, Instant now) override;

 private:
  Parts const& parts_;
};

/// The session's time is over and it was held or missed. A booking that is not confirmed is a bug.
void finish_booking(db::Tx& tx, BookingId booking, Instant now);

/// The session fell short through the specialist's side (HAR-1.session.e): the client may choose a refund or a free
/// repeat. Nothing happens when that was offered before.
void offer_repeat(db::Tx& tx, Parts const& parts, Booking const& booking, Clause const& because, Instant now);

/// The client took a free repeat of that session: the choice is made, and money for the session itself would be both.
[[nodiscard]] bool repeat_taken(db::Tx& tx, BookingId booking);

/// The first confirmed booking of the specialist that starts at or after `from`.
[[nodiscard]] std::optional<Booking> next_booking(db::Tx& tx, PersonId specialist, Instant from);

/// Bookings ahead that were made under another edition of the offer than `version`: paid ones, and live holds.
struct OnOtherTerms {
  std::int64_t paid = 0;
  std::int64_t unpaid = 0;
};
[[nodiscard]] OnOtherTerms bookings_on_other_terms(db::Tx& tx, std::string_view version, Instant now);

/// The booking of the client that runs or comes next; without one the last that was confirmed.
[[nodiscard]] std::optional<Booking> nearest_booking(db::Tx& tx, PersonId client, Instant now);

/// A practice with its weekly hours, for demo data.
struct NewPractice {
  PersonId specialist;
  Zone zone;
  std::chrono::minutes duration;
  struct Hours {
    int weekday;  ///< ISO: 1 Monday … 7 Sunday
    CivilTime from;
    CivilTime to;
  };
  std::vector<Hours> week;
};
/// False when the specialist has a practice already.
bool open_practice(db::Tx& tx, NewPractice const& practice, Instant now);

}  // namespace kelisim::scheduling
