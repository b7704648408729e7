#include "terms/confirmation.h"

#include "kernel/ensure.h"

#include <boost/describe/enum_from_string.hpp>
#include <boost/describe/enum_to_string.hpp>

namespace kelisim::terms {
namespace {

constexpr std::int64_t listed_max = 200;

constexpr db::Sql insert{"terms.insert_confirmation",
                         "INSERT INTO terms_confirmations (id, person, what, version, confirmed_at_us)"
                         " VALUES ($1, $2, $3, $4, $5)"};
constexpr db::Sql select_last{"terms.select_last_confirmation",
                              "SELECT what, version, confirmed_at_us FROM terms_confirmations"
                              " WHERE person = $1 AND what = $2 ORDER BY confirmed_at_us DESC, id DESC LIMIT 1"};
constexpr db::Sql select_of_person{"terms.select_confirmations_of_person",
                                   "SELECT what, version, confirmed_at_us FROM terms_confirmations"
                                   " WHERE person = $1 ORDER BY confirmed_at_us DESC, id DESC LIMIT $2"};

std::string_view word(Confirmation what) {
  auto const* name = boost::describe::enum_to_string(what, nullptr);
  ENSURE(name != nullptr);
  return name;
}

Confirmed read(db::Row const& row) {
  Confirmed confirmed{.what = {}, .version = row.str(1), .at = row.instant(2)};
  ENSURE(boost::describe::enum_from_string(row.str(0).c_str(), confirmed.what));
  return confirmed;
}

}  // namespace

void confirm(db::Tx& tx, Random& random, PersonId const& person, Confirmed const& confirmed) {
  tx.execute(insert, random.id<ConfirmationId>(confirmed.at), person, word(confirmed.what), confirmed.version,
             confirmed.at);
}

std::optional<Confirmed> last_confirmed(db::Tx& tx, PersonId const& person, Confirmation what) {
  return tx.one(select_last, read, person, word(what));
}

std::vector<Confirmed> confirmations_of(db::Tx& tx, PersonId const& person) {
  return tx.all(select_of_person, read, person, listed_max);
}

}  // namespace kelisim::terms
