#include "http/views.h"

#include "kernel/ensure.h"
#include "obligations/obligations.h"
#include "platform/http/problems.h"
#include "store/standing.h"
#include "terms/clauses.h"
#include "terms/preview_problem.h"
#include "use_cases/binding.h"

#include <fmt/format.h>

namespace kelisim::contracts {
namespace {

constexpr int decided_max = 100;

std::optional<DemandView> demand_view(db::Tx& tx, Breach const& breach) {
  auto const demand = store::demand_of(tx, breach.id);
  if (!demand) return std::nullopt;
  auto const promise = obligations::find_promise(tx, fmt::format("contracts.penalty:{}", breach.id.view()));
  ENSURE(promise.has_value());
  DemandView view{.penalty = demand->penalty,
                  .damage = demand->damage,
                  .total = demand->penalty + demand->damage,
                  .issued_at = demand->issued_at,
                  .due_at = demand->due_at,
                  .steps = promise->steps,
                  .clause = terms::cited(demand->clause, breach.terms_version),
                  .end = std::nullopt};
  if (auto const end = store::demand_end_of(tx, breach.id)) view.end = {end->what, end->at, end->in_time};
  return view;
}

}  // namespace

BreachView view_of(db::Tx& tx, Parts const& parts, Breach const& breach, std::optional<std::string> reasons) {
  BreachView view{.id = breach.id,
                  .code = breach.code,
                  .paragraph = paragraph(breach.code, breach.terms_version),
                  .recorded_at = breach.recorded_at,
                  .ruling = std::nullopt,
                  .forfeited = Money::zero(parts.brand.currency),
                  .demand = demand_view(tx, breach)};
  if (auto const ruling = store::ruling_of(tx, breach.id)) {
    view.ruling = RulingView{ruling->confirmed, ruling->ruled_at, terms::cited(ruling->clause, breach.terms_version),
                             std::move(reasons)};
  }
  for (auto const& forfeit : store::forfeits_of(tx, breach.id)) view.forfeited = view.forfeited + forfeit.amount;
  return view;
}

ContractView standing_of(db::Tx& tx, Parts const& parts, PersonId client, Instant now) {
  ContractView view{.state = ContractState::active,
                    .restriction = std::nullopt,
                    .end = std::nullopt,
                    .decided = {},
                    .support_email = parts.brand.provider.support_email};
  auto const& version = binding_terms(tx, parts, client, now).version;
  if (auto const end = store::standing_end(tx, client)) {
    view.state = ContractState::ended;
    view.end = EndView{end->ended_at, end->initiator, end->sent, terms::cited(end->clause, version)};
  }
  if (auto const standing = store::standing_restriction(tx, client)) {
    view.state = ContractState::restricted;
    auto const shown = standing->shows_ground && standing->ground;
    view.restriction = RestrictionView{.at = standing->imposed_at,
                                       .clause = terms::cited(standing->clause, version),
                                       .ground = shown ? paragraph(*standing->ground, version) : std::nullopt,
                                       .of_breach = standing->breach.has_value()};
  }
  for (auto const& breach : store::breaches_of(tx, client, decided_max)) {
    if (store::ruling_of(tx, breach.id)) view.decided.push_back(view_of(tx, parts, breach, std::nullopt));
  }
  return view;
}

EndPreviewView view_of(Parts const& parts, EndPreview const& preview) {
  EndPreviewView view{.preview = preview.token,
                      .expires_at = preview.expires_at,
                      .sessions = preview.money.sessions,
                      .refund = Money::zero(parts.brand.currency),
                      .kept = Money::zero(parts.brand.currency),
                      .clause = preview.ended.because};
  for (auto const& one : view.sessions) {
    view.refund = view.refund + one.refund;
    view.kept = view.kept + one.kept;
  }
  return view;
}

http::Problem problem(ReportRefusal refusal) {
  if (refusal == ReportRefusal::no_such_client) return http::not_found();
  return http::named(refusal);
}
http::Problem problem(EvidenceRefusal refusal) { return http::named(refusal); }
http::Problem problem(BreachRefused const& refused) { return http::named(refused.why, refused.because); }
http::Problem problem(DemandRefused const& refused) { return http::named(refused.why, refused.because); }
http::Problem problem(DemandEndRefusal refusal) { return http::named(refusal); }
http::Problem problem(RestrictionRefused const& refused) { return http::named(refused.why, refused.because); }

http::Problem problem(LiftClientRefused const& refused) {
  if (auto const* none = std::get_if<NotRestricted>(&refused)) return http::named(*none);
  auto const& lift = std::get<LiftRefused>(refused);
  return http::named(lift.why, lift.because);
}

http::Problem problem(EndRefused const& refused) { return http::named(refused.why, refused.because); }

http::Problem problem(EndContractRefused const& refused) {
  if (auto const* nothing = std::get_if<NothingBack>(&refused)) {
    return {.status = http::conflict, .code = "no_refund_not_accepted", .clause = nothing->because};
  }
  if (auto const* end = std::get_if<EndRefused>(&refused)) return problem(*end);
  return problem(std::get<terms::PreviewRefusal>(refused));
}

void tell_ended(http::Call& call, Parts const& parts, std::vector<std::string> ended) {
  if (ended.empty() || !parts.session_ended) return;
  call.after_commit([tell = parts.session_ended, ended = std::move(ended)] {
    for (auto const& session : ended) tell(session);
  });
}

void add_routes(http::Routes& routes, Parts const& parts) {
  add_client_routes(routes, parts);
  add_breach_routes(routes, parts);
  add_standing_routes(routes, parts);
}

}  // namespace kelisim::contracts
