#include "rules/balanced.h"

#include <map>
#include <set>
#include <tuple>

namespace kelisim::ledger {

bool is_balanced(std::span<Posting const> postings) {
  constexpr std::size_t postings_max = 16;
  if (postings.size() < 2 || postings.size() > postings_max) return false;
  std::map<Currency, Money> sums;
  std::set<std::tuple<AccountKind, std::string_view, Currency>> accounts;
  for (auto const& posting : postings) {
    auto const currency = posting.amount.currency();
    if (posting.amount.is_zero()) return false;
    if (!accounts.emplace(posting.kind, posting.owner, currency).second) return false;
    auto const [sum, inserted] = sums.try_emplace(currency, Money::zero(currency));
    sum->second = sum->second + posting.amount;
  }
  return std::ranges::all_of(sums, [](auto const& sum) { return sum.second.is_zero(); });
}

}  // namespace kelisim::ledger
