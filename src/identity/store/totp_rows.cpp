#include "store/totp_rows.h"

namespace kelisim::identity::store {
namespace {

constexpr db::Sql insert{"identity.insert_totp",
                         "INSERT INTO identity_totp (person, secret, last_step, made_at_us) VALUES ($1, $2, -1, $3)"};
constexpr db::Sql find{"identity.find_totp", "SELECT secret, last_step FROM identity_totp WHERE person = $1"};
constexpr db::Sql use{"identity.use_totp_step",
                      "UPDATE identity_totp SET last_step = $2 WHERE person = $1 AND last_step < $2"};

}  // namespace

void insert_totp(db::Tx& tx, PersonId person, db::Bytes const& secret, Instant now) {
  tx.execute(insert, person, secret, now);
}

std::optional<TotpRow> find_totp(db::Tx& tx, PersonId person) {
  return tx.one(find, [](db::Row const& row) { return TotpRow{row.blob(0), row.integer(1)}; }, person);
}

bool use_totp_step(db::Tx& tx, PersonId person, std::int64_t step) { return tx.execute(use, person, step) == 1; }

}  // namespace kelisim::identity::store
