#include "auditor.h"

#include <fmt/format.h>

namespace kelisim::sim {
namespace {

using Findings = Auditor::Findings;

/// Deeds of one kind: how many there are of each object by their own rows, and how many the chain tells of.
struct Deed {
  char const* name;
  db::Sql done;  ///< object, count
  char const* action;
};

#define DEED(action, statement) \
  Deed { action, {"auditor.deeds", statement}, action }

Deed const deeds[] = {
    DEED("claims.ruled", "SELECT case_id, count(*) FROM claims_rulings GROUP BY case_id"),
    DEED("contracts.breach_recorded", "SELECT id, count(*) FROM contracts_breaches GROUP BY id"),
    DEED("contracts.breach_confirmed",
         "SELECT breach, count(*) FROM contracts_rulings WHERE confirmed = 1 GROUP BY breach"),
    DEED("contracts.breach_dismissed",
         "SELECT breach, count(*) FROM contracts_rulings WHERE confirmed = 0 GROUP BY breach"),
    DEED("contracts.penalty_demanded", "SELECT breach, count(*) FROM contracts_demands GROUP BY breach"),
    DEED("contracts.demand_ended", "SELECT breach, count(*) FROM contracts_demand_ends GROUP BY breach"),
    DEED("contracts.restricted", "SELECT id, count(*) FROM contracts_restrictions GROUP BY id"),
    // What another restriction took the place of was not lifted by anybody.
    DEED("contracts.restriction_lifted",
         "SELECT s.id, count(*) FROM contracts_restrictions s WHERE s.lifted_at_us IS NOT NULL AND NOT EXISTS "
         "(SELECT 1 FROM contracts_restrictions o WHERE o.decision = s.lift_decision) GROUP BY s.id"),
    DEED("contracts.ended", "SELECT decision, count(*) FROM contracts_ends GROUP BY decision"),
    DEED("statistics.published", "SELECT '', count(*) FROM statistics_publications HAVING count(*) > 0"),
};
#undef DEED

constexpr db::Sql told_sql{"auditor.told_of_deeds",
                           "SELECT object, count(*) FROM privacy_audit WHERE action = $1 GROUP BY object"};
constexpr db::Sql unregistered{"auditor.unregistered",
                               "SELECT p.id FROM identity_people p WHERE p.role = 'client' AND p.created_at_us > "
                               "(SELECT min(created_at_us) FROM identity_people) AND NOT EXISTS (SELECT 1 FROM "
                               "privacy_audit a WHERE a.action = 'identity.registered' AND a.subject = p.id)"};
constexpr db::Sql evidence_sql{"auditor.deeds_of_evidence",
                               "SELECT b.id, (SELECT count(*) FROM contracts_evidence e WHERE e.breach = b.id), "
                               "(SELECT count(*) FROM privacy_audit a WHERE a.action = 'contracts.evidence_added' "
                               "AND a.object = b.id) FROM contracts_breaches b"};
constexpr db::Sql exports_sql{"auditor.deeds_of_export",
                              "SELECT (SELECT count(*) FROM claims_exports), (SELECT count(*) FROM privacy_audit "
                              "WHERE action = 'privacy.read' AND object = 'claims.archive')"};
constexpr db::Sql readings_sql{"auditor.readings",
                               "SELECT actor, subject, object, count(*) FROM privacy_audit WHERE actor IS NOT NULL "
                               "AND subject IS NOT NULL AND purpose IS NOT NULL GROUP BY actor, subject, object"};
constexpr db::Sql alert_sql{"auditor.alert", "SELECT person, duty_told FROM crisis_alerts WHERE id = $1"};
constexpr db::Sql figures_sql{"auditor.figures",
                              "SELECT publication, age_band, answer, counted, published FROM statistics_figures"};

std::map<std::string, std::int64_t> counted(db::Tx& tx, db::Sql const& sql, auto const&... args) {
  std::map<std::string, std::int64_t> counts;
  each(tx, sql, [&](db::Row const& row) { counts[row.str(0)] = row.integer(1); }, args...);
  return counts;
}

void check_readings(db::Tx& tx, std::map<Reading, Rows> const& expected, Findings& findings) {
  std::map<Reading, std::int64_t> left;
  each(tx, readings_sql, [&](db::Row const& row) { left[{row.str(0), row.str(1), row.str(2)}] += row.integer(3); });
  for (auto const& [reading, rows] : expected) {
    auto const stands = left[reading];
    if (stands >= rows.at_least && stands <= rows.at_most) continue;
    findings.push_back(fmt::format("I15: {} read {} of {}: {} rows and {} to {} may be", reading.actor,
                                   reading.object, reading.subject, stands, rows.at_least, rows.at_most));
  }
}

}  // namespace

/// I15: what staff did to somebody, and what they were shown of somebody, stands in the audit chain as often as it
/// happened. Deeds that are about nobody (prices, editions, outages) name their author in their own rows.
void check_rows_of_deeds(db::Tx& tx, std::map<Reading, Rows> const& readings, Findings& findings) {
  for (auto const& deed : deeds) {
    auto const done = counted(tx, deed.done);
    auto const told = counted(tx, told_sql, deed.action);
    if (done != told) {
      findings.push_back(fmt::format("I15: {} was done to {} and is told of {}, or not as often", deed.name,
                                     done.size(), told.size()));
    }
  }
  each(tx, unregistered,
       [&](db::Row const& row) { findings.push_back("I15: nothing tells that " + row.str(0) + " registered"); });
  each(tx, evidence_sql, [&](db::Row const& row) {
    auto const added = row.integer(1) - row.integer(2);  // the first may have come with the record
    if (added != 0 && added != 1) findings.push_back("I15: evidence of " + row.str(0) + " was added untold");
  });
  each(tx, exports_sql, [&](db::Row const& row) {
    if (row.integer(0) != row.integer(1)) findings.push_back("I15: a case was exported untold");
  });
  check_readings(tx, readings, findings);
}

/// Whoever was answered that help is told has a row, and somebody on duty heard of it (HAR-4.2.11a).
void check_alerts(db::Tx& tx, std::vector<std::string> const& alerts, Findings& findings) {
  for (auto const& alert : alerts) {
    auto const told = tx.one(alert_sql, [](db::Row const& row) { return row.integer(1); }, alert);
    if (!told) findings.push_back("I19: alert " + alert + " was answered and is lost");
    if (told && *told == 0) findings.push_back("HAR-4.2.11a: nobody on duty heard of alert " + alert);
  }
}

/// HAR-4.3.8a: no figure speaks of fewer than ten, and each is cut to tens.
void check_figures(db::Tx& tx, Findings& findings) {
  each(tx, figures_sql, [&](db::Row const& row) {
    auto const shown = row.integer(4);
    if (shown % 10 == 0 && shown <= row.integer(3)) return;
    findings.push_back(fmt::format("HAR-4.3.8a: {} people of {} are told of {}", shown, row.text(1), row.text(2)));
  });
}

}  // namespace kelisim::sim
