#include "disclosed_data.h"

#include "kernel/ensure.h"
#include "scheduling/timeline.h"

#include <boost/json/array.hpp>

namespace kelisim::server {
namespace {

using boost::json::object;

constexpr int bookings_max = 1000;

object contact(db::Tx& tx, identity::People const& people, PersonId person) {
  object data;
  if (auto const phone = people.phone(tx, person)) data["phone"] = phone->reveal();
  if (auto const email = people.email(tx, person)) data["email"] = *email;
  return data;
}

object account(db::Tx& tx, identity::People const& people, PersonId person) {
  auto const found = people.find(tx, person);
  if (!found) return {};
  return {{"id", person.str()}, {"registered_at", to_rfc3339(found->created_at)}, {"language", found->language}};
}

object bookings(db::Tx& tx, PersonId person) {
  boost::json::array items;
  for (auto const& entry : scheduling::timeline_of(tx, person, bookings_max)) {
    items.push_back(object{{"at", to_rfc3339(entry.at)}, {"what", entry.kind}, {"id", entry.subject}});
  }
  return {{"items", items}};
}

}  // namespace

object disclosed_data(db::Tx& tx, identity::People const& people, PersonId person, privacy::Disclosed what) {
  switch (what) {
    case privacy::Disclosed::contact:
      return contact(tx, people, person);
    case privacy::Disclosed::account:
      return account(tx, people, person);
    case privacy::Disclosed::bookings:
      return bookings(tx, person);
  }
  ENSURE(false && "a known kind");
  return {};
}

}  // namespace kelisim::server
