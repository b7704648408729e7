#include "terms/clauses.h"

#include "kernel/ensure.h"

#include <functional>
#include <mutex>
#include <set>
#include <string>

namespace kelisim::terms {

std::optional<Clause> find_clause(std::string_view id) {
  for (auto const& row : generated::ledger) {
    if (row.id == id) return Clause{row.id, row.number};
  }
  return std::nullopt;
}

std::string_view edition_name(std::string_view version) {
  static std::mutex guard;
  static std::set<std::string, std::less<>> names;
  std::scoped_lock const lock(guard);
  auto const found = names.find(version);
  return found != names.end() ? *found : *names.emplace(version).first;
}

Clause cited(std::string_view id, std::string_view offer_version) {
  auto found = find_clause(id);
  ENSURE(found.has_value());
  found->edition = edition_name(offer_version);
  return *found;
}

std::span<LedgerRow const> ledger() { return generated::ledger; }

}  // namespace kelisim::terms
