#include "actions.h"

#include <fmt/format.h>
#include <boost/json/serialize.hpp>

#include <algorithm>

namespace kelisim::sim {
namespace {

using boost::json::object;
using boost::json::value;
using std::chrono::hours;
using std::chrono::seconds;

/// A client who has booked something, and one of their bookings.
struct Stake {
  Person* person = nullptr;
  std::size_t index = 0;
  std::string booking;
};

bool is_outdated(test::Answer const& answer) {
  return answer.status == 409 && test::text_at(answer.json(), "code") == "contract_outdated";
}

std::optional<std::size_t> somebody_who_booked(World& world) {
  auto& clients = world.clients();
  if (clients.empty()) return std::nullopt;
  auto index = world.dice().below(clients.size());
  for (int tries = 0; tries < 8 && clients[index]->bookings.empty(); ++tries) {
    index = world.dice().below(clients.size());
  }
  if (clients[index]->bookings.empty() || !world.is_in(*clients[index])) return std::nullopt;
  return index;
}

std::optional<Stake> somebody_with_a_booking(World& world) {
  auto const index = somebody_who_booked(world);
  if (!index) return std::nullopt;
  auto& person = *world.clients()[*index];
  // Mostly the newest ones, which still can change.
  auto const last = person.bookings.size() - 1;
  auto const back = std::min<std::size_t>(last, world.dice().below(world.dice().chance(800) ? 3 : last + 1));
  return Stake{&person, *index, person.bookings[last - back]};
}

boost::json::array bookings_of(World& world, Person& person) {
  auto const answer = world.ask(person, {.method = "GET", .target = "/v1/bookings"});
  world.note("list_own_bookings", answer);
  if (answer.status != 200) return {};
  return test::at(answer.json(), "bookings").as_array();
}

/// Mostly somebody who looks at the list and picks what is still to come.
std::optional<Stake> somebody_with_a_session_to_come(World& world) {
  if (world.dice().chance(150)) return somebody_with_a_booking(world);
  for (int tries = 0; tries < 5; ++tries) {
    auto const index = somebody_who_booked(world);
    if (!index) continue;
    auto& person = *world.clients()[*index];
    for (auto const& booking : bookings_of(world, person)) {
      if (test::text_at(booking, "state") != "confirmed") continue;
      if (*parse_rfc3339(test::text_at(booking, "starts_at")) < world.now()) continue;
      return Stake{&person, *index, test::text_at(booking, "id")};
    }
  }
  return std::nullopt;
}

void remember(World& world, Stake const& stake, std::string const& target, value const& body, std::string const& key,
              test::Answer const& answer) {
  // Who is asking is settled before the key is looked at: such a "no" is nobody's stored answer.
  if (answer.status >= 500 || answer.status == 401 || answer.status == 403 || !world.dice().chance(300)) return;
  auto& memory = world.memory();
  Remembered made{stake.index, "POST", target, body, key, answer.status, answer.body, world.now()};
  if (memory.size() < 200) {
    memory.push_back(std::move(made));
  } else {
    world.dice().pick(memory) = std::move(made);
  }
}

std::optional<Instant> free_start(World& world, std::string const& specialist, Person& person) {
  auto const from =
      world.now() + hours(world.dice().chance(500) ? world.dice().between(0, 20) : world.dice().between(0, 24 * 20));
  auto const target = fmt::format("/v1/specialists/{}/slots?from={}&to={}", specialist, to_rfc3339(from),
                                  to_rfc3339(from + hours(24 * 4)));
  auto const answer = world.ask(person, {.method = "GET", .target = target});
  world.note("list_slots", answer);
  if (answer.status != 200) return std::nullopt;
  auto const slots = answer.json();
  auto const& items = test::at(slots, "slots").as_array();
  if (items.empty()) return std::nullopt;
  // The same few slots for everybody, so that they meet.
  auto const pick = world.dice().below(std::min<std::size_t>(items.size(), 6));
  return parse_rfc3339(test::text_at(items[pick], "starts_at"));
}

/// Begins the payment and, mostly, goes through with it: at once, or too late.
void pay_for(World& world, Stake const& stake) {
  auto const target = "/v1/bookings/" + stake.booking + "/payment";
  object const body{{"accepts_no_refund", world.dice().chance(800)}, {"accepts_partner_terms", "2026-01-15"}};
  auto const key = world.fresh_key();
  auto const answer = world.ask(*stake.person, {.method = "POST", .target = target, .body = body, .key = key});
  world.note("begin_payment", answer);
  remember(world, stake, target, body, key, answer);
  world.run_jobs();
  if (is_outdated(answer)) return accept_what_is_in_force(world, *stake.person);
  if (answer.status != 202) return;
  if (world.dice().chance(120)) world.pass(seconds(world.dice().between(800, 1000)));
  if (world.dice().chance(800)) somebody_visits_the_acquirer(world);
}

}  // namespace

void somebody_books(World& world) {
  if (world.clients().empty() || world.specialists().empty()) return;
  auto const index = world.dice().below(world.clients().size());
  auto& person = *world.clients()[index];
  if (!world.is_in(person)) return;
  auto const& specialist = *world.dice().pick(world.specialists());
  auto const start = free_start(world, specialist.id, person);
  if (!start) return;
  object const body{{"specialist_id", specialist.id}, {"starts_at", to_rfc3339(*start)}, {"confirms_safety", true}};
  auto const key = world.fresh_key();
  auto const answer = world.ask(person, {.method = "POST", .target = "/v1/bookings", .body = body, .key = key});
  world.note("book", answer);
  remember(world, {&person, index, {}}, "/v1/bookings", body, key, answer);
  if (is_outdated(answer)) return accept_what_is_in_force(world, person);
  if (answer.status != 201) return;
  auto const booking = test::text_at(answer.json(), "id");
  person.bookings.push_back(booking);
  world.auditor().promise({.booking = booking, .what = "booked"});
  // A rival for the very same slot.
  if (world.dice().chance(300) && world.clients().size() > 1) {
    auto& rival = *world.dice().pick(world.clients());
    auto const second = world.ask(rival, {.method = "POST", .target = "/v1/bookings", .body = body});
    world.note("book_taken_slot", second);
    if (second.status == 201) world.finding("I1: the slot of " + booking + " was sold twice: " + second.body);
  }
  if (world.dice().chance(750)) pay_for(world, {&person, index, booking});
}

void somebody_pays(World& world) {
  if (auto const stake = somebody_with_a_booking(world)) pay_for(world, *stake);
}

void somebody_visits_the_acquirer(World& world) {
  auto const open = world.acquirer().open_pages();
  if (open.empty()) return;
  auto const& number = world.dice().chance(700) ? open.back() : world.dice().pick(open);
  if (world.dice().chance(100)) {
    world.acquirer().decline(number);
  } else {
    world.acquirer().pay(number);
  }
  if (world.dice().chance(700)) {
    world.pass(seconds(world.dice().between(0, 30)));
    world.run_jobs();
  }
}

void somebody_cancels(World& world) {
  auto const stake = somebody_with_a_session_to_come(world);
  if (!stake) return;
  auto const base = "/v1/bookings/" + stake->booking + "/cancellation";
  object body{{"accepts_no_refund", world.dice().chance(850)}};
  auto decided_at = world.now();
  std::optional<std::int64_t> promised;
  if (world.dice().chance(600)) {
    auto const preview = world.ask(*stake->person, {.method = "GET", .target = base + "/preview"});
    world.note("preview_cancellation", preview);
    if (preview.status == 200) {
      auto const shown = preview.json();
      body["preview"] = test::text_at(shown, "preview");
      promised = test::whole_at(shown, "refund.minor");
      if (world.dice().chance(400)) world.pass(seconds(world.dice().between(1, 700)));
    }
  }
  if (!promised) decided_at = world.now();
  auto const key = world.fresh_key();
  auto const answer = world.ask(*stake->person, {.method = "POST", .target = base, .body = body, .key = key});
  world.note("cancel", answer);
  remember(world, *stake, base, body, key, answer);
  if (answer.status >= 300) return;
  auto const booking = answer.json();
  if (!test::has(booking, "cancellation")) return;  // a held one was let go
  auto const refund = test::whole_at(booking, "cancellation.refund.minor");
  if (promised && *promised != refund) {
    world.finding(fmt::format("the preview of {} promised {} and {} came", stake->booking, *promised, refund));
  }
  world.auditor().promise(
      {.booking = stake->booking, .what = "cancelled", .refund = refund, .decided_at = decided_at});
}

void somebody_moves(World& world) {
  auto const stake = somebody_with_a_session_to_come(world);
  if (!stake) return;
  auto const base = "/v1/bookings/" + stake->booking;
  auto const seen = world.ask(*stake->person, {.method = "GET", .target = base});
  if (seen.status != 200) return;
  auto const specialist = test::text_at(seen.json(), "specialist.id");
  auto const start = free_start(world, specialist, *stake->person);
  if (!start) return;
  object body{{"starts_at", to_rfc3339(*start)}};
  if (world.dice().chance(500)) {
    auto const preview = world.ask(
        *stake->person, {.method = "GET", .target = base + "/move/preview?starts_at=" + to_rfc3339(*start)});
    world.note("preview_move", preview);
    if (preview.status == 200) body["preview"] = test::text_at(preview.json(), "preview");
  }
  auto const key = world.fresh_key();
  auto const answer =
      world.ask(*stake->person, {.method = "POST", .target = base + "/moves", .body = body, .key = key});
  world.note("move", answer);
  remember(world, *stake, base + "/moves", body, key, answer);
}

namespace {

/// Takes what was offered, one way or another; a repeat is a booking of its own.
void choose(World& world, Stake const& stake, value const& booking) {
  auto const target = "/v1/bookings/" + stake.booking + "/remedy";
  auto const& choices = test::at(booking, "remedy.choices").as_array();
  auto const choice = std::string(choices[world.dice().below(choices.size())].as_string());
  object body{{"choice", choice}};
  if (choice != "refund") {
    auto const start = free_start(world, test::text_at(booking, "specialist.id"), *stake.person);
    if (!start) return;
    body["starts_at"] = to_rfc3339(*start);
  }
  auto const key = world.fresh_key();
  auto const answer = world.ask(*stake.person, {.method = "POST", .target = target, .body = body, .key = key});
  world.note("choose_" + choice, answer);
  remember(world, stake, target, body, key, answer);
  if (answer.status >= 300) return;
  auto const made = test::text_at(answer.json(), "id");
  if (made == stake.booking) return;
  stake.person->bookings.push_back(made);
  world.auditor().promise({.booking = made, .what = "booked"});
}

}  // namespace

/// What a client was asked: to agree to another time, or to choose.
void client_answers(World& world, std::size_t client) {
  auto& person = *world.clients()[client];
  for (auto const& booking : bookings_of(world, person)) {
    Stake const stake{&person, client, test::text_at(booking, "id")};
    if (test::has(booking, "remedy")) return choose(world, stake, booking);
    for (auto const& move : test::at(booking, "moves").as_array()) {
      if (test::text_at(move, "state") != "asked" || test::text_at(move, "asked_by") != "specialist") continue;
      auto const target = fmt::format("/v1/bookings/{}/moves/{}/answer", stake.booking, test::text_at(move, "id"));
      object const body{{"accepts", world.dice().chance(700)}};
      auto const key = world.fresh_key();
      auto const answer = world.ask(person, {.method = "POST", .target = target, .body = body, .key = key});
      world.note("answer_specialists_move", answer);
      return remember(world, stake, target, body, key, answer);
    }
  }
}

/// The one who was asked, as a notice told them.
void somebody_answers(World& world) {
  auto const asked = world.questions();
  if (asked.empty()) return;
  auto const first = world.dice().below(world.clients().size());
  for (std::size_t step = 0; step < world.clients().size(); ++step) {
    auto const client = (first + step) % world.clients().size();
    auto const is_asked = [&](std::string const& booking) { return asked.contains(booking); };
    if (!std::ranges::any_of(world.clients()[client]->bookings, is_asked)) continue;
    if (world.is_in(*world.clients()[client])) client_answers(world, client);
    return;
  }
}

}  // namespace kelisim::sim
