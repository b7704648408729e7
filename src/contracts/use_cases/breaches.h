#pragma once

#include "contracts/contracts.h"
#include "kernel/result.h"
#include "store/breaches.h"

#include <optional>
#include <string>
#include <vector>

namespace kelisim::contracts {

inline constexpr int evidence_max = 20;  // items of one breach

struct EvidenceText {
  EvidenceKind kind;
  std::string description;
};

struct BreachReport {
  PersonId client;
  std::string code;     ///< number of the paragraph
  std::string account;  ///< what happened, in words
  std::optional<scheduling::BookingId> booking = std::nullopt;
  std::optional<EvidenceText> evidence = std::nullopt;
};

/// In order of precedence.
enum class ReportRefusal : std::uint8_t {
  no_such_client = 1,
  no_such_breach = 2,
  account_missing = 3,
  too_many_reports = 4  ///< of this client by the same person wait for a ruling already
};
BOOST_DESCRIBE_ENUM(ReportRefusal, no_such_client, no_such_breach, account_missing, too_many_reports)

/// HAR-4.2.2c, HAR-4.2.7c, HAR-4.2.10a, HAR-4.2.16a: staff and specialists may report a suspected breach; "nothing
/// else happens automatically".
[[nodiscard]] Result<Breach, ReportRefusal> record_breach(db::Tx& tx, Parts const& parts, BreachReport const& report,
                                                          PersonId by, Instant now);

/// In order of precedence.
enum class EvidenceRefusal : std::uint8_t { already_decided = 1, description_missing = 2, too_much_evidence = 3 };
BOOST_DESCRIBE_ENUM(EvidenceRefusal, already_decided, description_missing, too_much_evidence)

/// HAR-6.2d: "each item has uploader, time and checksum". Media of sessions are no source: none exist.
[[nodiscard]] Result<void, EvidenceRefusal> add_evidence(db::Tx& tx, Parts const& parts, Breach const& breach,
                                                         EvidenceText const& evidence, PersonId by, Instant now);

struct BreachFinding {
  bool confirms;
  std::string reasons;
};
/// What followed. Sessions of the sign-in that ended are told after the commit.
struct BreachOutcome {
  BreachRuled ruled;
  std::vector<std::string> ended_sessions;
};
/// A second person confirms the breach or finds that there was none. What the clauses attach to a confirmed one
/// follows in the same transaction: the account is blocked, the contract ends, unused sessions are forfeited. The
/// penalty is a demand of its own.
[[nodiscard]] Result<BreachOutcome, BreachRefused> rule_on_breach(db::Tx& tx, Parts const& parts,
                                                                  Breach const& breach, BreachFinding const& finding,
                                                                  PersonId by, Instant now);

/// Staff demand the penalty with the damage that they proved; due by working days of Kazakhstan. The promise
/// `contracts.penalty:<breach>` calls finance when it was not paid in time.
[[nodiscard]] Result<Demand, DemandRefused> demand_penalty(db::Tx& tx, Parts const& parts, Breach const& breach,
                                                           Money damage, PersonId by, Instant now);

/// In order of precedence.
enum class DemandEndRefusal : std::uint8_t { not_demanded = 1, before_demand = 2, already_ended = 3 };
BOOST_DESCRIBE_ENUM(DemandEndRefusal, not_demanded, before_demand, already_ended)
/// HAR-6.2f: "it is only recorded as demanded, paid or contested"; withdrawn, when staff think better of it.
[[nodiscard]] Result<void, DemandEndRefusal> end_demand(db::Tx& tx, Parts const& parts, Breach const& breach,
                                                        DemandEnd what, Instant at, PersonId by, Instant now);

}  // namespace kelisim::contracts
