#include "crisis/crisis.h"
#include "scheduling/scheduling.h"
#include "store/alerts.h"

#include <boost/describe/enum_to_string.hpp>

namespace kelisim::crisis {
namespace {

notify::Notice notice(std::string template_name, PersonId to, AlertId alert, Instant now) {
  return {.template_name = std::move(template_name),
          .to = to,
          .subject = alert.str(),
          .dedupe = alert.str(),
          .path = "/notices",
          .values = {},
          .condition = {"always", {}},
          .due_at = now};
}

void tell_specialist(db::Tx& tx, Parts const& parts, Alert const& alert, AlertId id, PersonId specialist,
                     Instant now) {
  auto told = notice(alert.kind == AlertKind::urgent ? "alert_urgent" : "alert_condition", specialist, id, now);
  told.values.emplace("with", parts.people.display_name_for_specialist(tx, alert.client).value_or("—"));
  told.values.emplace("words", alert.words.empty() ? std::string("—") : alert.words);
  parts.notifier.request(tx, now, told);
}

std::int64_t tell_duty(db::Tx& tx, Parts const& parts, Alert const& alert, AlertId id, Instant now) {
  std::int64_t told = 0;
  for (auto const& person : parts.people.staff_of(tx, Role::support)) {
    auto duty = notice("alert_duty", person.id, id, now);
    duty.values.emplace("person", alert.client.str());
    duty.path = "/staff/people";
    parts.notifier.request(tx, now, duty);
    ++told;
  }
  return told;
}

/// In the last hour or the last day.
bool is_told_already(db::Tx& tx, PersonId client, Instant now) {
  return store::count_since(tx, client, now - std::chrono::hours(1)) >= alerts_an_hour_max ||
         store::count_since(tx, client, now - std::chrono::hours(24)) >= alerts_a_day_max;
}

}  // namespace

Result<Raised, AlertRefusal> raise_alert(db::Tx& tx, Parts const& parts, Alert const& alert, Instant now) {
  if (is_told_already(tx, alert.client, now)) return Failure(AlertRefusal::told_already);
  auto const id = parts.random.id<AlertId>(now);
  auto const booking = scheduling::nearest_booking(tx, alert.client, now);
  auto const specialist = booking ? std::optional(booking->specialist) : std::nullopt;
  if (specialist) tell_specialist(tx, parts, alert, id, *specialist, now);
  auto const duty_told = tell_duty(tx, parts, alert, id, now);
  store::insert(tx, {id, alert.kind, alert.client, specialist, duty_told, now});
  return Raised{id, specialist, duty_told};
}

}  // namespace kelisim::crisis
