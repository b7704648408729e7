#include "store/cases.h"

namespace kelisim::orders::store {
namespace {

#define CASE_COLUMNS "id, kind, subject, order_id, detail, opened_at_us, closed_at_us, closed_by"

constexpr db::Sql insert_case{"orders.insert_case",
                              "INSERT INTO orders_cases (id, kind, subject, order_id, detail, opened_at_us) "
                              "VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING"};

constexpr db::Sql update_closed{
    "orders.close_case",
    "UPDATE orders_cases SET closed_at_us = $2, closed_by = $3 WHERE id = $1 AND closed_at_us IS NULL"};

constexpr db::Sql select_cases{"orders.select_cases",
                               "SELECT " CASE_COLUMNS
                               " FROM orders_cases WHERE (CAST($1 AS TEXT) IS NULL OR id < $1) "
                               "AND (CAST($2 AS BIGINT) = 0 OR closed_at_us IS NULL) ORDER BY id DESC LIMIT $3"};

constexpr db::Sql select_of_order{"orders.select_cases_of_order",
                                  "SELECT " CASE_COLUMNS " FROM orders_cases WHERE order_id = $1 ORDER BY id"};

CaseRow read(db::Row const& row) {
  return {.id = row.id<CaseId>(0),
          .kind = row.str(1),
          .subject = row.str(2),
          .order = row.id<OrderId>(3),
          .detail = row.str(4),
          .opened_at = row.instant(5),
          .closed_at = row.maybe_instant(6),
          .closed_by = row.maybe_str(7)};
}

}  // namespace

bool open_case(db::Tx& tx, CaseId id, CaseKind kind, std::string_view subject, OrderId order, std::string_view detail,
               Instant now) {
  return tx.execute(insert_case, id, to_text(kind), subject, order, detail, now) == 1;
}

bool close_case(db::Tx& tx, CaseId id, PersonId by, Instant now) {
  return tx.execute(update_closed, id, now, by) == 1;
}

std::vector<CaseRow> cases(db::Tx& tx, CaseFilter const& filter) {
  return tx.all(select_cases, read, filter.before, filter.open_only, filter.limit);
}

std::vector<CaseRow> cases_of(db::Tx& tx, OrderId order) { return tx.all(select_of_order, read, order); }

}  // namespace kelisim::orders::store
