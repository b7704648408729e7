#pragma once

#include "claims/claims.h"

#include <optional>
#include <string>
#include <string_view>

namespace kelisim::claims {

/// A letter from the client's registered address, as text: a question of its own, or, when so many are open that no
/// more may be, a message in the newest of them. Its id; nothing where the brand takes no questions, or that one is
/// full.
[[nodiscard]] std::optional<std::string> take_letter(db::Tx& tx, Parts const& parts, PersonId client,
                                                     std::string_view text, Instant now);

}  // namespace kelisim::claims
