#include "store/exports.h"

namespace kelisim::claims::store {
namespace {

constexpr db::Sql insert_row{
    "claims.insert_export",
    "INSERT INTO claims_exports (id, case_id, by_person, asked_at_us) VALUES ($1, $2, $3, $4)"};
constexpr db::Sql select_row{"claims.select_export",
                             "SELECT id, case_id, by_person, asked_at_us FROM claims_exports WHERE id = $1"};

}  // namespace

void insert_export(db::Tx& tx, ExportAsked const& asked) {
  tx.execute(insert_row, asked.id, asked.of, asked.by, asked.asked_at);
}

std::optional<ExportAsked> find_export(db::Tx& tx, ExportId id) {
  return tx.one(
      select_row,
      [](db::Row const& row) {
        return ExportAsked{row.id<ExportId>(0), row.id<CaseId>(1), row.id<PersonId>(2), row.instant(3)};
      },
      id);
}

}  // namespace kelisim::claims::store
