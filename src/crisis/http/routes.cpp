#include "crisis/crisis.h"
#include "http/urgent_page.h"
#include "platform/json/described.h"
#include "rules/contacts.h"
#include "store/alerts.h"

namespace kelisim::crisis {

struct ContactView {
  std::string country;
  std::string phone;
  std::string name;
  std::string text;
};
BOOST_DESCRIBE_STRUCT(ContactView, (), (country, phone, name, text))

struct ContactList {
  std::vector<ContactView> contacts;
};
BOOST_DESCRIBE_STRUCT(ContactList, (), (contacts))

struct AlertBody {
  AlertKind kind;
  std::optional<json::Text<1, 1000, true>> words;
};
BOOST_DESCRIBE_STRUCT(AlertBody, (), (kind, words))

struct AlertAnswer {
  AlertId id;
  bool specialist_told;
  bool duty_told;
  std::vector<ContactView> contacts;  ///< of the person's country first
};
BOOST_DESCRIBE_STRUCT(AlertAnswer, (), (id, specialist_told, duty_told, contacts))

struct StaffAlert {
  AlertId id;
  AlertKind kind;
  PersonId person;
  std::optional<PersonId> specialist;
  std::int64_t duty_told;
  Instant raised_at;
};
BOOST_DESCRIBE_STRUCT(StaffAlert, (), (id, kind, person, specialist, duty_told, raised_at))

struct StaffAlerts {
  std::vector<StaffAlert> items;
};
BOOST_DESCRIBE_STRUCT(StaffAlerts, (), (items))

namespace {

using http::Call;
using http::Method;
using http::Nothing;
using http::Reply;
using http::Route;

constexpr int alerts_shown = 100;

std::vector<ContactView> contacts(terms::Brand const& brand, std::string_view language, std::string_view country) {
  std::vector<ContactView> views;
  auto const& spoken = brand.spoken(language);
  for (auto const& contact : contacts_for(brand, country)) {
    views.push_back(
        {contact.country, contact.phone, contact.name.find(spoken)->second, contact.text.find(spoken)->second});
  }
  return views;
}

/// Of a signed-in person's number; empty for a visitor, whose country nobody asks.
std::string_view country_of(Call& call, Parts const& parts) {
  if (!call.caller.person) return {};
  auto const phone = parts.people.phone(call.tx, *call.caller.person);
  return phone && phone->in_russia() ? "RU" : "KZ";
}

Reply<AlertAnswer> post_alert(Call& call, AlertBody const& body, Parts const& parts) {
  auto const raised = raise_alert(
      call.tx, parts, {body.kind, call.person(), body.words ? body.words->value : std::string()}, call.now);
  if (!raised) return http::Refused(http::Problem{.status = 429, .code = "alert_told_already"});
  return AlertAnswer{raised->id, raised->specialist.has_value(), raised->duty_told > 0,
                     contacts(parts.brand, call.language, country_of(call, parts))};
}

StaffAlerts get_alerts(Call& call) {
  StaffAlerts list;
  for (auto const& row : store::newest(call.tx, alerts_shown))
    list.items.push_back({row.id, row.kind, row.person, row.specialist, row.duty_told, row.raised_at});
  return list;
}

}  // namespace

void add_routes(http::Routes& routes, Parts const& parts) {
  routes.add(
      Route<Access::anyone, Nothing, ContactList>{Method::get,
                                                  "/v1/crisis",
                                                  "get_crisis",
                                                  {.reserved_lane = true,
                                                   .cacheable = true,
                                                   .summary = "Who helps at once, the country of the caller first"}},
      [&parts](Call& call) -> Reply<ContactList> {
        return ContactList{contacts(parts.brand, call.language, country_of(call, parts))};
      });
  routes.add(
      Route<Access::anyone, Nothing, http::Document>{
          Method::get,
          "/urgent",
          "get_urgent_page",
          {.reserved_lane = true, .summary = "The same as a page that needs neither script nor sign-in"}},
      [&parts](Call& call) -> Reply<http::Document> {
        return http::Document{.content_type = "text/html; charset=utf-8",
                              .body = urgent_page(parts.brand, call.language, country_of(call, parts))};
      });
  routes.add(
      Route<Access::client, AlertBody, AlertAnswer>{
          Method::post,
          "/v1/alerts",
          "raise_alert",
          {.reserved_lane = true, .success = 201, .summary = "Tell the psychologist and the duty, at any hour"}},
      [&parts](Call& call, AlertBody const& body) -> Reply<AlertAnswer> { return post_alert(call, body, parts); });
  routes.add(Route<Access::support, Nothing, StaffAlerts>{Method::get, "/v1/staff/alerts", "list_alerts"},
             [](Call& call) -> Reply<StaffAlerts> { return get_alerts(call); });
}

}  // namespace kelisim::crisis
