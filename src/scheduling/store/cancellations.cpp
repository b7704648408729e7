#include "store/cancellations.h"

#include "kernel/ensure.h"

namespace kelisim::scheduling::store {

namespace {

constexpr db::Sql insert_row{
    "scheduling.insert_cancellation",
    "INSERT INTO scheduling_cancellations (booking, number, side, person, received_at_us, effective_at_us, "
    "refund_minor, currency, clause, decision) "
    "SELECT $1, count(*) + 1, $2, $3, $4, $5, $6, $7, $8, $9 FROM scheduling_cancellations WHERE booking = $1"};
constexpr db::Sql select_standing{
    "scheduling.select_cancellation",
    "SELECT side, person, received_at_us, effective_at_us, refund_minor, currency, clause, decision "
    "FROM scheduling_cancellations WHERE booking = $1 AND lifted_at_us IS NULL"};
constexpr db::Sql update_lifted{
    "scheduling.lift_cancellation",
    "UPDATE scheduling_cancellations SET lifted_at_us = $2 WHERE booking = $1 AND lifted_at_us IS NULL"};

}  // namespace

void insert_cancellation(db::Tx& tx, BookingId booking, Cancellation const& c) {
  ENSURE(tx.execute(insert_row, booking, static_cast<std::int64_t>(c.side), c.person, c.received_at, c.effective_at,
                    c.refund.minor(), to_string(c.refund.currency()), c.clause, c.decision) == 1);
}

std::optional<Cancellation> standing_cancellation(db::Tx& tx, BookingId booking) {
  return tx.one(
      select_standing,
      [](db::Row const& row) {
        return Cancellation{.side = static_cast<Party>(row.integer(0)),
                            .person = row.id<PersonId>(1),
                            .received_at = row.instant(2),
                            .effective_at = row.maybe_instant(3),
                            .refund = row.money(4),
                            .clause = row.str(6),
                            .decision = row.str(7)};
      },
      booking);
}

void lift_cancellation(db::Tx& tx, BookingId booking, Instant now) {
  ENSURE(tx.execute(update_lifted, booking, now) == 1);
}

}  // namespace kelisim::scheduling::store
