#pragma once

#include "ledger/ledger.h"
#include "platform/json/described.h"

#include <optional>
#include <string>
#include <vector>

namespace kelisim::orders {

struct PostingView {
  std::string kind;   ///< of the account
  std::string owner;  ///< an id, or empty
  Money amount;       ///< debit positive
};
BOOST_DESCRIBE_STRUCT(PostingView, (), (kind, owner, amount))

struct EntryView {
  std::int64_t number;
  std::string kind;
  std::string ref;
  Instant at;
  std::string order;
  std::optional<std::string> clause;
  std::optional<std::string> decision;
  std::vector<PostingView> postings;
};
BOOST_DESCRIBE_STRUCT(EntryView, (), (number, kind, ref, at, order, clause, decision, postings))

[[nodiscard]] inline EntryView entry_view(ledger::Entry const& entry) {
  EntryView view{.number = entry.number,
                 .kind = std::string(ledger::to_text(entry.kind)),
                 .ref = entry.ref,
                 .at = entry.at,
                 .order = entry.order,
                 .clause = entry.clause,
                 .decision = entry.decision,
                 .postings = {}};
  for (auto const& posting : entry.postings) {
    view.postings.push_back({std::string(ledger::to_text(posting.kind)), posting.owner, posting.amount});
  }
  return view;
}

}  // namespace kelisim::orders
