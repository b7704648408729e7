#include "actions.h"

#include <fmt/format.h>

#include <algorithm>

namespace kelisim::sim {
namespace {

using boost::json::array;
using boost::json::object;
using boost::json::value;

/// A picture of one point: the smallest thing that is drawn anew.
std::string picture() {
  using namespace std::string_literals;
  return "\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\0\0\x01\0\0\0\x01\x08\x02\0\0\0\x90wS\xde"s
         "\0\0\0\x0cIDATx\x9c\x63\xf8\xcf\xc0\0\0\x03\x01\x01\0\xc9\xfe\x92\xef"s
         "\0\0\0\0IEND\xae"s
         "B`\x82"s;
}

Person* somebody_with_a_case(World& world) {
  auto& clients = world.clients();
  if (clients.empty()) return nullptr;
  auto const first = world.dice().below(clients.size());
  for (std::size_t step = 0; step < clients.size(); ++step) {
    auto& person = *clients[(first + step) % clients.size()];
    if (person.cases.empty()) continue;
    return world.is_in(person) ? &person : nullptr;
  }
  return nullptr;
}

void keep_case(World& world, Person& person, test::Answer const& answer, std::string const& text) {
  if (answer.status != 201) return;
  person.cases.push_back({test::text_at(answer.json(), "id"), text});
  if (world.dice().chance(150)) {
    send_picture(world, person, "/v1/claims/" + person.cases.back().id + "/files", {{"name", "screenshot.png"}});
  }
}

/// What a member of staff is answered about a case, and that reading it left its row.
value seen_case(World& world, Person& person, test::Answer const& answer) {
  auto const file = answer.json();
  world.auditor().has_read({person.id, test::text_at(file, "client_id"), "claims.text"}, 1, world.last_tries());
  return file;
}

void rule(World& world, Person& person, std::string const& claim) {
  static std::vector<std::string> const findings{"service_failure", "specialist_failure", "unfounded", "unfounded"};
  object body{{"finding", world.dice().pick(findings)}, {"reasons", "The record of the session was read."}};
  if (world.dice().chance(150)) {
    body["damage"] = object{{"minor", 100 * world.dice().between(0, 90'000)}, {"currency", "KZT"}};
  }
  auto const answer =
      world.ask(person, {.method = "POST", .target = "/v1/staff/claims/" + claim + "/rulings", .body = body});
  world.note("rule_on_claim", answer);
  if (answer.status == 201) seen_case(world, person, answer);
}

void answer_in_words(World& world, Person& person, std::string const& claim) {
  auto const answer = world.ask(person, {.method = "POST",
                                         .target = "/v1/staff/claims/" + claim + "/messages",
                                         .body = {{"text", "We looked at it and answer so."}}});
  world.note("answer_claim", answer);
  if (answer.status == 200) seen_case(world, person, answer);
}

void export_case(World& world, Person& person, std::string const& claim, std::string const& client) {
  auto const asked = world.ask(
      person,
      {.method = "POST", .target = "/v1/staff/claims/" + claim + "/exports", .body = {{"purpose", "complaint"}}});
  world.note("export_case", asked);
  if (asked.status >= 300) return;
  world.auditor().has_read({person.id, client, "claims.archive"}, 1, world.last_tries());
  world.note("fetch_export", world.ask(person, {.method = "GET",
                                                .target = "/v1/staff/exports/" + test::text_at(asked.json(), "id")}));
}

/// Reads it first, then decides or writes. False when it cannot be decided yet.
void work_on(World& world, Person& person, value const& line) {
  auto const claim = test::text_at(line, "id");
  auto const opened =
      world.ask(person, {.method = "GET", .target = "/v1/staff/claims/" + claim + "?purpose=complaint"});
  world.note("open_case", opened);
  if (opened.status != 200) return;
  auto const file = seen_case(world, person, opened);
  if (world.dice().chance(50)) export_case(world, person, claim, test::text_at(file, "client_id"));
  auto const standing = test::text_at(line, "standing");
  auto const appealed = test::text_at(line, "state") == "appealed";
  if (standing == "disputed" || appealed || (standing == "request" && world.dice().chance(500))) {
    return rule(world, person, claim);
  }
  answer_in_words(world, person, claim);
}

array queue(World& world, Person& person, std::string const& state) {
  auto const answer = world.ask(person, {.method = "GET", .target = "/v1/staff/claims?state=" + state});
  world.note("look_at_queue", answer);
  return answer.status == 200 ? test::at(answer.json(), "claims").as_array() : array{};
}

}  // namespace

void send_picture(World& world, Person& person, std::string const& files, object body) {
  auto const bytes = picture();
  body["size_bytes"] = static_cast<std::int64_t>(bytes.size());
  auto const announced = world.ask(person, {.method = "POST", .target = files, .body = std::move(body)});
  world.note("announce_file", announced);
  if (announced.status != 201) return;
  auto const part = files + "/" + test::text_at(announced.json(), "file.id") + "/parts/1";
  world.note("send_file", world.ask(person, {.method = "PUT", .target = part, .bytes = bytes}));
}

void claim_about(World& world, Person& person, std::string const& booking) {
  static std::vector<std::string> const categories{"technical_connection", "specialist_late", "specialist_absent",
                                                   "under_delivered",      "other",           "dissatisfaction"};
  auto const text = fmt::format("What I say about it, {}", world.dice().below(1'000'000));
  object const body{{"category", world.dice().pick(categories)}, {"text", world.dice().chance(30) ? "  " : text}};
  auto const answer =
      world.ask(person, {.method = "POST", .target = "/v1/bookings/" + booking + "/claims", .body = body});
  world.note("file_claim", answer);
  keep_case(world, person, answer, text);
}

/// About any session that they had: mostly late, sometimes of one that is running or never was.
void somebody_claims(World& world) {
  if (world.clients().empty()) return;
  auto& person = *world.dice().pick(world.clients());
  if (person.bookings.empty() || !world.is_in(person)) return;
  claim_about(world, person, world.dice().pick(person.bookings));
}

void somebody_asks(World& world) {
  if (world.clients().empty()) return;
  auto& person = *world.dice().pick(world.clients());
  if (!world.is_in(person)) return;
  auto const text = fmt::format("What I ask, {}", world.dice().below(1'000'000));
  auto const answer = world.ask(person, {.method = "POST", .target = "/v1/questions", .body = {{"text", text}}});
  world.note("ask_question", answer);
  keep_case(world, person, answer, text);
}

/// Looks at an own case; asks for another person, or writes once more.
void somebody_follows_up(World& world) {
  auto* const person = somebody_with_a_case(world);
  if (person == nullptr) return;
  auto const& place = "/v1/claims/" + world.dice().pick(person->cases).id;
  auto const seen = world.ask(*person, {.method = "GET", .target = place});
  world.note("read_own_case", seen);
  if (seen.status != 200) return;
  auto const claim = seen.json();
  object const body{{"text", "Please look at it once more."}};
  if (test::flag_at(claim, "can.appeal") && world.dice().chance(500)) {
    world.note("appeal", world.ask(*person, {.method = "POST", .target = place + "/appeal", .body = body}));
  } else if (test::flag_at(claim, "can.write") && world.dice().chance(400)) {
    world.note("write_in_case", world.ask(*person, {.method = "POST", .target = place + "/messages", .body = body}));
  }
}

/// The earliest due first, mostly; whoever of the two has time.
void the_desk_answers(World& world) {
  auto* const person = desk(world, world.dice().chance(700) ? "support" : "administrator");
  if (person == nullptr) return;
  auto const waiting = queue(world, *person, world.dice().chance(700) ? "open" : "appealed");
  if (waiting.empty()) return;
  auto const pick = world.dice().chance(800) ? 0 : world.dice().below(waiting.size());
  work_on(world, *person, waiting[pick]);
}

void the_desk_answers_everything(World& world) {
  for (auto const* const state : {"open", "appealed"}) {
    for (auto const* const role : {"support", "administrator"}) {
      auto* const person = desk(world, role);
      if (person == nullptr) return world.finding("liveness: the desk cannot sign in");
      for (auto const& line : queue(world, *person, state)) work_on(world, *person, line);
    }
  }
}

void the_cases_are_kept(World& world, Person& person) {
  for (auto const& one : person.cases) {
    auto const answer = world.ask(person, {.method = "GET", .target = "/v1/claims/" + one.id});
    if (answer.status == 401) return;
    if (answer.status != 200 || test::text_at(answer.json(), "text") != one.text) {
      world.finding("I17: case " + one.id + " reads otherwise than it was sent: " + answer.body);
    }
  }
}

}  // namespace kelisim::sim
