#pragma once

#include "ledger/ledger.h"
#include "orders/orders.h"

#include <string>
#include <vector>

/// The movements of an order's money as postings. Each list sums to zero; parts of zero are left out.
namespace kelisim::orders {

/// A frozen price. The parts are those of split_price(): together the price to the tiyn.
struct OrderMoney {
  OrderId order;
  PersonId specialist;
  Money price;
  Money to_specialist;
  Money to_us;
};

/// "Treat prepaid money as earned only on acceptance (or on forfeiture under the offer)." (HAR-5.1d): a liability.
[[nodiscard]] std::vector<ledger::Posting> captured_price(OrderMoney const& money, std::string const& gateway);

/// Payable to the specialist and revenue of the provider, by the parts that were frozen (HAR-5.1c, HAR-5.1d,
/// HAR-3.7f).
[[nodiscard]] std::vector<ledger::Posting> earned_price(OrderMoney const& money);

/// "'In full' means everything the user paid for that session: no deduction of platform commission, gateway fee or
/// other cost; the commission is reversed." (HAR-3.6e) `was_earned` says whether the parts have been earned already.
[[nodiscard]] std::vector<ledger::Posting> returned_price(OrderMoney const& money, bool was_earned);

/// The whole price once more, against the clause by which it was earned: what was earned stays so, the specialist
/// loses nothing by the provider's goodwill.
[[nodiscard]] std::vector<ledger::Posting> given_as_goodwill(OrderMoney const& money);

/// A capture that is not the price (another amount, a second time): owed back whole at once (HAR-5.1b).
[[nodiscard]] std::vector<ledger::Posting> captured_in_error(OrderId order, Money amount, std::string const& gateway);

/// The gateway has sent it back.
[[nodiscard]] std::vector<ledger::Posting> refund_sent(OrderId order, Money amount, std::string const& gateway);

/// What the gateway keeps is the provider's expense (HAR-3.6e).
[[nodiscard]] std::vector<ledger::Posting> fee_kept(Money fee, std::string const& gateway);

}  // namespace kelisim::orders
