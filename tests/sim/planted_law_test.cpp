// Harms to claims, breaches, promises and records.
#include "planted.h"

#include <gmock/gmock.h>

namespace kelisim::sim {
namespace {

using ::testing::Contains;
using ::testing::StartsWith;

#define ANY_DECISION "(SELECT min(decision) FROM contracts_demands)"

std::vector<Harm> const harms{
    {"an_answer_is_due_later",
     "I31: claims.answer:",
     {"DROP TRIGGER obligations_promises_keep_update",
      "UPDATE obligations_promises SET due_at_us = due_at_us + 60000000 WHERE kind = 'claims.answer'"}},
    {"a_refund_is_due_earlier",
     "I31: orders.refund:",
     {"DROP TRIGGER obligations_promises_keep_update",
      "UPDATE obligations_promises SET due_at_us = due_at_us - 1 WHERE kind = 'orders.refund'"}},
    {"a_session_is_accepted_by_another_clock",
     "I31: sessions.acceptance:",
     {"DROP TRIGGER obligations_promises_keep_update",
      "UPDATE obligations_promises SET due_at_us = due_at_us - 3600000000 WHERE kind = 'sessions.acceptance'"}},
    {"a_choice_ends_at_no_start",
     "I31: scheduling.remedy:",
     {"DROP TRIGGER obligations_promises_keep_update",
      "UPDATE obligations_promises SET due_at_us = due_at_us - 1 WHERE kind = 'scheduling.remedy'"}},
    {"a_paper_is_due_a_day_later",
     "I31: scheduling.force_majeure_notice:",
     {"DROP TRIGGER obligations_promises_keep_update",
      "UPDATE obligations_promises SET due_at_us = due_at_us + 86400000000 WHERE kind = "
      "'scheduling.force_majeure_notice'"}},
    {"force_majeure_shifts_nothing",
     "I31: ",
     {"DROP TRIGGER obligations_promises_keep_update",
      "UPDATE obligations_promises SET due_at_us = (SELECT min(due_before_at_us) FROM obligations_postponements "
      "WHERE "
      "promise = id) WHERE id IN (SELECT promise FROM obligations_postponements)"}},
    {"a_promise_of_an_unknown_kind",
     "I31: nobody taught the auditor",
     {"DROP TRIGGER obligations_promises_keep_update",
      "UPDATE obligations_promises SET kind = 'another' WHERE id = (SELECT min(id) FROM obligations_promises)"}},
    {"a_promise_is_forgotten",
     "I31: nothing is promised for orders.refund:",
     {"DROP TRIGGER obligations_promises_keep_delete",
      "DELETE FROM obligations_promises WHERE kind = 'orders.refund' AND id NOT IN "
      "(SELECT promise FROM obligations_alarms UNION SELECT promise FROM obligations_postponements)"}},
    {"a_promise_stays_open",
     "liveness: claims.answer:",
     {"DROP TRIGGER obligations_promises_keep_update",
      "UPDATE obligations_promises SET state = 'open', ended_at_us = NULL, ended_by = NULL, reason = NULL WHERE kind "
      "= 'claims.answer'"}},
    {"nobody_is_called",
     "I31: nobody was called",
     {"DROP TRIGGER obligations_alarms_keep_delete", "DELETE FROM obligations_alarms"}},
    {"somebody_is_called_too_early",
     "I31: somebody was called before",
     {"DROP TRIGGER obligations_alarms_keep_update",
      "UPDATE obligations_alarms SET raised_at_us = raised_at_us - 864000000000"}},
    {"a_promise_ends_before_it_arose",
     "I31: ",
     {"DROP TRIGGER obligations_promises_keep_update", "UPDATE obligations_promises SET ended_at_us = 1"}},
    {"decisions_can_be_rewritten",
     "I12: terms_decisions can be rewritten",
     {"DROP TRIGGER terms_decisions_keep_update", "UPDATE terms_decisions SET outcome = outcome"}},
    {"the_audit_chain_can_be_emptied",
     "I12: privacy_audit can be emptied",
     {"DROP TRIGGER privacy_audit_no_delete", "UPDATE privacy_audit_head SET seq = seq"}},
    {"a_ruling_is_edited",
     "I13: ruling ",
     {"DROP TRIGGER claims_rulings_keep_update",
      "UPDATE claims_rulings SET clause = 'HAR-0a' WHERE case_id = (SELECT min(case_id) FROM claims_rulings)"}},
    {"a_decision_vanishes",
     "I13: a decision that was there",
     {"DROP TRIGGER terms_decisions_keep_delete",
      "DELETE FROM terms_decisions WHERE id = (SELECT min(id) FROM terms_decisions)"}},
    {"an_audit_row_says_something_else",
     "I14: by own count",
     {"DROP TRIGGER privacy_audit_no_update", "UPDATE privacy_audit SET object = 'other' WHERE seq = 2"}},
    {"an_audit_row_is_taken_out",
     "I14: by own count",
     {"DROP TRIGGER privacy_audit_no_delete", "DELETE FROM privacy_audit WHERE seq = 3"}},
    {"the_end_of_the_chain_is_cut_off",
     "I14: row ",
     {"DROP TRIGGER privacy_audit_no_delete",
      "DELETE FROM privacy_audit WHERE seq = (SELECT max(seq) FROM privacy_audit)",
      "UPDATE privacy_audit_head SET seq = seq - 1, hash = (SELECT hash FROM privacy_audit ORDER BY seq DESC LIMIT "
      "1)"}},
    {"the_head_points_elsewhere", "I14: the chain does not end", {"UPDATE privacy_audit_head SET seq = seq + 1"}},
    {"an_appeal_goes_to_the_same_person",
     "I13: case ",
     {"DROP TRIGGER claims_rulings_keep_update",
      "UPDATE claims_rulings SET ruled_by = 'x' WHERE case_id IN (SELECT case_id FROM claims_appeals)"}},
    {"a_ruling_brings_another_sum",
     "I13: case ",
     {"DROP TRIGGER claims_rulings_keep_update",
      "UPDATE claims_rulings SET refund_minor = refund_minor + 100 WHERE refund_minor > 0"}},
    {"an_unfounded_claim_brings_money",
     "I13: case ",
     {"DROP TRIGGER claims_rulings_keep_update",
      "UPDATE claims_rulings SET damages_minor = 100 WHERE finding = 'unfounded'"}},
    {"a_claim_is_never_decided",
     "liveness: claim ",
     {"UPDATE claims_cases SET state = 'open' WHERE standing = 'disputed' AND id = "
      "(SELECT min(id) FROM claims_cases WHERE standing = 'disputed')"}},
    {"a_question_is_never_answered",
     "liveness: case ",
     {"UPDATE claims_cases SET state = 'open' WHERE standing = 'question'"}},
    {"services_are_accepted_a_microsecond_early",
     "HAR-3.10a: ",
     {"DROP TRIGGER claims_acceptances_keep_update",
      "UPDATE claims_acceptances SET accepted_at_us = accepted_at_us - 1"}},
    {"services_are_accepted_over_a_claim",
     "HAR-3.10b: ",
     {"UPDATE claims_cases SET booking = (SELECT min(booking) FROM claims_acceptances), standing = 'disputed', state "
      "= "
      "'ruled' WHERE id = (SELECT min(id) FROM claims_cases c WHERE standing IN ('request', 'feedback') AND NOT "
      "EXISTS "
      "(SELECT 1 FROM claims_rulings r WHERE r.case_id = c.id))"}},
    {"services_are_accepted_after_an_upheld_claim",
     "HAR-3.10f: ",
     {"DROP TRIGGER claims_rulings_keep_update", "UPDATE claims_rulings SET ruled_at_us = 1",
      "UPDATE claims_cases SET booking = (SELECT min(booking) FROM claims_acceptances) WHERE id = "
      "(SELECT min(case_id) FROM claims_rulings WHERE finding <> 'unfounded')"}},
    {"a_specialist_is_paid_before_acceptance",
     "HAR-3.10e: ",
     {"DROP TRIGGER ledger_transactions_keep_update",
      "UPDATE ledger_transactions SET at_us = at_us - 86400000000 WHERE kind = 'earned'"}},
    {"one_person_finds_and_confirms_a_breach",
     "HAR-6.2a: one person",
     {"DROP TRIGGER contracts_rulings_keep_update",
      "UPDATE contracts_rulings SET ruled_by = (SELECT recorded_by FROM contracts_breaches b WHERE b.id = breach)"}},
    {"a_breach_is_confirmed_on_nothing",
     "HAR-6.2d: nothing was shown",
     {"DROP TRIGGER contracts_evidence_keep_delete", "DELETE FROM contracts_evidence"}},
    {"a_dismissed_breach_is_punished",
     "HAR-6.2d: something followed",
     {"DROP TRIGGER contracts_rulings_keep_update", "UPDATE contracts_rulings SET confirmed = 0"}},
    {"solicitation_shuts_somebody_out",
     "HAR-6.6b: more followed",
     {"DROP TRIGGER contracts_breaches_keep_update", "UPDATE contracts_breaches SET code = '4.2.15'"}},
    {"a_confirmed_breach_shuts_nobody_out",
     "HAR-6.2b: nobody was shut out",
     {"UPDATE contracts_restrictions SET breach = NULL"}},
    {"another_penalty_is_demanded",
     "HAR-6.2a: another penalty",
     {"DROP TRIGGER contracts_demands_keep_update", "UPDATE contracts_demands SET penalty_minor = 1"}},
    {"a_penalty_is_due_a_day_early",
     "I31: the penalty",
     {"DROP TRIGGER contracts_demands_keep_update",
      "UPDATE contracts_demands SET due_at_us = due_at_us - 86400000000"}},
    {"a_penalty_is_demanded_where_none_is_written",
     "HAR-4.2.10a: ",
     {"DROP TRIGGER contracts_breaches_keep_update", "UPDATE contracts_breaches SET code = '4.2.10'"}},
    {"more_is_forfeited_than_was_paid",
     "HAR-6.2c: ",
     {"DROP TRIGGER contracts_forfeits_keep_update",
      "UPDATE contracts_forfeits SET amount_minor = amount_minor + 1"}},
    {"somebody_is_shut_out_in_silence",
     "HAR-4.3.9a: ",
     {"UPDATE identity_people SET blocked_at_us = 1, blocked_by = 'x' WHERE blocked_at_us IS NULL AND role = "
      "'client'"}},
    {"something_is_booked_after_the_end",
     "HAR-4.3.5a: ",
     {"UPDATE contracts_ends SET recorded_at_us = 1, undone_at_us = NULL WHERE client IN "
      "(SELECT client FROM scheduling_bookings)"}},
    {"a_penalty_is_taken",
     "HAR-6.2f: ",
     {"DROP TRIGGER ledger_transactions_keep_update",
      "UPDATE ledger_transactions SET decision_id = " ANY_DECISION
      " WHERE number = (SELECT min(number) FROM ledger_transactions)"}},
    {"a_ruling_is_untold",
     "I15: claims.ruled",
     {"DROP TRIGGER privacy_audit_no_delete", "DELETE FROM privacy_audit WHERE action = 'claims.ruled'"}},
    {"the_end_of_a_demand_is_untold",
     "I15: contracts.demand_ended",
     {"DROP TRIGGER privacy_audit_no_delete", "DELETE FROM privacy_audit WHERE action = 'contracts.demand_ended'"}},
    {"a_reading_is_untold",
     "I15: ",
     {"DROP TRIGGER privacy_audit_no_delete", "DELETE FROM privacy_audit WHERE object = 'claims.text'"}},
    {"evidence_is_added_untold",
     "I15: evidence of",
     {"DROP TRIGGER contracts_evidence_keep_update",
      "INSERT INTO contracts_evidence SELECT breach, number + 1 + n, kind, description, checksum, added_by, "
      "added_at_us "
      "FROM contracts_evidence, (SELECT 1 AS n UNION SELECT 2) WHERE breach = (SELECT min(breach) FROM "
      "contracts_evidence) AND number = 1"}},
    {"a_case_is_exported_untold",
     "I15: a case was exported",
     {"DROP TRIGGER privacy_audit_no_delete", "DELETE FROM privacy_audit WHERE object = 'claims.archive'"}},
    {"somebody_registered_untold",
     "I15: nothing tells",
     {"DROP TRIGGER privacy_audit_no_delete", "DELETE FROM privacy_audit WHERE action = 'identity.registered'"}},
    {"an_alert_is_lost", "I19: alert ", {"DELETE FROM crisis_alerts"}},
    {"nobody_on_duty_hears_an_alert", "HAR-4.2.11a: ", {"UPDATE crisis_alerts SET duty_told = 0"}},
    {"a_figure_tells_of_three",
     "HAR-4.3.8a: ",
     {"INSERT INTO statistics_publications VALUES (1000, 1, 'x')",
      "INSERT INTO statistics_figures VALUES (1000, 'topic', '30-34', 'anxiety', 5, 3)"}},
    {"a_later_edition_is_forgotten",
     "I2/I6: ",
     {"UPDATE scheduling_bookings SET terms_version = CASE terms_version WHEN '2023-02-24' THEN '2026-12-08' ELSE "
      "'2023-02-24' END",
      "UPDATE scheduling_cancellations SET received_at_us = (SELECT starts_at_us - 64800000000 FROM "
      "scheduling_bookings b WHERE b.id = booking) WHERE side = 1 AND refund_minor > 0 AND lifted_at_us IS NULL"}},
    {"what_was_forfeited_is_called_off_by_the_business",
     "I2/I6: ",
     {"UPDATE scheduling_cancellations SET received_at_us = received_at_us + 1 WHERE side = 3 AND refund_minor = 0"}},
    {"an_upheld_claim_is_forgotten",
     "I2/I6: ",
     {"DROP TRIGGER claims_rulings_keep_update", "UPDATE claims_rulings SET finding = 'unfounded'"}},
};
#undef ANY_DECISION

class PlantedLaw : public ::testing::TestWithParam<Harm> {};

TEST_P(PlantedLaw, is_found) {
  auto const done = do_harm(GetParam());
  EXPECT_GT(done.changed, 0) << "the world holds nothing to harm";
  EXPECT_THAT(done.findings, Contains(StartsWith(GetParam().finding)));
}
INSTANTIATE_TEST_SUITE_P(Harms, PlantedLaw, ::testing::ValuesIn(harms),
                         [](auto const& info) { return info.param.name; });

}  // namespace
}  // namespace kelisim::sim
