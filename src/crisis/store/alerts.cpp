#include "store/alerts.h"

#include "kernel/ensure.h"

#include <boost/describe/enum_from_string.hpp>
#include <boost/describe/enum_to_string.hpp>

namespace kelisim::crisis::store {
namespace {

constexpr db::Sql insert_row{"crisis.insert_alert",
                             "INSERT INTO crisis_alerts (id, kind, person, specialist, duty_told, raised_at_us)"
                             " VALUES ($1, $2, $3, $4, $5, $6)"};
constexpr db::Sql select_newest{"crisis.select_alerts",
                                "SELECT id, kind, person, specialist, duty_told, raised_at_us FROM crisis_alerts"
                                " ORDER BY id DESC LIMIT $1"};

constexpr db::Sql count_of_person{"crisis.count_alerts",
                                  "SELECT count(*) FROM crisis_alerts WHERE person = $1 AND raised_at_us >= $2"};

AlertRow read_alert(db::Row const& row) {
  AlertKind kind{};
  ENSURE(boost::describe::enum_from_string(row.str(1).c_str(), kind));
  return {.id = row.id<AlertId>(0),
          .kind = kind,
          .person = row.id<PersonId>(2),
          .specialist = row.is_null(3) ? std::nullopt : std::optional(row.id<PersonId>(3)),
          .duty_told = row.integer(4),
          .raised_at = row.instant(5)};
}

}  // namespace

void insert(db::Tx& tx, AlertRow const& alert) {
  tx.execute(insert_row, alert.id, boost::describe::enum_to_string(alert.kind, ""), alert.person, alert.specialist,
             alert.duty_told, alert.raised_at);
}

std::int64_t count_since(db::Tx& tx, PersonId person, Instant since) {
  return *tx.one(count_of_person, [](db::Row const& row) { return row.integer(0); }, person, since);
}

std::vector<AlertRow> newest(db::Tx& tx, int limit) { return tx.all(select_newest, read_alert, limit); }

}  // namespace kelisim::crisis::store
