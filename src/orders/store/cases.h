#pragma once

#include "orders/orders.h"
#include "words.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kelisim::orders::store {

using CaseId = Id<struct CaseTag>;

struct CaseRow {
  CaseId id;
  std::string kind;
  std::string subject;
  OrderId order;
  std::string detail;
  Instant opened_at;
  std::optional<Instant> closed_at;
  std::optional<std::string> closed_by;
};

/// One case per kind and subject (a payment or a refund) for ever: a repeat opens nothing. True when it is new.
bool open_case(db::Tx& tx, CaseId id, CaseKind kind, std::string_view subject, OrderId order, std::string_view detail,
               Instant now);

/// False when there is no open case of that id.
bool close_case(db::Tx& tx, CaseId id, PersonId by, Instant now);

struct CaseFilter {
  bool open_only = true;
  std::optional<CaseId> before = std::nullopt;
  int limit = 50;
};
/// Newest first.
[[nodiscard]] std::vector<CaseRow> cases(db::Tx& tx, CaseFilter const& filter);
[[nodiscard]] std::vector<CaseRow> cases_of(db::Tx& tx, OrderId order);

}  // namespace kelisim::orders::store
