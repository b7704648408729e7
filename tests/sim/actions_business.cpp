#include "actions.h"

#include <fmt/format.h>

#include <algorithm>

namespace kelisim::sim {
namespace {

using boost::json::object;
using boost::json::value;
using std::chrono::days;
using std::chrono::hours;
using std::chrono::minutes;

boost::json::array outages(World& world, Person& person) {
  auto const answer = world.ask(person, {.method = "GET", .target = "/v1/staff/outages"});
  world.note("look_at_outages", answer);
  return answer.status == 200 ? test::at(answer.json(), "items").as_array() : boost::json::array{};
}

void open_outage(World& world, Person& person) {
  auto& dice = world.dice();
  auto const roll = dice.below(100);
  auto const from = world.now() + (roll < 60 ? Duration(hours(dice.between(2, 96))) : -minutes(dice.between(0, 90)));
  object body{{"kind", roll < 60   ? "maintenance"
                       : roll < 90 ? "failure"
                                   : "force_majeure"},
              {"from", to_rfc3339(from)}};
  if (roll < 60) body["until"] = to_rfc3339(from + hours(dice.between(1, 8)));
  if (roll >= 75 && roll < 90) body["until"] = to_rfc3339(from + minutes(dice.between(10, 240)));
  if (roll >= 90) body["until"] = to_rfc3339(from + hours(dice.between(6, 72)));
  world.note("open_outage_" + test::text_at(body, "kind"),
             world.ask(person, {.method = "POST", .target = "/v1/staff/outages", .body = body}));
}

void give_paper(World& world, Person& person, value const& outage) {
  for (auto const& paper : test::at(outage, "papers").as_array()) {
    if (test::has(paper, "given_at")) continue;
    auto const target = "/v1/staff/outages/" + test::text_at(outage, "id");
    auto const what = test::text_at(paper, "what");
    if (what == "certificate") {
      return send_picture(world, person, target + "/certificate",
                          {{"name", "certificate.png"}, {"text", "No. 1 of the chamber"}});
    }
    object const body{{"what", what}, {"text", "Told to everybody"}};
    return world.note("give_paper",
                      world.ask(person, {.method = "POST", .target = target + "/papers", .body = body}));
  }
}

void close_outage(World& world, Person& person, value const& outage) {
  auto const target = "/v1/staff/outages/" + test::text_at(outage, "id") + "/closing";
  world.note("close_outage",
             world.ask(person, {.method = "POST", .target = target, .body = {{"remedy", "It works again."}}}));
}

bool is_over(World& world, value const& outage) {
  return test::has(outage, "until") && *parse_rfc3339(test::text_at(outage, "until")) <= world.now();
}

}  // namespace

/// Opened, closed, and their papers given; mostly one that is over is closed.
void something_breaks(World& world) {
  auto* const person = desk(world, "support");
  if (person == nullptr) return;
  if (world.dice().chance(250)) return open_outage(world, *person);
  for (auto const& outage : outages(world, *person)) {
    if (world.dice().chance(300)) give_paper(world, *person, outage);
    if (test::has(outage, "closed_at")) continue;
    if (is_over(world, outage) || world.dice().chance(150)) return close_outage(world, *person, outage);
  }
}

void force_majeure_comes(World& world) {
  auto* const person = desk(world, "support");
  if (person == nullptr) return;
  world.note("open_outage_force_majeure",
             world.ask(*person, {.method = "POST",
                                 .target = "/v1/staff/outages",
                                 .body = {{"kind", "force_majeure"},
                                          {"from", to_rfc3339(world.now())},
                                          {"until", to_rfc3339(world.now() + hours(48))}}}));
}

void every_outage_is_closed(World& world) {
  auto* const person = desk(world, "support");
  if (person == nullptr) return;
  for (auto const& outage : outages(world, *person)) {
    give_paper(world, *person, outage);
    if (!test::has(outage, "closed_at")) close_outage(world, *person, outage);
  }
}

/// The next edition that lies ready, in force at once or some days later; not oftener than every other month.
void an_edition_is_published(World& world) {
  auto const* const edition = world.next_edition();
  auto* const person = edition == nullptr ? nullptr : desk(world, "administrator");
  if (person == nullptr) return;
  auto const effective_at = world.now() + hours(world.dice().chance(500) ? 0 : world.dice().between(1, 200));
  object const body{{"document", "offer"}, {"version", edition->version}, {"effective_at", to_rfc3339(effective_at)}};
  auto const answer = world.ask(*person, {.method = "POST", .target = "/v1/staff/offers", .body = body});
  world.note("publish_edition", answer);
  if (answer.status == 201) world.edition_published();
}

World::OfferInForce World::offer_in_force(Person& person) {
  auto const answer = ask(person, {.method = "GET", .target = "/v1/brand"});
  OfferInForce offer;
  if (answer.status != 200) return offer;
  auto const brand = answer.json();
  for (auto const& document : test::at(brand, "documents").as_array()) {
    if (test::text_at(document, "document") != "offer") continue;
    offer = {test::text_at(document, "version"), test::text_at(document, "content_hash")};
  }
  return offer;
}

/// Whoever was told that their contract is outdated reads the offer and, mostly, accepts it.
void accept_what_is_in_force(World& world, Person& person) {
  auto const offer = world.offer_in_force(person);
  object const body{{"document", "offer"},
                    {"version", offer.version},
                    {"content_hash", offer.hash},
                    {"language", "ru"},
                    {"accepts", !world.dice().chance(100)}};
  world.note("accept_edition", world.ask(person, {.method = "POST", .target = "/v1/me/acceptances", .body = body}));
}

void somebody_needs_help(World& world) {
  if (world.clients().empty()) return;
  auto& person = *world.dice().pick(world.clients());
  if (!world.is_in(person)) return;
  object const body{{"kind", world.dice().chance(500) ? "urgent" : "condition"}, {"words", "In a few words."}};
  auto const answer = world.ask(person, {.method = "POST", .target = "/v1/alerts", .body = body});
  world.note("raise_alert", answer);
  if (answer.status == 201) world.auditor().alerted(test::text_at(answer.json(), "id"));
}

void figures_are_published(World& world) {
  auto* const person = desk(world, "administrator");
  if (person == nullptr) return;
  world.note("publish_figures", world.ask(*person, {.method = "POST", .target = "/v1/staff/statistics"}));
}

}  // namespace kelisim::sim
