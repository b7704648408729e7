#pragma once

#include "contracts/contracts.h"
#include "privacy/vault.h"

#include <optional>
#include <string>
#include <string_view>

namespace kelisim::contracts {

/// Every text of this room. The name is bound to the ciphertexts: never changed.
inline constexpr privacy::Field contract_text{"contracts.text"};

/// The terms that bind a client: of the edition accepted last, else of the one in force.
[[nodiscard]] terms::Terms const& binding_terms(db::Tx& tx, Parts const& parts, PersonId client, Instant now);

/// A paragraph of the offer by its number, "4.2.16", as the edition words it; nothing when the offer has none.
[[nodiscard]] std::optional<Clause> paragraph(std::string_view number, std::string_view offer_version);

/// The client's account, if there is such a client.
[[nodiscard]] std::optional<identity::Person> find_client(db::Tx& tx, Parts const& parts, PersonId id);

/// One notice to the client about what was decided. `what` is the template, `subject` the id that it speaks of.
void tell(db::Tx& tx, Parts const& parts, PersonId client, std::string what, std::string_view subject,
          notify::Values values, Instant now);

}  // namespace kelisim::contracts
