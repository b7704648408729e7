#include "promise_alarms.h"

#include "kernel/ensure.h"
#include "terms/clauses.h"

#include <fmt/format.h>

namespace kelisim::server {
namespace {

using obligations::Owner;
using obligations::Stage;

std::string_view template_of(Stage stage) {
  switch (stage) {
    case Stage::due_soon:
      return "promise_due_soon";
    case Stage::overdue:
      return "promise_overdue";
    case Stage::escalated:
      return "promise_escalated";
  }
  ENSURE(false);
}

std::vector<Role> roles_of(Owner owner, Stage stage) {
  if (stage == Stage::escalated) return {Role::administrator};
  switch (owner) {
    case Owner::system:
      return {Role::support, Role::administrator};
    case Owner::support:
    case Owner::specialist:
      return {Role::support};
    case Owner::finance:
      return {Role::finance};
    case Owner::administrator:
      return {Role::administrator};
  }
  ENSURE(false);
}

/// Nobody is told of a promise that was kept meanwhile, or that has a later due instant.
bool still_calls(db::Tx& tx, jobs::Payload const& about, Instant) {
  auto const id = obligations::ObligationId::parse(about.at("promise"));
  ENSURE(id.has_value());
  auto const promise = obligations::find_promise(tx, *id);
  return promise && promise->state == obligations::PromiseState::open &&
         std::to_string(promise->due_at.micros) == about.at("due_at_us");
}

}  // namespace

PromiseAlarms::PromiseAlarms(notify::Notifier& notifier, identity::People const& people)
    : notifier_(notifier), people_(people) {
  notifier.on_condition("promise_open", still_calls);
}

std::vector<PersonId> PromiseAlarms::listeners(db::Tx& tx, obligations::Promise const& promise, Stage stage) const {
  std::vector<PersonId> found;
  for (auto const role : roles_of(promise.owner, stage)) {
    for (auto const& person : people_.staff_of(tx, role)) found.push_back(person.id);
  }
  return found;
}

void PromiseAlarms::raised(db::Tx& tx, obligations::Promise const& promise, Stage stage, Instant now) {
  auto const clause = terms::find_clause(promise.clause);
  ENSURE(clause.has_value());
  auto const due = std::to_string(promise.due_at.micros);
  for (auto const& person : listeners(tx, promise, stage)) {
    notifier_.request(tx, now,
                      {.template_name = std::string(template_of(stage)),
                       .to = person,
                       .subject = promise.id.str(),
                       .dedupe = fmt::format("{}:{}:{}", template_of(stage), promise.id.view(), due),
                       .path = "/staff/obligations",
                       .values = {{"due_at", promise.due_at}, {"clause", std::string(clause->number)}},
                       .condition = {"promise_open", {{"promise", promise.id.str()}, {"due_at_us", due}}},
                       .due_at = now});
  }
}

}  // namespace kelisim::server
