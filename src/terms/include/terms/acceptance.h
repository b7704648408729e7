#pragma once

#include "kernel/id.h"
#include "kernel/instant.h"
#include "platform/db/tx.h"
#include "platform/random.h"
#include "terms/brand.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Who accepted which edition. Rows are only ever added.
namespace kelisim::terms {

using AcceptanceId = Id<struct AcceptanceTag>;

/// HAR-1.acceptance.a: person, edition, time, evidence and the hash of the text. `evidence` is what proves the
/// session (address, browser): opaque bytes that the caller has sealed, for it is personal data.
struct NewAcceptance {
  PersonId person;
  std::string document;
  std::string version;
  std::string content_hash;
  std::string language;  ///< the language in which the text was shown
  Instant accepted_at;
  db::Bytes evidence;
};

struct Acceptance {
  AcceptanceId id;
  PersonId person;
  std::string document;
  std::string version;
  std::string content_hash;
  std::string language;
  Instant accepted_at;
};

/// HAR-0a: the contract is formed at the instant of acceptance and binds to the exact edition in force. Accepting the
/// same edition again adds nothing and returns the first row.
Acceptance accept(db::Tx& tx, Random& random, NewAcceptance const& acceptance);

/// Newest first.
[[nodiscard]] std::vector<Acceptance> acceptances_of(db::Tx& tx, PersonId const& person);
/// The last edition of the document that the person accepted.
[[nodiscard]] std::optional<Acceptance> current_acceptance(db::Tx& tx, PersonId const& person,
                                                           std::string_view document);
[[nodiscard]] std::optional<db::Bytes> acceptance_evidence(db::Tx& tx, AcceptanceId const& id);

/// How many people have accepted this edition.
[[nodiscard]] std::int64_t count_acceptances(db::Tx& tx, std::string_view document, std::string_view version);
/// How many have accepted the document and not this edition of it: they are asked once it is in force.
[[nodiscard]] std::int64_t count_asked_again(db::Tx& tx, std::string_view document, std::string_view version);

/// The terms of the offer that the person accepted last; null for a person who has no contract.
[[nodiscard]] Terms const* accepted_terms(db::Tx& tx, Brand const& brand, PersonId const& person);

}  // namespace kelisim::terms
