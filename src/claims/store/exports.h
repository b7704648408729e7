#pragma once

#include "store/cases.h"

#include <optional>
#include <vector>

namespace kelisim::claims {

using ExportId = Id<struct CaseExportTag>;

/// That one of the staff may fetch the archive of a case.
struct ExportAsked {
  ExportId id;
  CaseId of;
  PersonId by;
  Instant asked_at;
};

namespace store {

void insert_export(db::Tx& tx, ExportAsked const& asked);
[[nodiscard]] std::optional<ExportAsked> find_export(db::Tx& tx, ExportId id);
/// In their order, at most 100.
[[nodiscard]] std::vector<ExportAsked> exports_of(db::Tx& tx, CaseId of);

}  // namespace store

}  // namespace kelisim::claims
