#include "audit_deadlines.h"
#include "auditor.h"

#include <fmt/format.h>

namespace kelisim::sim {
namespace {

using Findings = Auditor::Findings;

constexpr std::int64_t penalty = 100'000'000;  ///< HAR-6.2a, HAR-6.6b: 1 000 000 KZT

struct BreachRow {
  std::string id;
  std::string client;
  std::string code;
  std::string recorded_by;
  std::int64_t evidence = 0;
  bool ruled = false;
  bool confirmed = false;
  std::string ruled_by;
  Instant ruled_at;
  std::optional<std::int64_t> demanded;
  Instant demanded_at;
  Instant due_at;
  std::int64_t forfeited = 0;  ///< sessions
  std::int64_t restrictions = 0;
  std::int64_t ends = 0;
};

constexpr db::Sql breaches_sql{
    "auditor.breaches",
    "SELECT b.id, b.client, b.code, b.recorded_by, "
    "(SELECT count(*) FROM contracts_evidence e WHERE e.breach = b.id), r.confirmed, r.ruled_by, r.ruled_at_us, "
    "d.penalty_minor, d.issued_at_us, d.due_at_us, "
    "(SELECT count(*) FROM contracts_forfeits f WHERE f.breach = b.id), "
    "(SELECT count(*) FROM contracts_restrictions s WHERE s.breach = b.id), "
    "(SELECT count(*) FROM contracts_ends x WHERE x.breach = b.id) "
    "FROM contracts_breaches b LEFT JOIN contracts_rulings r ON r.breach = b.id "
    "LEFT JOIN contracts_demands d ON d.breach = b.id"};
constexpr db::Sql forfeits_sql{"auditor.forfeits",
                               "SELECT f.breach, f.booking, f.amount_minor, c.refund_minor, c.side FROM "
                               "contracts_forfeits f LEFT JOIN scheduling_cancellations c ON c.booking = f.booking "
                               "AND c.lifted_at_us IS NULL"};
constexpr db::Sql shut_out_sql{"auditor.shut_out",
                               "SELECT p.id, CASE WHEN p.blocked_at_us IS NULL THEN 0 ELSE 1 END, "
                               "(SELECT count(*) FROM contracts_restrictions s WHERE s.client = p.id AND "
                               "s.lifted_at_us IS NULL) FROM identity_people p WHERE p.role = 'client'"};
// Ended and not undone: nothing is held or confirmed any more that was begun later, and nothing lies ahead.
constexpr db::Sql booked_after_end{"auditor.booked_after_end",
                                   "SELECT b.id FROM scheduling_bookings b JOIN contracts_ends x ON "
                                   "x.client = b.client AND x.undone_at_us IS NULL WHERE b.repeat_of IS NULL AND "
                                   "b.held_at_us > x.recorded_at_us"};
// Rows of money that name a penalty: there is no account for one (HAR-6.2f).
constexpr db::Sql penalties_taken{"auditor.penalties_taken",
                                  "SELECT t.number FROM ledger_transactions t JOIN contracts_demands d ON "
                                  "d.decision = t.decision_id"};

bool forfeits(std::string const& code) { return code == "4.2.2" || code == "4.2.7" || code == "4.2.16"; }

BreachRow read_breach(db::Row const& row) {
  BreachRow breach{.id = row.str(0),
                   .client = row.str(1),
                   .code = row.str(2),
                   .recorded_by = row.str(3),
                   .evidence = row.integer(4),
                   .ruled = !row.is_null(5),
                   .confirmed = false,
                   .ruled_by = row.maybe_str(6).value_or(""),
                   .ruled_at = {},
                   .demanded = row.maybe_integer(8),
                   .demanded_at = {},
                   .due_at = {},
                   .forfeited = row.integer(11),
                   .restrictions = row.integer(12),
                   .ends = row.integer(13)};
  if (breach.ruled) {
    breach.confirmed = row.integer(5) == 1;
    breach.ruled_at = row.instant(7);
  }
  if (breach.demanded) {
    breach.demanded_at = row.instant(9);
    breach.due_at = row.instant(10);
  }
  return breach;
}

/// HAR-6.2a–f, HAR-4.2.16, HAR-6.6b, HAR-4.2.10a.
void check_breach(BreachRow const& breach, Findings& findings) {
  auto const say = [&](std::string_view what) {
    findings.push_back(fmt::format("{} of breach {}", what, breach.id));
  };
  auto const followed = breach.forfeited + breach.restrictions + breach.ends > 0;
  if (breach.ruled && breach.ruled_by == breach.recorded_by) say("HAR-6.2a: one person was both sides");
  if (breach.confirmed && breach.evidence < 1) say("HAR-6.2d: nothing was shown");
  if (!breach.confirmed && (followed || breach.demanded)) say("HAR-6.2d: something followed an unproved ground");
  if (breach.confirmed && !forfeits(breach.code) && followed) say("HAR-6.6b: more followed than is written");
  if (breach.confirmed && forfeits(breach.code) && breach.restrictions != 1) say("HAR-6.2b: nobody was shut out");
  if (!breach.demanded) return;
  if (breach.code == "4.2.10") say("HAR-4.2.10a: a penalty was demanded");
  if (*breach.demanded != penalty) say("HAR-6.2a: another penalty was demanded");
  if (breach.due_at != end_of_working_day_after(breach.demanded_at, 5)) say("I31: the penalty is due on a wrong day");
}

}  // namespace

/// What the clauses say of breaches, restrictions and ends, whatever the desk did.
void check_breaches(db::Tx& tx, Books const& books, Findings& findings) {
  each(tx, breaches_sql, [&](db::Row const& row) { check_breach(read_breach(row), findings); });
  each(tx, forfeits_sql, [&](db::Row const& row) {
    auto const booking = books.bookings.find(row.str(1));
    auto const whole = booking != books.bookings.end() &&
                       books.orders.at(booking->second.order).price == row.integer(2) && !row.is_null(3) &&
                       row.integer(3) == 0 && row.integer(4) == 3;
    if (!whole) findings.push_back("HAR-6.2c: the forfeit of " + row.str(1) + " is not the price of a lost session");
  });
  each(tx, shut_out_sql, [&](db::Row const& row) {
    if (row.integer(1) != row.integer(2)) {
      findings.push_back("HAR-4.3.9a: " + row.str(0) + " is shut out without a restriction, or not with one");
    }
  });
  each(tx, booked_after_end, [&](db::Row const& row) {
    findings.push_back("HAR-4.3.5a: " + row.str(0) + " was begun after the contract had ended");
  });
  each(tx, penalties_taken, [&](db::Row const& row) {
    findings.push_back(fmt::format("HAR-6.2f: transaction {} takes a penalty", row.integer(0)));
  });
}

}  // namespace kelisim::sim
