#pragma once

#include "kernel/id.h"
#include "kernel/instant.h"
#include "platform/db/tx.h"

#include <cstdint>
#include <optional>

namespace kelisim::identity::store {

using EmailProofId = Id<struct EmailProofTag>;

struct EmailProof {
  EmailProofId id;
  PersonId person;
  db::Bytes email;  ///< sealed
  db::Bytes code_hash;
  Instant issued_at;
  std::int64_t failures;
  std::optional<Instant> ended_at;  ///< proved, or of no use: another address was entered, or none
};

void insert_email_proof(db::Tx& tx, EmailProof const& proof);
/// The newest of the person.
[[nodiscard]] std::optional<EmailProof> last_email_proof(db::Tx& tx, PersonId person);
void end_email_proofs(db::Tx& tx, PersonId person, Instant now);
void count_failure_of_proof(db::Tx& tx, EmailProofId id);
[[nodiscard]] std::int64_t email_proofs_since(db::Tx& tx, PersonId person, Instant since);
void sweep_email_proofs(db::Tx& tx, Instant before);

}  // namespace kelisim::identity::store
