#include "actions.h"

#include <fmt/format.h>

namespace kelisim::sim {
namespace {

using boost::json::object;
using boost::json::value;

std::string phone_number(std::size_t number) { return fmt::format("+7701{:07}", number); }

std::optional<std::string> challenge(World& world, Person& person, std::string const& target, value const& body,
                                     std::string_view action) {
  auto const answer = world.ask(person, {.method = "POST", .target = target, .body = body});
  world.note(action, answer);
  if (answer.status != 200) return std::nullopt;
  return test::text_at(answer.json(), "challenge_id");
}

bool enter_code(World& world, Person& person, std::string const& challenge_id) {
  auto const code = world.code_for(person.phone);
  if (!code) return false;
  if (world.dice().chance(50)) {
    auto const wrong = *code == "000000" ? "111111" : "000000";
    world.note("enter_wrong_code", world.ask(person, {.method = "POST",
                                                      .target = "/v1/sessions",
                                                      .body = {{"challenge_id", challenge_id}, {"code", wrong}}}));
  }
  auto const answer = world.ask(
      person,
      {.method = "POST", .target = "/v1/sessions", .body = {{"challenge_id", challenge_id}, {"code", *code}}});
  world.note("enter_code", answer);
  if (answer.status != 200) return false;
  auto const me = answer.json();
  person.id = test::text_at(me, "id");
  person.signed_in = true;
  if (!test::has(me, "token")) {
    world.finding("a sign-in without a token: " + answer.body);
    return false;
  }
  person.visitor.bear(test::text_at(me, "token"));
  return true;
}

}  // namespace

void somebody_signs_up(World& world) {
  auto& clients = world.clients();
  if (clients.size() >= world.clients_max()) return somebody_signs_in_again(world);
  auto person = std::make_unique<Person>(
      Person{.phone = phone_number(clients.size() + 1), .visitor = test::Visitor(world.port())});
  auto const offer = world.offer_in_force(*person);
  object const form{{"phone", person->phone},
                    {"offer_version", offer.version},
                    {"offer_hash", offer.hash},
                    {"language", "ru"},
                    {"accepts_offer", !world.dice().chance(30)},
                    {"declares_adult", !world.dice().chance(30)},
                    {"consents_to_processing", !world.dice().chance(30)},
                    {"declares_truth", true}};
  auto const id = challenge(world, *person, "/v1/registrations", form, "register");
  if (!id || world.dice().chance(50) || !enter_code(world, *person, *id)) return;
  clients.push_back(std::move(person));
  if (world.dice().chance(800)) somebody_fills_in_the_questionnaire(world);
}

bool World::sign_in_client(Person& person) {
  auto const id = challenge(*this, person, "/v1/sign-in/codes", {{"phone", person.phone}}, "ask_for_code");
  return id && enter_code(*this, person, *id);
}

void somebody_signs_in_again(World& world) {
  if (world.clients().empty()) return;
  auto& person = *world.dice().pick(world.clients());
  if (person.signed_in && world.dice().chance(800)) return;
  world.sign_in_client(person);
}

void somebody_fills_in_the_questionnaire(World& world) {
  if (world.clients().empty()) return;
  auto& person = world.dice().chance(500) ? *world.clients().back() : *world.dice().pick(world.clients());
  if (!world.is_in(person)) return;
  auto const age = world.dice().chance(15) ? 17 : 18 + static_cast<int>(world.dice().below(60));
  object const form{{"display_name", fmt::format("Pseudonym {}", world.dice().below(1000))},
                    {"age", age},
                    {"prior_experience", world.dice().chance(500)},
                    {"concern_topic", "anxiety"},
                    {"declares_truth", true}};
  auto const answer = world.ask(person, {.method = "PUT", .target = "/v1/me/questionnaire", .body = form});
  world.note("fill_in_questionnaire", answer);
  if (answer.status != 200) return;
  person.pseudonym = form.at("display_name").as_string();
  the_form_is_kept(world, person);
}

void the_form_is_kept(World& world, Person& person) {
  if (person.pseudonym.empty()) return;
  auto const read = world.ask(person, {.method = "GET", .target = "/v1/me/questionnaire"});
  if (read.status == 401 || world.refuses(person, read)) return;
  if (read.status != 200 || test::text_at(read.json(), "display_name") != person.pseudonym) {
    world.finding("I17: the saved questionnaire reads otherwise: " + read.body);
  }
}

void somebody_looks(World& world) {
  if (world.clients().empty()) return;
  auto& person = *world.dice().pick(world.clients());
  static std::vector<std::string> const places{
      "/v1/me",       "/v1/bookings",    "/v1/notices",      "/v1/me/acceptances",
      "/v1/sessions", "/v1/specialists", "/v1/me/access-log"};
  world.note("look", world.ask(person, {.method = "GET", .target = world.dice().pick(places)}));
  if (person.bookings.empty()) return;
  auto const& booking = world.dice().pick(person.bookings);
  auto const answer = world.ask(person, {.method = "GET", .target = "/v1/bookings/" + booking});
  world.note("look_at_booking", answer);
  if (answer.status == 404) world.finding("I19: booking " + booking + " was answered to its client and is gone");
}

/// Somebody asks for what is not theirs: it does not exist (I32).
void somebody_pries(World& world) {
  if (world.clients().size() < 2) return;
  auto& victim = *world.dice().pick(world.clients());
  auto& person = *world.dice().pick(world.clients());
  if (victim.bookings.empty() || &victim == &person || !world.is_in(person)) return;
  auto const& booking = world.dice().pick(victim.bookings);
  static std::vector<std::string> const ends{"", "/payment", "/cancellation/preview", "/presence"};
  auto const end = world.dice().pick(ends);
  auto const foreign = world.ask(person, {.method = "GET", .target = "/v1/bookings/" + booking + end});
  auto const missing =
      world.ask(person, {.method = "GET", .target = "/v1/bookings/01ARZ3NDEKTSV4RRFFQ69G5FAV" + end});
  if (foreign.status != missing.status || foreign.body != missing.body) {
    world.finding("I32: a foreign booking answers otherwise than a missing one: " + foreign.body + " / " +
                  missing.body);
  }
  world.note("pry", foreign);
}

/// The same key again gives the same answer; with another body it is refused (I10).
void somebody_repeats(World& world) {
  if (world.memory().empty()) return;
  ask_again(world, world.dice().pick(world.memory()));
}

void ask_again(World& world, Remembered const& old) {
  // What was refused is kept 60 days, what was done for good.
  if (old.status >= 300 && world.now() > old.at + std::chrono::days(59)) return;
  auto& person = *world.clients()[old.person];
  if (!world.is_in(person)) return;
  auto const again =
      world.ask(person, {.method = old.method, .target = old.target, .body = old.body, .key = old.key});
  world.note("repeat", again);
  if (again.status == 401 || world.refuses(person, again)) return;  // signed or shut out in the meantime
  if (again.status != old.status || again.body != old.answer) {
    world.finding(fmt::format("I10: {} {} with key {} was answered {} {} and now {} {}", old.method, old.target,
                              old.key, old.status, old.answer, again.status, again.body));
  }
  auto other = old.body.is_object() ? old.body.as_object() : object{};
  other["accepts_no_refund"] = !(other.contains("accepts_no_refund") && other["accepts_no_refund"].as_bool());
  auto const changed = world.ask(person, {.method = old.method, .target = old.target, .body = other, .key = old.key});
  if (changed.status < 400) world.finding("I10: key " + old.key + " was taken for another request: " + changed.body);
}

}  // namespace kelisim::sim
