#include "actions.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

namespace kelisim::sim {
namespace {

using boost::json::array;
using boost::json::object;
using boost::json::value;
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

array bookings_of(World& world, Person& person) {
  auto const answer = world.ask(person, {.method = "GET", .target = "/v1/bookings"});
  world.note("list_bookings", answer);
  if (answer.status != 200) return {};
  return test::at(answer.json(), "bookings").as_array();
}

std::vector<value> of_state(array const& bookings, std::string_view state) {
  std::vector<value> found;
  for (auto const& booking : bookings) {
    if (test::text_at(booking, "state") == state) found.push_back(booking);
  }
  return found;
}

Person* any_specialist_at_work(World& world) {
  if (world.specialists().empty()) return nullptr;
  auto& person = *world.dice().pick(world.specialists());
  return at_work(world, person) ? &person : nullptr;
}

}  // namespace

bool at_work(World& world, Person& person) {
  if (!person.signed_in) return world.sign_in_staff(person);
  auto const me = world.ask(person, {.method = "GET", .target = "/v1/me"});
  person.signed_in = me.status == 200;
  return person.signed_in || world.sign_in_staff(person);
}

Person* desk(World& world, std::string_view role) {
  auto& person = world.staff(role);
  return at_work(world, person) ? &person : nullptr;
}

void a_specialist_cancels(World& world) {
  auto* const person = any_specialist_at_work(world);
  if (person == nullptr) return;
  auto const confirmed = of_state(bookings_of(world, *person), "confirmed");
  if (confirmed.empty() || world.dice().chance(600)) return;
  auto const id = test::text_at(world.dice().pick(confirmed), "id");
  world.note("specialist_cancels", world.ask(*person, {.method = "POST",
                                                       .target = "/v1/bookings/" + id + "/cancellation",
                                                       .body = {{"accepts_no_refund", true}}}));
}

/// Answers what was asked of them, or asks for a move of their own.
void a_specialist_answers(World& world) {
  auto* const person = any_specialist_at_work(world);
  if (person == nullptr) return;
  auto const bookings = bookings_of(world, *person);
  for (auto const& booking : bookings) {
    for (auto const& move : test::at(booking, "moves").as_array()) {
      if (test::text_at(move, "state") != "asked" || test::text_at(move, "asked_by") != "client") continue;
      auto const target =
          fmt::format("/v1/bookings/{}/moves/{}/answer", test::text_at(booking, "id"), test::text_at(move, "id"));
      world.note(
          "answer_move",
          world.ask(*person, {.method = "POST", .target = target, .body = {{"accepts", world.dice().chance(600)}}}));
      return;
    }
  }
  auto const confirmed = of_state(bookings, "confirmed");
  if (confirmed.empty()) return;
  auto const& booking = world.dice().pick(confirmed);
  auto const starts_at = parse_rfc3339(test::text_at(booking, "starts_at"));
  object const body{{"starts_at", to_rfc3339(*starts_at + hours(world.dice().between(1, 48)))}};
  world.note("specialist_asks_to_move",
             world.ask(*person, {.method = "POST",
                                 .target = "/v1/bookings/" + test::text_at(booking, "id") + "/moves",
                                 .body = body}));
}

/// Who came to the door hears that the session is to be another day; everybody leaves.
void move_at_the_door(World& world, World::Appointment const& appointment) {
  auto const& id = appointment.booking;
  auto const here =
      std::ranges::find(world.specialists(), appointment.specialist, [](auto const& one) { return one->id; });
  if (here == world.specialists().end() || !at_work(world, **here)) return;
  object const body{{"starts_at", to_rfc3339(appointment.starts_at + hours(world.dice().between(20, 60)))}};
  world.note("specialist_moves_at_the_door",
             world.ask(**here, {.method = "POST", .target = "/v1/bookings/" + id + "/moves", .body = body}));
  for (std::size_t index = 0; index < world.clients().size(); ++index) {
    auto& person = *world.clients()[index];
    if (std::ranges::find(person.bookings, id) != person.bookings.end() && world.is_in(person)) {
      client_answers(world, index);
    }
  }
  for (bool const side : {true, false}) world.presence(id, side, false);
}

/// Whoever was not content says so: at once, or within the day that follows.
void after_the_hour(World& world, World::Appointment const& appointment) {
  for (auto& person : world.clients()) {
    if (std::ranges::find(person->bookings, appointment.booking) == person->bookings.end()) continue;
    if (world.dice().chance(700)) world.pass(minutes(world.dice().between(1, 14 * 60)));
    if (world.is_in(*person)) claim_about(world, *person, appointment.booking);
    return;
  }
}

/// The nearest session: the two come when they come, and time runs to its end.
void a_session_is_attended(World& world) {
  auto const next = world.next_appointment();
  if (!next || next->starts_at > world.now() + hours(12)) return;
  auto const starts_at = next->starts_at;
  struct Step {
    Instant at;
    bool specialist;
    bool joins;
  };
  std::vector<Step> steps;
  world.count("attend");
  auto& dice = world.dice();
  for (bool const side : {true, false}) {
    if (dice.chance(120)) continue;  // never comes
    auto const late = dice.chance(600) ? seconds(-dice.between(0, 240)) : seconds(dice.between(0, 1500));
    auto const joined = starts_at + late;
    steps.push_back({joined, side, true});
    if (dice.chance(250)) {  // the line breaks
      auto const broken = joined + minutes(dice.between(1, 30));
      steps.push_back({broken, side, false});
      steps.push_back({broken + seconds(dice.between(1, 400)), side, true});
    }
    if (dice.chance(300)) steps.push_back({starts_at + minutes(dice.between(35, 80)), side, false});
  }
  std::ranges::sort(steps, {}, [](Step const& step) { return std::tuple(step.at, step.specialist, step.joins); });
  for (auto const& step : steps) {
    if (step.at > world.now()) world.pass(step.at - world.now());
    world.presence(next->booking, step.specialist, step.joins);
    if (step.at < starts_at && dice.chance(40)) return move_at_the_door(world, *next);
  }
  if (dice.chance(250)) after_the_hour(world, *next);
}

void staff_work(World& world) {
  auto const draw = world.dice().below(4);
  auto& person = world.staff(draw == 0 ? "administrator" : draw == 1 ? "finance" : "support");
  if (!at_work(world, person)) return;
  if (draw == 0 && !world.specialists().empty()) {
    auto const price = 100 * world.dice().between(10'000, 25'000);
    object const body{{"specialist_id", world.dice().pick(world.specialists())->id},
                      {"price", object{{"minor", price}, {"currency", "KZT"}}}};
    world.note("publish_price", world.ask(person, {.method = "POST", .target = "/v1/staff/prices", .body = body}));
    return;
  }
  if (draw == 1) {
    world.note("read_ledger", world.ask(person, {.method = "GET", .target = "/v1/staff/ledger"}));
    return;
  }
  static std::vector<std::string> const places{"/v1/staff/bookings", "/v1/staff/jobs", "/v1/staff/decisions",
                                               "/v1/staff/outbox"};
  world.note("staff_look", world.ask(person, {.method = "GET", .target = world.dice().pick(places)}));
  if (world.clients().empty() || !world.dice().chance(300)) return;
  auto const& client = *world.dice().pick(world.clients());
  auto const timeline = world.dice().chance(300);
  auto const opened = world.ask(person, {.method = "GET",
                                         .target = fmt::format("/v1/staff/people/{}{}?purpose=client_request",
                                                               client.id, timeline ? "/timeline" : "")});
  world.note(timeline ? "staff_reads_timeline" : "staff_opens_file", opened);
  if (opened.status != 200) return;
  world.auditor().has_read({person.id, client.id, timeline ? "" : "identity.phone"}, 1, world.last_tries());
}

}  // namespace kelisim::sim
