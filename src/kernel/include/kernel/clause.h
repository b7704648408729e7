#pragma once

#include <string_view>

namespace kelisim {

/// A row of the clause ledger: its id ("HAR-3.8b") and the number of the offer's paragraph that people read ("3.8").
/// Made only by terms/clauses.h, so that a rule cannot cite a clause that the ledger does not have.
struct Clause {
  std::string_view id;
  std::string_view number;
  /// The edition of the offer whose rule decided, and whose words are shown; empty: the one in force. Lives as long
  /// as the process (terms::edition_name).
  std::string_view edition = {};

  friend constexpr bool operator==(Clause const& a, Clause const& b) { return a.id == b.id; }
};

}  // namespace kelisim
