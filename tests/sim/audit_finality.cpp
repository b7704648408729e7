#include "auditor.h"

#include <fmt/format.h>

namespace kelisim::sim {
namespace {

constexpr db::Sql overdue_jobs{"auditor.overdue_jobs",
                               "SELECT kind, state, id FROM platform_jobs WHERE (state IN ('ready', 'running') AND "
                               "due_at_us <= $1) OR state = 'failed'"};
constexpr db::Sql waiting_messages{
    "auditor.waiting_messages",
    "SELECT id, template FROM notify_messages WHERE state = 'waiting' AND due_at_us <= $1"};
constexpr db::Sql unanswered{"auditor.unanswered",
                             "SELECT booking FROM scheduling_remedies WHERE choice IS NULL AND due_at_us <= $1"};
constexpr db::Sql notices_of{"auditor.notices_of",
                             "SELECT count(*) FROM notify_messages WHERE template = $1 AND subject = $2 AND "
                             "channel = 'account' AND person_id = $3"};

}  // namespace

/// I2, I18 and the liveness rule: with the faults over and time gone by, nothing hangs, and who had to be told was.
void check_finality(db::Tx& tx, Books const& books, Instant now, Auditor::Findings& findings) {
  auto const note = [&](auto const& rows) {
    for (auto const& found : rows) findings.push_back(found);
  };
  note(tx.all(
      overdue_jobs,
      [](db::Row const& row) {
        return fmt::format("I18: job {} {} is still {}", row.integer(2), row.text(0), row.text(1));
      },
      now));
  note(tx.all(
      waiting_messages,
      [](db::Row const& row) { return fmt::format("I18: message {} ({}) still waits", row.text(0), row.text(1)); },
      now));
  note(tx.all(
      unanswered, [](db::Row const& row) { return fmt::format("I2: {} still waits for a choice", row.text(0)); },
      now));
  for (auto const& [id, booking] : books.bookings) {
    auto const waits = booking.state == 1 && booking.hold_expires_at < now;
    auto const over = booking.state == 2 && booking.ends_at + std::chrono::hours(4) < now;
    if (waits) findings.push_back("liveness: booking " + id + " is held for ever");
    if (over) findings.push_back("liveness: booking " + id + " never finishes");
  }
  for (auto const& [id, payment] : books.payments) {
    if (payment.state != "captured" && payment.state != "failed" && payment.state != "expired") {
      findings.push_back("liveness: payment " + id + " stays " + payment.state);
    }
  }
  std::map<std::string, std::int64_t> refunds_of;
  for (auto const& [id, refund] : books.refunds) {
    ++refunds_of[refund.order];
    if (refund.state != "confirmed") findings.push_back("liveness: refund " + id + " stays " + refund.state);
  }
  for (auto const& [id, order] : books.orders) {
    if (order.state != "returned" || order.price == 0) continue;
    auto const told = *tx.one(
        notices_of, [](db::Row const& row) { return row.integer(0); }, "refund_sent", order.booking, order.client);
    if (told == 0) findings.push_back("I18: nobody told the client that order " + id + " was refunded");
    if (told > refunds_of[id]) findings.push_back("I18: the client was told too often of the refund of order " + id);
  }
}

}  // namespace kelisim::sim
