#include "actions.h"

#include <fmt/format.h>

#include <algorithm>

namespace kelisim::sim {
namespace {

using boost::json::array;
using boost::json::object;
using boost::json::value;

Person* some_client(World& world) {
  return world.clients().empty() ? nullptr : world.dice().pick(world.clients()).get();
}

/// Mostly one whose session is the next.
Person* somebody_suspected(World& world) {
  auto const next = world.next_appointment();
  if (!next || world.dice().chance(300)) return some_client(world);
  for (auto& person : world.clients()) {
    if (std::ranges::find(person->bookings, next->booking) != person->bookings.end()) return person.get();
  }
  return some_client(world);
}

std::string const& some_breach(World& world) {
  static std::vector<std::string> const codes{"4.2.2", "4.2.7", "4.2.16", "4.2.15", "4.2.10"};
  return world.dice().pick(codes);
}

/// Every text of a breach that an answer shows to staff leaves a row of its own.
void seen_breach(World& world, Person& person, test::Answer const& answer) {
  auto const file = answer.json();
  std::int64_t texts = 1 + std::ssize(test::at(file, "evidence").as_array());
  if (test::has(file, "breach.ruling")) ++texts;
  world.auditor().has_read({person.id, test::text_at(file, "client_id"), "contracts.text"}, texts,
                           world.last_tries());
}

/// On the breach's own page; says whether it was done.
bool act_on_breach(World& world, Person& person, std::string const& breach, std::string const& deed,
                   object const& body) {
  auto const answer =
      world.ask(person, {.method = "POST", .target = "/v1/staff/breaches/" + breach + deed, .body = body});
  world.note("breach" + deed, answer);
  if (answer.status == 201) seen_breach(world, person, answer);
  return answer.status == 201;
}

void rule_on_breach(World& world, value const& line) {
  auto* const person = desk(world, "administrator");
  if (person == nullptr) return;
  auto const confirms = world.dice().chance(500);
  auto const breach = test::text_at(line, "breach.id");
  object const body{{"confirms", confirms}, {"reasons", "What was found, in words."}};
  if (!act_on_breach(world, *person, breach, "/ruling", body) || !confirms) return;
  auto const code = test::text_at(line, "breach.code");
  if (code == "4.2.2" || code == "4.2.7" || code == "4.2.16")
    world.shut_out().insert(test::text_at(line, "client_id"));
}

void end_demand(World& world, value const& line) {
  auto* const person = desk(world, "finance");
  if (person == nullptr) return;
  static std::vector<std::string> const ends{"paid", "paid", "contested", "withdrawn"};
  object const body{{"what", world.dice().pick(ends)}, {"at", to_rfc3339(world.now())}};
  act_on_breach(world, *person, test::text_at(line, "breach.id"), "/demand/end", body);
}

void demand(World& world, value const& line) {
  auto* const person = desk(world, "administrator");
  if (person == nullptr) return;
  object body;
  if (world.dice().chance(300)) body["damage"] = object{{"minor", 1'000'000}, {"currency", "KZT"}};
  act_on_breach(world, *person, test::text_at(line, "breach.id"), "/demand", body);
}

/// The newest page, or every one.
array breaches(World& world, Person& person, bool everything) {
  array found;
  std::string cursor;
  do {
    auto const answer = world.ask(person, {.method = "GET", .target = "/v1/staff/breaches" + cursor});
    world.note("look_at_breaches", answer);
    if (answer.status != 200) return found;
    auto const page = answer.json();
    for (auto const& line : test::at(page, "breaches").as_array()) found.push_back(line);
    cursor = test::has(page, "next_cursor") ? "?cursor=" + test::text_at(page, "next_cursor") : "";
  } while (everything && !cursor.empty());
  return found;
}

void next_step_of(World& world, value const& line, bool everything) {
  auto const now = everything || world.dice().chance(500);
  if (!test::has(line, "breach.ruling")) {
    if (now) rule_on_breach(world, line);
  } else if (test::has(line, "breach.demand")) {
    if (!test::has(line, "breach.demand.end") && now) end_demand(world, line);
  } else if (!everything && test::flag_at(line, "breach.ruling.confirmed") && world.dice().chance(100)) {
    demand(world, line);
  }
}

void client_ends(World& world, Person& person) {
  if (!world.is_in(person)) return;
  object body{{"accepts_no_refund", world.dice().chance(850)}};
  if (world.dice().chance(700)) {
    auto const preview = world.ask(person, {.method = "GET", .target = "/v1/me/contract/end/preview"});
    world.note("preview_end", preview);
    if (preview.status == 200) body["preview"] = test::text_at(preview.json(), "preview");
    if (world.dice().chance(300)) world.pass(std::chrono::seconds(world.dice().between(1, 700)));
  }
  world.note("end_contract", world.ask(person, {.method = "POST", .target = "/v1/me/contract/end", .body = body}));
}

void provider_ends(World& world, Person const& client) {
  auto* const person = desk(world, "administrator");
  if (person == nullptr) return;
  world.note("end_contract_by_provider",
             world.ask(*person, {.method = "POST",
                                 .target = "/v1/staff/people/" + client.id + "/contract/end",
                                 .body = {{"reasons", "For the desk alone."}}}));
}

/// From an address that nobody registered: the client is asked who wrote.
void a_letter_comes(World& world, Person const& client) {
  auto* const person = desk(world, "support");
  if (person == nullptr) return;
  object const body{{"sender", "somebody@example.test"},
                    {"received_at", to_rfc3339(world.now() - std::chrono::hours(world.dice().between(0, 5)))}};
  world.note("end_letter", world.ask(*person, {.method = "POST",
                                               .target = "/v1/staff/people/" + client.id + "/contract/letter",
                                               .body = body}));
}

void lift(World& world) {
  auto& shut_out = world.shut_out();
  if (shut_out.empty()) return;
  auto at = shut_out.begin();
  std::advance(at, static_cast<std::ptrdiff_t>(world.dice().below(shut_out.size())));
  auto* const person = desk(world, world.dice().chance(700) ? "support" : "administrator");
  if (person == nullptr) return;
  object const body{{"unfounded", world.dice().chance(500)}, {"reasons", "It was looked at again."}};
  auto const answer = world.ask(
      *person, {.method = "POST", .target = "/v1/staff/people/" + *at + "/restriction/lifting", .body = body});
  world.note("lift_restriction", answer);
  if (answer.status == 201) shut_out.erase(at);
}

void shut_out(World& world, Person const& client) {
  auto* const person = desk(world, "administrator");
  if (person == nullptr) return;
  object body{{"reasons", "For the desk alone."}};
  if (world.dice().chance(500)) body["ground"] = "4.2.10";
  auto const answer = world.ask(
      *person, {.method = "POST", .target = "/v1/staff/people/" + client.id + "/restriction", .body = body});
  world.note("restrict", answer);
  if (answer.status == 201) world.shut_out().insert(client.id);
}

}  // namespace

/// Recorded by the desk with evidence or none, or reported by the specialist of a session.
void a_breach_is_noticed(World& world) {
  auto const* const client = somebody_suspected(world);
  if (client == nullptr) return;
  object body{{"code", some_breach(world)}, {"account", "What was seen, in words."}};
  if (!client->bookings.empty() && world.dice().chance(300)) {
    auto& specialist = *world.dice().pick(world.specialists());
    if (!at_work(world, specialist)) return;
    body["evidence"] = "Word for word.";
    auto const target = "/v1/bookings/" + world.dice().pick(client->bookings) + "/breaches";
    return world.note("report_breach", world.ask(specialist, {.method = "POST", .target = target, .body = body}));
  }
  auto* const person = desk(world, "support");
  if (person == nullptr) return;
  if (world.dice().chance(800)) body["evidence"] = object{{"kind", "message"}, {"description", "Word for word."}};
  auto const answer =
      world.ask(*person, {.method = "POST", .target = "/v1/staff/people/" + client->id + "/breaches", .body = body});
  world.note("record_breach", answer);
  if (answer.status == 201) seen_breach(world, *person, answer);
}

/// Rules on what was recorded, demands what may be demanded, notes what became of it.
void the_desk_looks_at_breaches(World& world) {
  auto* const person = desk(world, world.dice().chance(500) ? "administrator" : "support");
  if (person == nullptr) return;
  auto const found = breaches(world, *person, false);
  if (found.empty()) return;
  auto const& line = found[world.dice().below(found.size())];
  if (world.dice().chance(100) && !test::has(line, "breach.ruling")) {
    auto const breach = test::text_at(line, "breach.id");
    auto* const support = desk(world, "support");
    object const body{{"kind", "publication"}, {"description", "https://example.test/post"}};
    if (support != nullptr) act_on_breach(world, *support, breach, "/evidence", body);
    return;
  }
  next_step_of(world, line, false);
}

void the_desk_decides_every_breach(World& world) {
  auto* const person = desk(world, "administrator");
  if (person == nullptr) return;
  for (auto const& line : breaches(world, *person, true)) next_step_of(world, line, true);
}

void a_contract_changes(World& world) {
  auto* const client = some_client(world);
  if (client == nullptr) return;
  auto const roll = world.dice().below(100);
  if (roll < 30) return client_ends(world, *client);
  if (roll < 40) return provider_ends(world, *client);
  if (roll < 45) return a_letter_comes(world, *client);
  if (roll < 60) return shut_out(world, *client);
  lift(world);
}

}  // namespace kelisim::sim
