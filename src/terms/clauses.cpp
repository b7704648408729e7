#include "terms/clauses.h"

namespace kelisim::terms {

std::optional<Clause> find_clause(std::string_view id) {
  for (auto const& row : generated::ledger) {
    if (row.id == id) return Clause{row.id, row.number};
  }
  return std::nullopt;
}

std::span<LedgerRow const> ledger() { return generated::ledger; }

}  // namespace kelisim::terms
