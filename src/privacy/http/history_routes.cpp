// The history of changes: of anything for staff with a purpose, of one's own record for the person.
#include "platform/http/problems.h"
#include "privacy/changes.h"
#include "privacy/staff_access.h"

#include <boost/describe.hpp>

namespace kelisim::privacy {

struct ChangeLine {
  std::int64_t number;
  Instant at;
  std::optional<PersonId> actor;  ///< absent: the business by itself
  std::string kind;
  std::string field;
  std::optional<std::string> before;
  std::optional<std::string> after;
  bool personal;  ///< sealed; its values are absent where the reader may not open them, and after an erasure
};
BOOST_DESCRIBE_STRUCT(ChangeLine, (), (number, at, actor, kind, field, before, after, personal))

struct HistoryView {
  std::vector<ChangeLine> items;
  bool more;  ///< older changes than stand here
};
BOOST_DESCRIBE_STRUCT(HistoryView, (), (items, more))

namespace {

constexpr int shown = 200;
constexpr std::string_view action_history = "privacy.read_history";
/// What staff never open, whatever the purpose: it is for the client and the booked specialist.
constexpr std::string_view never_for_staff = "identity.questionnaire";

ChangeLine line_of(ChangeOnRecord const& row) {
  return {.number = row.number,
          .at = row.at,
          .actor = row.actor,
          .kind = row.kind,
          .field = row.field,
          .before = row.before,
          .after = row.after,
          .personal = row.is_personal()};
}

template <class Open>
HistoryView view_of(db::Tx& tx, std::string_view object, Open const& open) {
  HistoryView view{.items = {}, .more = false};
  for (auto const& row : changes_of(tx, object, shown)) {
    auto line = line_of(row);
    auto const person = line.personal ? PersonId::parse(row.object) : std::nullopt;
    if (person) {
      if (!row.sealed_before.empty()) line.before = open(*person, row.field, row.sealed_before);
      if (!row.sealed_after.empty()) line.after = open(*person, row.field, row.sealed_after);
    }
    view.items.push_back(std::move(line));
  }
  view.more = std::ssize(view.items) == shown;
  return view;
}

http::Reply<HistoryView> of_anything(http::Call& call, Vault const& vault, Audit const& audit) {
  auto const purpose = purpose_of(call);
  if (!purpose) return http::Refused(purpose.error());
  auto const object = IdText::parse(call.path("id"));
  if (!object) return http::Refused(http::not_found());
  StaffAccess const access(vault, audit);
  auto view =
      view_of(call.tx, object->view(), [&](PersonId person, std::string const& field, db::Bytes const& sealed) {
        if (field == never_for_staff) return std::optional<std::string>();
        return access.open(call, person, Field{field}, sealed, *purpose);
      });
  audit.append(call.tx, call.now,
               {.action = action_history, .actor = call.person(), .object = object->view(), .purpose = *purpose});
  return view;
}

http::Reply<HistoryView> of_oneself(http::Call& call, Vault const& vault) {
  return view_of(call.tx, call.person().view(),
                 [&](PersonId person, std::string const& field, db::Bytes const& sealed) {
                   return vault.open(call.tx, person, Field{field}, sealed);
                 });
}

}  // namespace

void add_history_routes(http::Routes& routes, Vault const& vault, Audit const& audit) {
  using http::Method;
  routes.add(
      http::Route<Access::staff, http::Nothing, HistoryView>{
          Method::get,
          "/v1/staff/history/{id}",
          "read_history",
          {.effect = http::Effect::writes,
           .query = {{"purpose", "why: a word of the closed list of purposes", true}},
           .summary =
               "Every change of a booking, an order, a payment, a refund or a person: who, when, before, after"}},
      [&vault, &audit](http::Call& call) { return of_anything(call, vault, audit); });
  routes.add(
      http::Route<Access::signed_in, http::Nothing, HistoryView>{
          Method::get, "/v1/me/history", "my_history", {.summary = "Every change of one's own record"}},
      [&vault](http::Call& call) { return of_oneself(call, vault); });
}

}  // namespace kelisim::privacy
