#include "actions.h"

#include <fmt/format.h>

#include <array>

namespace kelisim::sim {
namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

struct Action {
  int weight;
  void (*take)(World&);
};

constexpr std::array actions{
    Action{30, somebody_signs_up},
    Action{4, somebody_signs_in_again},
    Action{25, somebody_fills_in_the_questionnaire},
    Action{170, somebody_books},
    Action{60, somebody_pays},
    Action{50, somebody_visits_the_acquirer},
    Action{70, somebody_cancels},
    Action{50, somebody_moves},
    Action{40, somebody_answers},
    Action{60, somebody_looks},
    Action{15, somebody_pries},
    Action{25, somebody_repeats},
    Action{20, a_specialist_cancels},
    Action{25, a_specialist_answers},
    Action{90, a_session_is_attended},
    Action{20, staff_work},
    Action{14, somebody_claims},
    Action{10, somebody_asks},
    Action{15, somebody_follows_up},
    Action{30, the_desk_answers},
    Action{8, a_breach_is_noticed},
    Action{14, the_desk_looks_at_breaches},
    Action{6, a_contract_changes},
    Action{10, something_breaks},
    Action{3, an_edition_is_published},
    Action{4, somebody_needs_help},
    Action{2, figures_are_published},
    Action{8, a_forger_calls},
    Action{70, time_passes},
};

constexpr int total_weight = [] {
  int sum = 0;
  for (auto const& action : actions) sum += action.weight;
  return sum;
}();

}  // namespace

void act(World& world) {
  if (world.clients().size() < 6 && world.dice().chance(900)) return somebody_signs_up(world);
  if (world.lasts_long()) {
    if (world.dice().chance(80)) return somebody_signs_up(world);
    if (world.dice().chance(40)) return world.pass(hours(world.dice().between(6, 20)));
  }
  auto roll = static_cast<int>(world.dice().below(total_weight));
  for (auto const& action : actions) {
    roll -= action.weight;
    if (roll >= 0) continue;
    action.take(world);
    break;
  }
  if (world.dice().chance(500)) world.run_jobs();
  if (world.dice().chance(300)) world.deliver_callbacks();
}

/// Mostly minutes; sometimes a night, an outage of the acquirer, or days without anybody. A jump leaves the jobs of
/// that time waiting until its end, as a process that stood still does.
void time_passes(World& world) {
  auto& dice = world.dice();
  auto const roll = dice.below(100);
  if (roll < 60) return world.pass(seconds(dice.between(1, 600)));
  if (roll < 85) return world.pass(minutes(dice.between(5, 90)));
  if (roll < 93) return world.pass(hours(dice.between(3, 12)));
  if (roll < 95) {
    world.acquirer().unplug(true);
    world.pass(hours(dice.between(1, 48)));
    world.acquirer().unplug(false);
    return;
  }
  world.jump(roll < 99 ? Duration(minutes(dice.between(1, 600))) : Duration(days(dice.between(1, 3))));
}

/// Callbacks about payments that do not exist, or that nobody paid: nothing may come of them (I8).
void a_forger_calls(World& world) {
  auto const& book = world.acquirer().book();
  auto number = std::string("01ARZ3NDEKTSV4RRFFQ69G5FAV");
  if (!book.empty() && world.dice().chance(700)) {
    auto at = book.begin();
    std::advance(at, static_cast<std::ptrdiff_t>(world.dice().below(book.size())));
    number = at->first;
  }
  world.hint(number);
}

void finish_what_was_left(World& world) {
  force_majeure_comes(world);
  for (std::size_t index = 0; index < world.clients().size(); ++index) {
    auto& person = *world.clients()[index];
    if (person.bookings.empty()) continue;
    world.ask(person, {.method = "GET", .target = "/v1/me"});
    if (!world.is_in(person)) world.finding("liveness: nobody lets " + person.id + " in again");
    the_form_is_kept(world, person);
    the_cases_are_kept(world, person);
    for (auto const& booking : person.bookings) {
      auto const answer = world.ask(person, {.method = "GET", .target = "/v1/bookings/" + booking});
      if (answer.status == 401) break;
      if (world.refuses(person, answer)) break;
      if (answer.status != 200) world.finding("I19: booking " + booking + " is not there any more");
    }
  }
}

void the_desk_clears_its_tables(World& world) {
  the_desk_answers_everything(world);
  the_desk_decides_every_breach(world);
  every_outage_is_closed(world);
}

/// HAR-1.session.e waits for the client without an end: everybody chooses.
void answer_open_choices(World& world) {
  auto const open = world.open_choices();
  if (open.empty()) return;
  for (auto& one : world.clients()) {
    auto& person = *one;
    for (auto const& booking : person.bookings) {
      if (!open.contains(booking)) continue;
      if (world.ask(person, {.method = "GET", .target = "/v1/me"}).status == 401) world.sign_in_client(person);
      auto const answer = world.ask(
          person,
          {.method = "POST", .target = "/v1/bookings/" + booking + "/remedy", .body = {{"choice", "refund"}}});
      world.note("choose_refund", answer);
    }
  }
}

}  // namespace kelisim::sim
