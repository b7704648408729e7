#pragma once

#include "contracts/contracts.h"
#include "platform/http/problems.h"
#include "platform/http/routes.h"
#include "platform/json/described.h"
#include "terms/rules/deadline.h"
#include "use_cases/breaches.h"
#include "use_cases/standing.h"

#include <optional>
#include <string>
#include <vector>

/// What the routes of contracts answer with, and refusals as problems.
namespace kelisim::contracts {

enum class ContractState : std::uint8_t { active = 1, restricted = 2, ended = 3 };
BOOST_DESCRIBE_ENUM(ContractState, active, restricted, ended)

struct RestrictionView {
  Instant at;
  Clause clause;
  std::optional<Clause> ground;  ///< the paragraph that was broken, where it is shown
  bool of_breach;
};
BOOST_DESCRIBE_STRUCT(RestrictionView, (), (at, clause, ground, of_breach))

struct EndView {
  Instant at;
  Initiator initiator;
  Sent sent;
  Clause clause;
};
BOOST_DESCRIBE_STRUCT(EndView, (), (at, initiator, sent, clause))

struct DemandEndView {
  DemandEnd what;
  Instant at;
  bool in_time;
};
BOOST_DESCRIBE_STRUCT(DemandEndView, (), (what, at, in_time))

struct DemandView {
  Money penalty;
  Money damage;
  Money total;
  Instant issued_at;
  Instant due_at;
  std::vector<terms::DueStep> steps;  ///< how the due instant was counted
  Clause clause;
  std::optional<DemandEndView> end;
};
BOOST_DESCRIBE_STRUCT(DemandView, (), (penalty, damage, total, issued_at, due_at, steps, clause, end))

struct RulingView {
  bool confirmed;
  Instant at;
  Clause clause;
  std::optional<std::string> reasons;  ///< absent after an erasure, and in lists of staff
};
BOOST_DESCRIBE_STRUCT(RulingView, (), (confirmed, at, clause, reasons))

/// What was decided about a breach.
struct BreachView {
  BreachId id;
  std::string code;
  std::optional<Clause> paragraph;
  Instant recorded_at;
  std::optional<RulingView> ruling;
  Money forfeited;
  std::optional<DemandView> demand;
};
BOOST_DESCRIBE_STRUCT(BreachView, (), (id, code, paragraph, recorded_at, ruling, forfeited, demand))

struct ContractView {
  ContractState state;
  std::optional<RestrictionView> restriction;
  std::optional<EndView> end;
  std::vector<BreachView> decided;  ///< newest first; what is only suspected is not among them
  std::string support_email;        ///< to whom one appeals
};
BOOST_DESCRIBE_STRUCT(ContractView, (), (state, restriction, end, decided, support_email))

struct EndPreviewView {
  std::string preview;
  Instant expires_at;
  std::vector<SessionAtEnd> sessions;
  Money refund;
  Money kept;
  Clause clause;
};
BOOST_DESCRIBE_STRUCT(EndPreviewView, (), (preview, expires_at, sessions, refund, kept, clause))

/// `reasons`: opened by the caller.
[[nodiscard]] BreachView view_of(db::Tx& tx, Parts const& parts, Breach const& breach,
                                 std::optional<std::string> reasons);
/// For the client, or for staff: neither opens a sealed text here.
[[nodiscard]] ContractView standing_of(db::Tx& tx, Parts const& parts, PersonId client, Instant now);
[[nodiscard]] EndPreviewView view_of(Parts const& parts, EndPreview const& preview);

[[nodiscard]] http::Problem problem(ReportRefusal refusal);
[[nodiscard]] http::Problem problem(EvidenceRefusal refusal);
[[nodiscard]] http::Problem problem(BreachRefused const& refused);
[[nodiscard]] http::Problem problem(DemandRefused const& refused);
[[nodiscard]] http::Problem problem(DemandEndRefusal refusal);
[[nodiscard]] http::Problem problem(RestrictionRefused const& refused);
[[nodiscard]] http::Problem problem(LiftClientRefused const& refused);
[[nodiscard]] http::Problem problem(EndRefused const& refused);
[[nodiscard]] http::Problem problem(EndContractRefused const& refused);

/// Tells the ended sign-in sessions to whoever holds their sockets, after the commit.
void tell_ended(http::Call& call, Parts const& parts, std::vector<std::string> ended);

void add_client_routes(http::Routes& routes, Parts const& parts);
void add_breach_routes(http::Routes& routes, Parts const& parts);
void add_standing_routes(http::Routes& routes, Parts const& parts);

}  // namespace kelisim::contracts
