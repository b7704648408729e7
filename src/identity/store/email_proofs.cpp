#include "store/email_proofs.h"

namespace kelisim::identity::store {
namespace {

constexpr db::Sql insert{"identity.insert_email_proof",
                         "INSERT INTO identity_email_proofs (id, person, email, code_hash, issued_at_us, failures)"
                         " VALUES ($1, $2, $3, $4, $5, 0)"};
constexpr db::Sql last{"identity.last_email_proof",
                       "SELECT id, person, email, code_hash, issued_at_us, failures, ended_at_us"
                       " FROM identity_email_proofs WHERE person = $1 ORDER BY issued_at_us DESC, id DESC LIMIT 1"};
constexpr db::Sql end{"identity.end_email_proofs",
                      "UPDATE identity_email_proofs SET ended_at_us = $2 WHERE person = $1 AND ended_at_us IS NULL"};
constexpr db::Sql failed{"identity.count_failure_of_email_proof",
                         "UPDATE identity_email_proofs SET failures = failures + 1 WHERE id = $1"};
constexpr db::Sql count{"identity.count_email_proofs",
                        "SELECT count(*) FROM identity_email_proofs WHERE person = $1 AND issued_at_us > $2"};
constexpr db::Sql sweep{"identity.sweep_email_proofs", "DELETE FROM identity_email_proofs WHERE issued_at_us <= $1"};

EmailProof read(db::Row const& row) {
  return {.id = row.id<EmailProofId>(0),
          .person = row.id<PersonId>(1),
          .email = row.blob(2),
          .code_hash = row.blob(3),
          .issued_at = row.instant(4),
          .failures = row.integer(5),
          .ended_at = row.maybe_instant(6)};
}

}  // namespace

void insert_email_proof(db::Tx& tx, EmailProof const& proof) {
  tx.execute(insert, proof.id, proof.person, proof.email, proof.code_hash, proof.issued_at);
}

std::optional<EmailProof> last_email_proof(db::Tx& tx, PersonId person) { return tx.one(last, read, person); }

void end_email_proofs(db::Tx& tx, PersonId person, Instant now) { tx.execute(end, person, now); }

void count_failure_of_proof(db::Tx& tx, EmailProofId id) { tx.execute(failed, id); }

std::int64_t email_proofs_since(db::Tx& tx, PersonId person, Instant since) {
  return tx.one(count, [](db::Row const& row) { return row.integer(0); }, person, since).value_or(0);
}

void sweep_email_proofs(db::Tx& tx, Instant before) { tx.execute(sweep, before); }

}  // namespace kelisim::identity::store
