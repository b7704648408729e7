#include "store/access_rows.h"

namespace kelisim::privacy::store {
namespace {

#define ACCESS "id, hour_us, address_hash, person, address, from_us, until_us, requests"
#define REFUSAL "id, person, route, object, status, address, from_us, until_us, times"

constexpr db::Sql insert_access{"privacy.insert_access", "INSERT INTO privacy_accesses (" ACCESS
                                                         ") VALUES ($1, $2, $3, $4, $5, $6, $7, $8)"
                                                         " ON CONFLICT DO NOTHING"};
constexpr db::Sql lengthen_access{"privacy.lengthen_access",
                                  "UPDATE privacy_accesses SET requests = requests + $5,"
                                  " until_us = CASE WHEN until_us < $4 THEN $4 ELSE until_us END"
                                  " WHERE hour_us = $1 AND address_hash = $2 AND person = $3"};
constexpr db::Sql insert_refusal_row{"privacy.insert_refusal", "INSERT INTO privacy_refusals (" REFUSAL
                                                               ") VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)"};
constexpr db::Sql select_accesses{"privacy.select_accesses", "SELECT " ACCESS
                                                             " FROM privacy_accesses WHERE id < $1"
                                                             " ORDER BY id DESC LIMIT $2"};
constexpr db::Sql select_accesses_of{"privacy.select_accesses_of", "SELECT " ACCESS
                                                                   " FROM privacy_accesses WHERE person = $3"
                                                                   " AND id < $1 ORDER BY id DESC LIMIT $2"};
constexpr db::Sql select_refusals{"privacy.select_refusals", "SELECT " REFUSAL
                                                             " FROM privacy_refusals WHERE id < $1"
                                                             " ORDER BY id DESC LIMIT $2"};
constexpr db::Sql select_refusals_of{"privacy.select_refusals_of", "SELECT " REFUSAL
                                                                   " FROM privacy_refusals WHERE person = $3"
                                                                   " AND id < $1 ORDER BY id DESC LIMIT $2"};
constexpr db::Sql select_access{"privacy.select_access", "SELECT " ACCESS " FROM privacy_accesses WHERE id = $1"};
constexpr db::Sql select_refusal{"privacy.select_refusal", "SELECT " REFUSAL " FROM privacy_refusals WHERE id = $1"};
constexpr db::Sql delete_accesses{"privacy.delete_accesses",
                                  "DELETE FROM privacy_accesses WHERE id IN (SELECT id FROM privacy_accesses"
                                  " WHERE id < $1 ORDER BY id LIMIT $2)"};
constexpr db::Sql delete_refusals{"privacy.delete_refusals",
                                  "DELETE FROM privacy_refusals WHERE id IN (SELECT id FROM privacy_refusals"
                                  " WHERE id < $1 ORDER BY id LIMIT $2)"};

#undef ACCESS
#undef REFUSAL

constexpr std::string_view after_all = "ZZZZZZZZZZZZZZZZZZZZZZZZZZ";  // the last id of all

/// The first id of that instant.
std::string first_id(Instant at) { return std::string(IdText::make(at, {}).view()); }

AccessRow read_access(db::Row const& row) {
  return {.id = row.id<AccessId>(0),
          .hour = row.instant(1),
          .address_hash = row.blob(2),
          .person = PersonId::parse(row.str(3)),
          .address = row.blob(4),
          .from = row.instant(5),
          .until = row.instant(6),
          .requests = row.integer(7)};
}

RefusalRow read_refusal(db::Row const& row) {
  return {.id = row.id<RefusalId>(0),
          .person = row.id<PersonId>(1),
          .route = row.str(2),
          .object = row.str(3),
          .status = static_cast<int>(row.integer(4)),
          .address = row.blob(5),
          .from = row.instant(6),
          .until = row.instant(7),
          .times = row.integer(8)};
}

}  // namespace

void add_access(db::Tx& tx, AccessRow const& row) {
  auto const person = row.person ? row.person->str() : std::string();
  if (tx.execute(insert_access, row.id, row.hour, row.address_hash, person, row.address, row.from, row.until,
                 row.requests) == 1) {
    return;
  }
  tx.execute(lengthen_access, row.hour, row.address_hash, person, row.until, row.requests);
}

void insert_refusal(db::Tx& tx, RefusalRow const& row) {
  tx.execute(insert_refusal_row, row.id, row.person, row.route, row.object, row.status, row.address, row.from,
             row.until, row.times);
}

std::vector<AccessRow> accesses(db::Tx& tx, LogPage const& page) {
  auto const before = page.before.value_or(std::string(after_all));
  if (page.person) return tx.all(select_accesses_of, read_access, before, page.limit, *page.person);
  return tx.all(select_accesses, read_access, before, page.limit);
}

std::vector<RefusalRow> refusals(db::Tx& tx, LogPage const& page) {
  auto const before = page.before.value_or(std::string(after_all));
  if (page.person) return tx.all(select_refusals_of, read_refusal, before, page.limit, *page.person);
  return tx.all(select_refusals, read_refusal, before, page.limit);
}

std::optional<AccessRow> find_access(db::Tx& tx, AccessId id) { return tx.one(select_access, read_access, id); }
std::optional<RefusalRow> find_refusal(db::Tx& tx, RefusalId id) { return tx.one(select_refusal, read_refusal, id); }

void forget_accesses(db::Tx& tx, Instant before, int limit) { tx.execute(delete_accesses, first_id(before), limit); }
void forget_refusals(db::Tx& tx, Instant before, int limit) { tx.execute(delete_refusals, first_id(before), limit); }

}  // namespace kelisim::privacy::store
