#include "story.h"

#include "gateways/freedompay.h"

#include <fmt/format.h>
#include <boost/json/serialize.hpp>

#include <algorithm>
#include <stdexcept>

namespace kelisim::test {
namespace {

using boost::json::object;
using boost::json::value;

constexpr Duration astana_offset = std::chrono::hours(5);

}  // namespace

Instant astana(std::string const& wall) {
  auto const text = wall.size() == 16 ? wall + ":00" : wall;
  auto const at = parse_rfc3339(text + "Z");
  if (!at) throw std::runtime_error("no time: " + wall);
  return *at - astana_offset;
}

Story::Story(std::uint64_t seed, std::filesystem::path brand, std::filesystem::path astrology,
             claims::Scanner* scanner, groups::Engine* group_engine) {
  TestBusiness::Options options;
  options.scanner = scanner;
  options.group_engine = group_engine;
  options.astrology = std::move(astrology);
  options.seed = seed;
  options.brand = std::move(brand);
  options.gateway = [this, seed](MovableClock& clock) -> orders::CardGateway& {
    gateway_ = std::make_unique<SandboxGateway>(clock, seed + 1);
    return gateway_->gateway();
  };
  options.equip = [this](server::Business& business) { equip(business); };
  business_ = std::make_unique<TestBusiness>(std::move(options));
  gateway_->call_back_to(business_->port());
  settle();
  forget();
}

void Story::equip(server::Business& business) {
  gateways::add_freedompay_routes(business.routes(), gateway_->settings(), gateway_->random());
}

value Story::expect(Answer const& answer, int status) {
  if (answer.status != status) {
    throw std::runtime_error(fmt::format("{} expected, {} came: {}", status, answer.status, answer.body));
  }
  return answer.body.empty() ? value() : answer.json();
}

Actor& Story::visitor(std::string label, std::string phone) {
  auto& made = actors_[label];
  Actor actor{.label = label, .phone = std::move(phone), .visitor = Visitor(business_->port(), "en")};
  if (made == nullptr) {
    made = std::make_unique<Actor>(std::move(actor));
  } else {  // signs in again: whoever holds the actor keeps it
    *made = std::move(actor);
  }
  return *made;
}

std::string Story::start_registration(Actor& visitor) {
  auto const brand = expect(visitor.visitor.get("/v1/brand"), 200);
  for (auto const& document : at(brand, "documents").as_array()) {
    if (text_at(document, "document") != "offer") continue;
    auto const answer = visitor.visitor.post("/v1/registrations", object{{"phone", visitor.phone},
                                                                         {"offer_version", at(document, "version")},
                                                                         {"offer_hash", at(document, "content_hash")},
                                                                         {"language", "en"},
                                                                         {"accepts_offer", true},
                                                                         {"declares_adult", true},
                                                                         {"consents_to_processing", true},
                                                                         {"declares_truth", true}});
    return text_at(expect(answer, 200), "challenge_id");
  }
  throw std::runtime_error("no offer is in force");
}

void Story::enter_code(Actor& visitor, std::string const& challenge_id) {
  settle();
  auto const code = business_->carriers().code_for(visitor.phone);
  if (!code) throw std::runtime_error("no code was sent to " + visitor.phone);
  auto const answer = visitor.visitor.post("/v1/sessions", object{{"challenge_id", challenge_id}, {"code", *code}},
                                           {.headers = {{"Kelisim-Token", "body"}}});
  auto const me = expect(answer, 200);
  visitor.id = text_at(me, "id");
  visitor.visitor.bear(text_at(me, "token"));
  names_[visitor.id] = visitor.label;
}

Actor& Story::newcomer(std::string label, std::string phone) {
  auto& made = visitor(std::move(label), std::move(phone));
  enter_code(made, start_registration(made));
  return made;
}

void Story::fill_in_questionnaire(Actor& client, int age) {
  (void)expect(client.visitor.put("/v1/me/questionnaire", object{{"display_name", "Лотос"},
                                                                 {"age", age},
                                                                 {"prior_experience", false},
                                                                 {"concern_topic", "anxiety"},
                                                                 {"declares_truth", true}}),
               200);
}

void Story::register_email(Actor& actor, std::string const& email, std::string const& language) {
  object const settings{{"language", language}, {"zone", "Asia/Almaty"}, {"email", email}};
  (void)expect(actor.visitor.put("/v1/me/settings", settings), 200);
  settle();
  auto const code = business_->carriers().letter_code_for(email);
  if (!code) throw std::runtime_error("no code was sent to " + email);
  (void)expect(actor.visitor.post("/v1/me/email/proof", object{{"code", *code}}), 200);
}

Actor& Story::client(std::string label, std::string phone) {
  auto& made = newcomer(std::move(label), std::move(phone));
  fill_in_questionnaire(made);
  return made;
}

void Story::sign_in_by_totp(Actor& actor) {
  auto const people = expect(actor.visitor.get("/sandbox/people"), 200);
  for (auto const& one : at(people, "items").as_array()) {
    if (text_at(one, "phone") != actor.phone) continue;
    auto const answer =
        actor.visitor.post("/v1/staff-sessions", object{{"phone", actor.phone}, {"totp", at(one, "totp_code")}},
                           {.headers = {{"Kelisim-Token", "body"}}});
    auto const me = expect(answer, 200);
    actor.id = text_at(me, "id");
    actor.visitor.bear(text_at(me, "token"));
    names_[actor.id] = actor.label;
    return;
  }
  throw std::runtime_error("nobody of the demo people has " + actor.phone);
}

Actor& Story::specialist(std::string const& label, std::string const& phone) {
  auto& made = visitor(label, phone);
  sign_in_by_totp(made);
  return made;
}

Actor& Story::staff(std::string const& role) {
  auto& since = staff_since_[role];
  if (since && now() - *since < std::chrono::minutes(10)) return actor(role);
  since = now();
  auto& made = visitor(role, {});
  auto const people = expect(made.visitor.get("/sandbox/people"), 200);
  for (auto const& one : at(people, "items").as_array()) {
    if (text_at(one, "role") == role) made.phone = text_at(one, "phone");
  }
  sign_in_by_totp(made);
  return made;
}

std::string Story::book(Actor& client, Actor const& specialist, Instant starts_at) {
  auto const answer = client.visitor.post(
      "/v1/bookings",
      object{{"specialist_id", specialist.id}, {"starts_at", to_rfc3339(starts_at)}, {"confirms_safety", true}});
  auto const made = expect(answer, 201);
  auto id = text_at(made, "id");
  names_[id] = "booking";
  names_[text_at(made, "order.id")] = "order";
  return id;
}

std::string Story::begin_payment(Actor& client, std::string const& booking, bool accepts_no_refund) {
  auto const target = "/v1/bookings/" + booking + "/payment";
  object consent{{"accepts_no_refund", accepts_no_refund}};
  auto const seen = this->booking(client, booking);
  if (has(seen, "partner_terms")) consent["accepts_partner_terms"] = text_at(seen, "partner_terms.version");
  (void)expect(client.visitor.post(target, consent), 202);
  settle();
  return text_at(expect(client.visitor.get(target), 200), "redirect_url");
}

void Story::pay(Actor& client, std::string const& booking, bool accepts_no_refund) {
  gateway_->choose(begin_payment(client, booking, accepts_no_refund), sandbox::PageChoice::pay);
  settle();
}

std::string Story::booked_and_paid(Actor& client, Actor const& specialist, Instant starts_at) {
  auto id = book(client, specialist, starts_at);
  pay(client, id);
  return id;
}

value Story::booking(Actor& actor, std::string const& id) {
  return expect(actor.visitor.get("/v1/bookings/" + id), 200);
}

value Story::confirmed(Actor& actor, std::string_view what) {
  boost::json::array found;
  for (auto const& one : at(expect(actor.visitor.get("/v1/me/acceptances"), 200), "confirmations").as_array()) {
    if (text_at(one, "what") == what) found.push_back(one);
  }
  return found;
}

value Story::cancellation_preview(Actor& actor, std::string const& id) {
  return expect(actor.visitor.get("/v1/bookings/" + id + "/cancellation/preview"), 200);
}

Answer Story::cancel(Actor& actor, std::string const& id, object body) {
  return actor.visitor.post("/v1/bookings/" + id + "/cancellation", body);
}

void Story::settle() {
  while (business_->run_jobs() + gateway_->deliver_callbacks() > 0) continue;
}

void Story::pass_until(Instant until) {
  settle();
  while (now() < until) {
    auto next = until;
    for (auto const& due : {business_->next_due(), gateway_->next_callback()}) {
      if (due && *due > now()) next = std::min(next, *due);
    }
    business_->clock().set(next);
    settle();
  }
}

void Story::pass(Duration by) { pass_until(now() + by); }

}  // namespace kelisim::test
