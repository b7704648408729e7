#include "store/overrides.h"

namespace kelisim::overrides::store {
namespace {

#define OVERRIDE_COLUMNS                                                                                    \
  "id, booking, client, price_minor, currency, set_aside, terms_version, reasons, needs_second, asked_by, " \
  "asked_at_us,"                                                                                            \
  " decision"
constexpr db::Sql insert_row{"overrides.insert", "INSERT INTO overrides_overrides (" OVERRIDE_COLUMNS
                                                 ") VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)"};
constexpr db::Sql select_one{"overrides.find", "SELECT " OVERRIDE_COLUMNS " FROM overrides_overrides WHERE id = $1"};
// SQLite has one writer: there nobody else speaks while this transaction writes.
constexpr db::Sql select_for_update{"overrides.lock",
                                    "SELECT " OVERRIDE_COLUMNS " FROM overrides_overrides WHERE id = $1 FOR UPDATE"};
constexpr db::Sql select_page{
    "overrides.list", "SELECT " OVERRIDE_COLUMNS " FROM overrides_overrides WHERE id < $1 ORDER BY id DESC LIMIT $2"};
#undef OVERRIDE_COLUMNS
constexpr db::Sql select_waiting{"overrides.waiting",
                                 "SELECT 1 FROM overrides_overrides AS o WHERE o.booking = $1 AND o.needs_second = 1"
                                 " AND NOT EXISTS (SELECT 1 FROM overrides_findings AS f WHERE f.override = o.id)"};
constexpr db::Sql select_granted{"overrides.granted_alone_since",
                                 "SELECT CAST(COALESCE(SUM(price_minor), 0) AS BIGINT) FROM overrides_overrides"
                                 " WHERE asked_by = $1 AND asked_at_us >= $2 AND needs_second = 0 AND currency = $3"};
constexpr db::Sql insert_finding_row{
    "overrides.insert_finding",
    "INSERT INTO overrides_findings (override, granted, reasons, found_by, found_at_us, decision)"
    " VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING"};
constexpr db::Sql select_finding{
    "overrides.finding_of",
    "SELECT granted, reasons, found_by, found_at_us, decision FROM overrides_findings WHERE override = $1"};

constexpr std::string_view after_all_ids = "~";

Override read_override(db::Row const& row) {
  return {.id = row.id<OverrideId>(0),
          .booking = row.id<scheduling::BookingId>(1),
          .client = row.id<PersonId>(2),
          .price = row.money(3),
          .set_aside = row.str(5),
          .terms_version = row.str(6),
          .reasons = row.blob(7),
          .needs_second = row.integer(8) == 1,
          .asked_by = row.id<PersonId>(9),
          .asked_at = row.instant(10),
          .decision = row.str(11)};
}

Finding read_finding(db::Row const& row) {
  return {.granted = row.integer(0) == 1,
          .reasons = row.blob(1),
          .found_by = row.id<PersonId>(2),
          .found_at = row.instant(3),
          .decision = row.str(4)};
}

std::int64_t number(bool yes) { return yes ? 1 : 0; }

}  // namespace

void insert_override(db::Tx& tx, Override const& one) {
  tx.execute(insert_row, one.id, one.booking, one.client, one.price.minor(), to_string(one.price.currency()),
             one.set_aside, one.terms_version, one.reasons, number(one.needs_second), one.asked_by, one.asked_at,
             one.decision);
}

std::optional<Override> find_override(db::Tx& tx, OverrideId id) { return tx.one(select_one, read_override, id); }

std::optional<Override> lock_override(db::Tx& tx, OverrideId id) {
  return tx.one(tx.engine() == db::Engine::postgres ? select_for_update : select_one, read_override, id);
}

std::vector<Override> list_overrides(db::Tx& tx, std::optional<OverrideId> before, int limit) {
  return tx.all(select_page, read_override, before ? before->view() : after_all_ids, limit);
}

bool waits_for_second(db::Tx& tx, scheduling::BookingId booking) {
  return tx.one(select_waiting, [](db::Row const&) { return true; }, booking).has_value();
}

Money granted_alone_since(db::Tx& tx, PersonId person, Instant since, Currency currency) {
  auto const sum =
      tx.one(select_granted, [](db::Row const& row) { return row.integer(0); }, person, since, to_string(currency));
  return {sum.value_or(0), currency};
}

bool insert_finding(db::Tx& tx, OverrideId id, Finding const& finding) {
  return tx.execute(insert_finding_row, id, number(finding.granted), finding.reasons, finding.found_by,
                    finding.found_at, finding.decision) == 1;
}

std::optional<Finding> finding_of(db::Tx& tx, OverrideId id) { return tx.one(select_finding, read_finding, id); }

}  // namespace kelisim::overrides::store
