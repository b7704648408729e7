#pragma once

#include "kernel/clause.h"
#include "terms/terms.h"

#include <boost/describe.hpp>

#include <optional>
#include <string>

namespace kelisim::orders {

/// Versions of the text of the payment partner that the brand links to.
struct PartnerTermsFacts {
  std::string shown;                     ///< now
  std::optional<std::string> confirmed;  ///< the last one that the client confirmed, with this payment or before
};
BOOST_DESCRIBE_STRUCT(PartnerTermsFacts, (), (shown, confirmed))

/// HAR-8.7a: "Before the first payment the user confirms having read and accepted the terms of the payment partner
///   Paybox.money; show the link and store the confirmation." Later payments do not ask until the link's version
///   changes. Nothing: the payment may begin. Otherwise the clause that demands the confirmation.
[[nodiscard]] std::optional<Clause> partner_terms_to_confirm(PartnerTermsFacts const& facts,
                                                             terms::Terms const& terms);

}  // namespace kelisim::orders
