#include "store/registrations.h"

namespace kelisim::identity::store {
namespace {

constexpr db::Sql insert{
    "identity.insert_registration",
    "INSERT INTO identity_registrations (person, phone_hash, phone, offer_version, offer_hash, language, asked_at_us)"
    " VALUES ($1, $2, $3, $4, $5, $6, $7)"};
constexpr db::Sql find{"identity.find_registration",
                       "SELECT person, phone_hash, phone, offer_version, offer_hash, language, asked_at_us"
                       " FROM identity_registrations WHERE person = $1"};
constexpr db::Sql remove{"identity.delete_registration", "DELETE FROM identity_registrations WHERE person = $1"};

}  // namespace

void insert_registration(db::Tx& tx, Registration const& registration) {
  tx.execute(insert, registration.person, registration.phone_hash, registration.phone, registration.offer_version,
             registration.offer_hash, registration.language, registration.asked_at);
}

std::optional<Registration> find_registration(db::Tx& tx, PersonId person) {
  return tx.one(
      find,
      [](db::Row const& row) {
        return Registration{.person = row.id<PersonId>(0),
                            .phone_hash = row.blob(1),
                            .phone = row.blob(2),
                            .offer_version = row.str(3),
                            .offer_hash = row.str(4),
                            .language = row.str(5),
                            .asked_at = row.instant(6)};
      },
      person);
}

bool delete_registration(db::Tx& tx, PersonId person) { return tx.execute(remove, person) == 1; }

}  // namespace kelisim::identity::store
