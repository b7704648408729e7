#include "store/exports.h"

namespace kelisim::claims::store {
namespace {

constexpr db::Sql insert_row{
    "claims.insert_export",
    "INSERT INTO claims_exports (id, case_id, by_person, asked_at_us) VALUES ($1, $2, $3, $4)"};
constexpr db::Sql select_row{"claims.select_export",
                             "SELECT id, case_id, by_person, asked_at_us FROM claims_exports WHERE id = $1"};

constexpr int exports_max = 100;
constexpr db::Sql select_of_case{
    "claims.select_exports_of_case",
    "SELECT id, case_id, by_person, asked_at_us FROM claims_exports WHERE case_id = $1 ORDER BY id LIMIT $2"};

ExportAsked read_export(db::Row const& row) {
  return {row.id<ExportId>(0), row.id<CaseId>(1), row.id<PersonId>(2), row.instant(3)};
}

}  // namespace

void insert_export(db::Tx& tx, ExportAsked const& asked) {
  tx.execute(insert_row, asked.id, asked.of, asked.by, asked.asked_at);
}

std::optional<ExportAsked> find_export(db::Tx& tx, ExportId id) { return tx.one(select_row, read_export, id); }

std::vector<ExportAsked> exports_of(db::Tx& tx, CaseId of) {
  return tx.all(select_of_case, read_export, of, exports_max);
}

}  // namespace kelisim::claims::store
