#pragma once

#include "kernel/clause.h"

#include <optional>
#include <span>
#include <string_view>

namespace kelisim::terms {

/// A row of spec/clauses/*.csv as far as the program needs it. `document` is the text it was drawn from ("offer").
struct LedgerRow {
  std::string_view id;
  std::string_view number;
  std::string_view document;
};

namespace generated {
inline constexpr LedgerRow ledger[] = {
#include "terms/clause_table.inc"
};
}  // namespace generated

/// `clause("HAR-3.8b")`: an id that the ledger does not have does not compile.
consteval Clause clause(std::string_view id) {
  for (auto const& row : generated::ledger) {
    if (row.id == id) return {row.id, row.number};
  }
  throw "this clause is not in the ledger";
}

/// The same for an id that arrives as text: a leaf of terms/<edition>.toml, a row of a clause table.
[[nodiscard]] std::optional<Clause> find_clause(std::string_view id);

/// The name of an edition in a place that lasts as long as the process. Bounded by the editions of the brands read.
[[nodiscard]] std::string_view edition_name(std::string_view version);

/// A clause that a row of ours cites, as the edition that decided then words it. An id that the ledger does not have
/// is a bug.
[[nodiscard]] Clause cited(std::string_view id, std::string_view offer_version);

[[nodiscard]] std::span<LedgerRow const> ledger();

}  // namespace kelisim::terms
