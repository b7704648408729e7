#pragma once

#include "kernel/instant.h"
#include "kernel/result.h"
#include "overrides/overrides.h"
#include "overrides/rules/override.h"
#include "privacy/vault.h"
#include "store/overrides.h"

#include <string>
#include <string_view>

namespace kelisim::overrides {

/// Reasons of both people. The name is bound to the ciphertexts: never changed.
inline constexpr privacy::Field override_text{"overrides.text"};

/// Grants the price of the booking back against the clause that keeps it, or writes the wish down for a second
/// person.
Result<Override, RequestRefusal> request_override(db::Tx& tx, Parts const& parts, scheduling::Booking const& booking,
                                                  std::string_view reasons, PersonId by, Instant now);

struct SecondWord {
  bool agrees;
  std::string reasons;
};

/// The second person's word; agreed to, the price goes back in this transaction.
Result<Found, FindingRefusal> find_on_override(db::Tx& tx, Parts const& parts, Override const& one,
                                               SecondWord const& word, PersonId by, Instant now);

}  // namespace kelisim::overrides
