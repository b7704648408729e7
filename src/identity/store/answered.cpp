#include "store/answered.h"

namespace kelisim::identity::store {
namespace {

constexpr db::Sql completed{"identity.who_answered",
                            "SELECT person FROM identity_questionnaires WHERE completed_at_us IS NOT NULL"
                            " ORDER BY person LIMIT $1"};

}  // namespace

std::vector<PersonId> who_answered(db::Tx& tx, int limit) {
  return tx.all(completed, [](db::Row const& row) { return row.id<PersonId>(0); }, limit);
}

}  // namespace kelisim::identity::store
