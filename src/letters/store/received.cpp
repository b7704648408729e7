#include "store/received.h"

#include "kernel/ensure.h"

#include <boost/describe/enum_from_string.hpp>
#include <boost/describe/enum_to_string.hpp>

namespace kelisim::letters::store {
namespace {

constexpr db::Sql select_id{"letters.was_received", "SELECT id FROM letters_received WHERE id = $1"};
constexpr db::Sql insert_row{"letters.insert",
                             "INSERT INTO letters_received (id, person, case_id, signature, received_at_us)"
                             " VALUES ($1, $2, $3, $4, $5)"};
constexpr db::Sql select_of_person{"letters.received_from",
                                   "SELECT id, person, case_id, signature, received_at_us FROM letters_received"
                                   " WHERE person = $1 ORDER BY received_at_us DESC, id DESC LIMIT $2"};

Received read_received(db::Row const& row) {
  Signature signature{};
  ENSURE(boost::describe::enum_from_string(row.str(3).c_str(), signature));
  return {.id = row.str(0),
          .person = row.id<PersonId>(1),
          .case_id = row.str(2),
          .signature = signature,
          .received_at = row.instant(4)};
}

}  // namespace

bool was_received(db::Tx& tx, std::string_view id) {
  return tx.one(select_id, [](db::Row const&) { return true; }, id).has_value();
}

void insert(db::Tx& tx, Received const& letter) {
  tx.execute(insert_row, letter.id, letter.person, letter.case_id,
             boost::describe::enum_to_string(letter.signature, ""), letter.received_at);
}

std::vector<Received> received_from(db::Tx& tx, PersonId person, int limit) {
  return tx.all(select_of_person, read_received, person, limit);
}

}  // namespace kelisim::letters::store
