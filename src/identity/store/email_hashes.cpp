#include "store/email_hashes.h"

namespace kelisim::identity::store {
namespace {

constexpr db::Sql select_people{"identity.clients_with_email",
                                "SELECT h.person FROM identity_email_hashes h"
                                " JOIN identity_people p ON p.id = h.person AND p.email = h.sealed"
                                " WHERE h.hash = $1 AND p.role = 'client' ORDER BY h.person LIMIT $2"};
constexpr db::Sql upsert{"identity.index_email",
                         "INSERT INTO identity_email_hashes (person, hash, sealed) VALUES ($1, $2, $3)"
                         " ON CONFLICT (person) DO UPDATE SET hash = excluded.hash, sealed = excluded.sealed"};
constexpr db::Sql select_changed{"identity.emails_to_index",
                                 "SELECT p.id, p.email FROM identity_people p"
                                 " LEFT JOIN identity_email_hashes h ON h.person = p.id"
                                 " WHERE p.email IS NOT NULL AND (h.person IS NULL OR h.sealed <> p.email)"
                                 " ORDER BY p.id LIMIT $1"};

}  // namespace

std::vector<PersonId> clients_with_hash(db::Tx& tx, db::Bytes const& hash, int limit) {
  return tx.all(select_people, [](db::Row const& row) { return row.id<PersonId>(0); }, hash, limit);
}

std::vector<SealedEmail> emails_to_index(db::Tx& tx, int limit) {
  return tx.all(
      select_changed, [](db::Row const& row) { return SealedEmail{row.id<PersonId>(0), row.blob(1)}; }, limit);
}

void put_email_hash(db::Tx& tx, SealedEmail const& email, db::Bytes const& hash) {
  tx.execute(upsert, email.person, hash, email.sealed);
}

}  // namespace kelisim::identity::store
