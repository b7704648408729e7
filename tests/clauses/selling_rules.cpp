#include "rule.h"
#include "scheduling/rules/pay_booking.h"
#include "scheduling/rules/sell_slot.h"

namespace kelisim::clauses {
namespace {

using scheduling::Interval;

/// `2026-12-11 20:00-20:50`: both on the same day.
Interval interval(std::string_view text, Zone const& zone) {
  auto const dash = text.rfind('-');
  auto const date = text.substr(0, text.find(' '));
  return {parse_time(text.substr(0, dash), zone),
          parse_time(std::string(date) + " " + std::string(text.substr(dash + 1)), zone)};
}

Observed slot(Facts& facts, terms::Terms const& terms) {
  scheduling::SlotFacts given{.slot = interval(facts.text("slot"), facts.zone()),
                              .within_hours = !facts.flag("outside_hours"),
                              .taken = {},
                              .now = facts.instant("now"),
                              .buffer_seconds = 60 * facts.whole("buffer"),
                              .min_lead_seconds = 60 * facts.whole("lead"),
                              .horizon_days = facts.whole("horizon")};
  if (facts.has("taken")) {
    for (auto const& text : facts.list("taken")) given.taken.push_back(interval(text, facts.zone()));
  }
  auto const decided = scheduling::admit_slot(given, terms);
  Observed observed;
  observed.outcome = {{"slot", decided ? "free" : name_of(decided.error().why)}};
  if (decided) {
    observed.cite(decided->because);
  } else {
    observed.cite(decided.error().because);
  }
  return observed;
}

Observed booking(Facts& facts, terms::Terms const& terms) {
  auto const decided = scheduling::admit_booking({.registered = !facts.flag("not_registered"),
                                                  .accepted_offer = !facts.flag("no_acceptance"),
                                                  .ended = facts.flag("ended"),
                                                  .accepted_is_in_force = !facts.flag("old_edition"),
                                                  .under_age = facts.flag("under_age"),
                                                  .questionnaire_complete = !facts.flag("no_questionnaire"),
                                                  .specialist_offered = !facts.flag("specialist_not_offered"),
                                                  .confirms_safety = !facts.flag("no_safety_confirmation")},
                                                 terms);
  Observed observed;
  observed.outcome = {{"booking", decided ? "admitted" : name_of(decided.error().why)}};
  observed.cite(decided ? decided->because : decided.error().because);
  return observed;
}

Observed payment_warning(Facts& facts, terms::Terms const& terms) {
  auto const warning = scheduling::payment_warning({facts.instant("starts"), facts.instant("now")}, terms);
  Observed observed{.outcome = {{"warn", warning.must_confirm}, {"deadline", warning.refund_deadline}}, .cites = {}};
  observed.cite(warning.because);
  return observed;
}

Observed hold(Facts& facts, terms::Terms const& terms) {
  auto const expires_at = facts.instant("began") + std::chrono::minutes(facts.whole("hold"));
  Observed observed{.outcome = {{"taken", scheduling::hold_is_live(expires_at, facts.instant("now"))}}, .cites = {}};
  observed.cite(terms.booking->clients_per_slot.clause);
  return observed;
}

Observed payment(Facts& facts, terms::Terms const& terms) {
  auto const arrived = scheduling::decide_payment({.state = facts.word<scheduling::BookingState>("state"),
                                                   .hold_expires_at = facts.instant("hold_expires"),
                                                   .slot_still_free = !facts.flag("slot_gone"),
                                                   .price = facts.money("price"),
                                                   .captured = facts.money("captured"),
                                                   .now = facts.instant("now")},
                                                  terms);
  Observed observed{.outcome = {{"end", name_of(arrived.end)},
                                {"refund", arrived.refund},
                                {"remedy", arrived.remedy ? name_of(*arrived.remedy) : "none"}},
                    .cites = {}};
  observed.cite(arrived.because, arrived.rests_on);
  return observed;
}

}  // namespace

void add_selling_rules(Rules& rules) {
  rules.emplace("slot", slot);
  rules.emplace("booking", booking);
  rules.emplace("payment_warning", payment_warning);
  rules.emplace("hold", hold);
  rules.emplace("payment", payment);
}

}  // namespace kelisim::clauses
