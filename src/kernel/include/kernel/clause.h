#pragma once

#include <string_view>

namespace kelisim {

/// A row of the clause ledger: its id ("HAR-3.8b") and the number of the offer's paragraph that people read ("3.8").
/// Made only by terms/clauses.h, so that a rule cannot cite a clause that the ledger does not have.
struct Clause {
  std::string_view id;
  std::string_view number;

  friend constexpr bool operator==(Clause const& a, Clause const& b) { return a.id == b.id; }
};

}  // namespace kelisim
