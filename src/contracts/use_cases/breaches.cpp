#include "use_cases/breaches.h"

#include "kernel/ensure.h"
#include "kernel/text.h"
#include "obligations/obligations.h"
#include "privacy/keyed_hash.h"
#include "scheduling/ending.h"
#include "terms/calendar.h"
#include "use_cases/binding.h"
#include "use_cases/standing.h"

#include <fmt/format.h>

#include <algorithm>

namespace kelisim::contracts {
namespace {

constexpr std::string_view work_calendar = "KZ";  // HAR-6.2e: working days of Kazakhstan

std::string penalty_promise(BreachId breach) { return fmt::format("contracts.penalty:{}", breach.view()); }

void audit(db::Tx& tx, Parts const& parts, std::string_view action, Breach const& breach, PersonId by, Instant now) {
  parts.audit.append(tx, now,
                     {.action = action,
                      .actor = by,
                      .subject = breach.client,
                      .object = breach.id.view(),
                      .purpose = privacy::Purpose::security});
}

std::string_view as_text(db::Bytes const& bytes) {
  return {reinterpret_cast<char const*>(bytes.data()), bytes.size()};
}

store::Evidence sealed_evidence(db::Tx& tx, Parts const& parts, Breach const& breach, EvidenceText const& text,
                                int number, PersonId by, Instant now) {
  auto description = parts.vault.seal(tx, breach.client, contract_text, text.description);
  auto checksum = privacy::keyed_hash(parts.keys.key(privacy::KeyUse::chain_audit), as_text(description));
  return {.number = number,
          .kind = text.kind,
          .description = std::move(description),
          .checksum = std::move(checksum),
          .added_by = by,
          .added_at = now};
}

bool has_reported_enough(db::Tx& tx, PersonId client, PersonId by) {
  constexpr int searched_max = 100;  // the client's newest
  constexpr int waiting_max = 10;
  auto const waiting = std::ranges::count_if(store::breaches_of(tx, client, searched_max), [&](Breach const& one) {
    return one.recorded_by == by && !store::ruling_of(tx, one.id);
  });
  return waiting >= waiting_max;
}

/// The account is shut, the contract ends and sessions ahead are forfeited, as far as the ruling says so.
std::vector<std::string> draw_consequences(db::Tx& tx, Parts const& parts, Breach const& breach,
                                           BreachRuled const& ruled, std::string const& decision,
                                           BreachFinding const& finding, PersonId by, Instant now) {
  if (ruled.forfeits) {
    auto const forfeited = scheduling::end_sessions(
        tx, parts.scheduling, breach.client,
        {.ending = scheduling::Ending::forfeited, .breach = breach.code, .by = by, .received_at = now}, now);
    for (auto const& session : forfeited) {
      store::insert_forfeit(tx, breach.id, {session.booking.id, session.outcome.kept});
    }
  }
  Ground const ground{.client = breach.client,
                      .breach = breach.id,
                      .because = ruled.because,
                      .decision = decision,
                      .reasons = finding.reasons,
                      .by = by};
  if (ruled.ends_contract) end_for_breach(tx, parts, ground, now);
  if (!ruled.blocks) return {};
  return shut_out(tx, parts, ground, {.code = breach.code, .shown = true}, now);
}

}  // namespace

Result<Breach, ReportRefusal> record_breach(db::Tx& tx, Parts const& parts, BreachReport const& report, PersonId by,
                                            Instant now) {
  if (!find_client(tx, parts, report.client)) return Failure(ReportRefusal::no_such_client);
  auto const& terms = binding_terms(tx, parts, report.client, now);
  if (!is_breach_code(report.code, terms)) return Failure(ReportRefusal::no_such_breach);
  if (!says_something(report.account)) return Failure(ReportRefusal::account_missing);
  if (has_reported_enough(tx, report.client, by)) return Failure(ReportRefusal::too_many_reports);
  Breach const breach{.id = parts.random.id<BreachId>(now),
                      .client = report.client,
                      .code = report.code,
                      .account = parts.vault.seal(tx, report.client, contract_text, report.account),
                      .booking = report.booking,
                      .recorded_by = by,
                      .recorded_at = now,
                      .terms_version = terms.version};
  store::insert_breach(tx, breach);
  if (report.evidence) {
    ENSURE(store::insert_evidence(tx, breach.id, sealed_evidence(tx, parts, breach, *report.evidence, 1, by, now)));
  }
  audit(tx, parts, "contracts.breach_recorded", breach, by, now);
  return breach;
}

Result<void, EvidenceRefusal> add_evidence(db::Tx& tx, Parts const& parts, Breach const& breach,
                                           EvidenceText const& evidence, PersonId by, Instant now) {
  if (store::ruling_of(tx, breach.id)) return Failure(EvidenceRefusal::already_decided);
  if (!says_something(evidence.description)) return Failure(EvidenceRefusal::description_missing);
  auto const number = static_cast<int>(store::evidence_of(tx, breach.id).size()) + 1;
  if (number > evidence_max) return Failure(EvidenceRefusal::too_much_evidence);
  ENSURE(store::insert_evidence(tx, breach.id, sealed_evidence(tx, parts, breach, evidence, number, by, now)));
  audit(tx, parts, "contracts.evidence_added", breach, by, now);
  return {};
}

Result<BreachOutcome, BreachRefused> rule_on_breach(db::Tx& tx, Parts const& parts, Breach const& breach,
                                                    BreachFinding const& finding, PersonId by, Instant now) {
  auto const& terms = parts.brand.terms.at(breach.terms_version);
  BreachFacts const facts{.code = breach.code,
                          .evidence = std::ssize(store::evidence_of(tx, breach.id)),
                          .has_reasons = says_something(finding.reasons),
                          .same_person = breach.recorded_by == by,
                          .decided = store::ruling_of(tx, breach.id).has_value(),
                          .confirms = finding.confirms};
  auto const ruled = decide_breach(facts, terms);
  if (!ruled) return Failure<BreachRefused>(ruled.error());
  auto const decision = terms::record(tx, parts.random, "contracts.breach", breach.id.view(), breach.client, terms,
                                      facts, *ruled, ruled->because, now)
                            .str();
  ENSURE(store::insert_ruling(tx, breach.id,
                              {.confirmed = ruled->confirmed,
                               .reasons = parts.vault.seal(tx, breach.client, contract_text, finding.reasons),
                               .ruled_by = by,
                               .ruled_at = now,
                               .clause = std::string(ruled->because.id),
                               .decision = decision}));
  auto ended = draw_consequences(tx, parts, breach, *ruled, decision, finding, by, now);
  if (ruled->confirmed) {
    tell(tx, parts, breach.client, "breach_confirmed", breach.id.view(),
         {{"clause", std::string(ruled->because.number)}, {"ground", breach.code}}, now);
  }
  audit(tx, parts, ruled->confirmed ? "contracts.breach_confirmed" : "contracts.breach_dismissed", breach, by, now);
  return BreachOutcome{*ruled, std::move(ended)};
}

Result<Demand, DemandRefused> demand_penalty(db::Tx& tx, Parts const& parts, Breach const& breach, Money damage,
                                             PersonId by, Instant now) {
  auto const& terms = parts.brand.terms.at(breach.terms_version);
  auto const ruling = store::ruling_of(tx, breach.id);
  DemandFacts const facts{.code = breach.code,
                          .confirmed = ruling && ruling->confirmed,
                          .demanded = store::demand_of(tx, breach.id).has_value(),
                          .damage = damage};
  auto const demand = decide_demand(facts, terms);
  if (!demand) return Failure<DemandRefused>(demand.error());
  auto const decision = terms::record(tx, parts.random, "contracts.demand", breach.id.view(), breach.client, terms,
                                      facts, *demand, demand->because, now)
                            .str();
  auto const due = terms::working_days_after(now, demand->due_working_days, parts.brand.zone,
                                             terms::read_calendar(tx, work_calendar), now);
  ENSURE(store::insert_demand(tx, breach.id,
                              {.penalty = demand->penalty,
                               .damage = demand->damage,
                               .issued_by = by,
                               .issued_at = now,
                               .due_at = due.at,
                               .clause = std::string(demand->because.id),
                               .decision = decision}));
  obligations::undertake(tx, parts.random,
                         {.kind = "contracts.penalty",
                          .subject = breach.id.str(),
                          .person = breach.client,
                          .clause = demand->because,
                          .terms_version = terms.version,
                          .owner = obligations::Owner::finance,
                          .due = due,
                          .arose_at = now,
                          .dedupe_key = penalty_promise(breach.id),
                          .amount = demand->total});
  tell(tx, parts, breach.client, "penalty_demanded", breach.id.view(),
       {{"clause", std::string(demand->because.number)}, {"penalty", demand->total}, {"due_at", due.at}}, now);
  audit(tx, parts, "contracts.penalty_demanded", breach, by, now);
  return *demand;
}

Result<void, DemandEndRefusal> end_demand(db::Tx& tx, Parts const& parts, Breach const& breach, DemandEnd what,
                                          Instant at, PersonId by, Instant now) {
  auto const demand = store::demand_of(tx, breach.id);
  if (!demand) return Failure(DemandEndRefusal::not_demanded);
  if (at < demand->issued_at) return Failure(DemandEndRefusal::before_demand);
  store::DemandEndRow const end{
      .what = what, .at = at, .in_time = paid_in_time(at, demand->due_at), .noted_by = by, .noted_at = now};
  if (!store::insert_demand_end(tx, breach.id, end)) return Failure(DemandEndRefusal::already_ended);
  auto const key = penalty_promise(breach.id);
  if (what == DemandEnd::paid) {
    obligations::keep(tx, key, {.at = at, .by = by});
  } else {
    obligations::lift(tx, key, what == DemandEnd::contested ? "penalty_contested" : "penalty_withdrawn",
                      {.at = now, .by = by});
  }
  audit(tx, parts, "contracts.demand_ended", breach, by, now);
  return {};
}

}  // namespace kelisim::contracts
