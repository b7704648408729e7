#include "identity/rules/otp.h"
#include "identity/rules/questionnaire.h"
#include "identity/rules/registration.h"
#include "rule.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace kelisim::clauses {
namespace {

Observed registration(Facts& facts, terms::Terms const& terms) {
  auto const decided = identity::decide_registration({.shown_edition_in_force = !facts.flag("old_edition"),
                                                      .accepts_offer = facts.answer("accepts"),
                                                      .declares_adult = facts.answer("adult"),
                                                      .consents_to_processing = facts.answer("consents"),
                                                      .declares_truth = facts.answer("true")},
                                                     terms);
  Observed observed;
  observed.outcome = {{"registration", decided ? "admitted" : name_of(decided.error().why)}};
  if (decided) {
    observed.cite(decided->because, decided->rests_on);
  } else {
    observed.cite(decided.error().because);
  }
  return observed;
}

Observed code(Facts& facts, terms::Terms const& terms) {
  auto const judged = identity::judge_code({.issued_at = facts.instant("issued"),
                                            .lifetime_seconds = facts.whole("lifetime"),
                                            .used = facts.flag("used"),
                                            .replaced = facts.flag("replaced"),
                                            .attempts_before = facts.whole_or("wrong_before", 0),
                                            .attempts_max = facts.whole("attempts"),
                                            .failures_today = facts.whole_or("failures_today", 0),
                                            .failures_today_max = facts.whole("failures_max"),
                                            .matches = facts.answer("right"),
                                            .now = facts.instant("entered")},
                                           terms);
  Observed observed{.outcome = {{"verdict", name_of(judged.verdict)}}, .cites = {}};
  observed.cite(judged.because);
  return observed;
}

Observed send_code(Facts& facts, terms::Terms const& terms) {
  auto const verdict = identity::may_send_code({.last_sent_at = facts.maybe_instant("last_sent"),
                                                .resend_seconds = facts.whole("resend"),
                                                .sent_today = facts.whole_or("sent_today", 0),
                                                .per_number_per_day = facts.whole("per_day"),
                                                .country_allowed = !facts.flag("foreign"),
                                                .budget_left = !facts.flag("budget_spent"),
                                                .now = facts.instant("now")});
  Observed observed{.outcome = {{"verdict", name_of(verdict)}}, .cites = {}};
  observed.cite(terms.account->password_single_use.clause);
  return observed;
}

Observed questionnaire(Facts& facts, terms::Terms const& terms) {
  identity::QuestionnaireFacts given;
  if (facts.has("name")) given.display_name = facts.text("name");
  if (facts.has("age")) given.age = facts.whole("age");
  if (facts.has("experience")) given.prior_experience = facts.answer("experience");
  if (facts.has("topic")) given.concern_topic = facts.text("topic");
  if (facts.has("words")) given.concern_text = facts.text("words");
  if (facts.has("sex")) given.sex = facts.text("sex");
  if (facts.has("state")) given.emotional_state = facts.text("state");
  given.declares_truth = facts.answer("true");
  auto const verdict = identity::judge_questionnaire(given, terms);
  std::vector<std::string> problems;
  std::vector<Clause> clauses;
  for (auto const& problem : verdict.problems) {
    problems.push_back(fmt::format("{} {}", problem.field, name_of(problem.problem)));
    clauses.push_back(problem.because);
  }
  Observed observed{.outcome = {{"saved", verdict.accepted()},
                                {"problems", fmt::format("{}", fmt::join(problems, ", "))},
                                {"flagged", verdict.flag_for_staff}},
                    .cites = {}};
  auto const& rule = *terms.questionnaire;
  if (verdict.accepted()) {
    clauses = {rule.pseudonym_allowed.clause, rule.min_age_years.clause, rule.prior_experience_asked.clause,
               rule.topics.clause, terms.person->min_age_years.clause};
  } else {
    clauses.push_back(rule.required_fields.clause);
  }
  observed.cite(verdict.because, clauses);
  return observed;
}

}  // namespace

void add_identity_rules(Rules& rules) {
  rules.emplace("registration", registration);
  rules.emplace("code", code);
  rules.emplace("send_code", send_code);
  rules.emplace("questionnaire", questionnaire);
}

}  // namespace kelisim::clauses
