#include "orders/rules/partner_terms.h"

namespace kelisim::orders {

std::optional<Clause> partner_terms_to_confirm(PartnerTermsFacts const& facts, terms::Terms const& terms) {
  if (!terms.payment || !terms.payment->partner_terms_confirmed.value) return std::nullopt;
  if (facts.confirmed == facts.shown) return std::nullopt;
  return terms.payment->partner_terms_confirmed.clause;
}

}  // namespace kelisim::orders
