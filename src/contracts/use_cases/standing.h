#pragma once

#include "contracts/contracts.h"
#include "contracts/rules/end_contract.h"
#include "contracts/rules/restrict.h"
#include "kernel/result.h"
#include "scheduling/ending.h"
#include "store/standing.h"
#include "terms/preview.h"

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace kelisim::contracts {

/// Why a client is shut out or a contract ended by the provider, and who answers for it.
struct Ground {
  PersonId client;
  std::optional<BreachId> breach;
  Clause because;
  std::string decision;
  std::string reasons;
  PersonId by;
};
struct ShownGround {
  std::optional<std::string> code;
  bool shown;
};
/// Blocks the account and writes the restriction, in the place of one that stands. The public ids of the sign-in
/// sessions that ended.
[[nodiscard]] std::vector<std::string> shut_out(db::Tx& tx, Parts const& parts, Ground const& ground,
                                                ShownGround const& shown, Instant now);
/// HAR-6.2c: the contract ends by a confirmed breach. Nothing where it had ended before.
void end_for_breach(db::Tx& tx, Parts const& parts, Ground const& ground, Instant now);

struct RestrictionOrder {
  std::optional<std::string> ground;  ///< number of the paragraph
  bool shows_ground;
  std::string reasons;
};
/// Shuts a client out and refunds what can no longer be held.
[[nodiscard]] Result<std::vector<std::string>, RestrictionRefused> restrict_client(db::Tx& tx, Parts const& parts,
                                                                                   PersonId client,
                                                                                   RestrictionOrder const& order,
                                                                                   PersonId by, Instant now);

enum class NotRestricted : std::uint8_t { not_restricted = 1 };
BOOST_DESCRIBE_ENUM(NotRestricted, not_restricted)
struct LiftOrder {
  bool unfounded;
  std::string reasons;
};
/// In order of precedence.
using LiftClientRefused = std::variant<NotRestricted, LiftRefused>;
[[nodiscard]] Result<void, LiftClientRefused> lift_restriction(db::Tx& tx, Parts const& parts, PersonId client,
                                                               LiftOrder const& order, PersonId by, Instant now);

/// One session ahead and what it is worth at the end of the contract.
struct SessionAtEnd {
  scheduling::BookingId booking_id;
  Instant starts_at;
  Money refund;
  Money kept;
  Clause clause;
};
BOOST_DESCRIBE_STRUCT(SessionAtEnd, (), (booking_id, starts_at, refund, kept, clause))
struct SessionsAtEnd {
  std::vector<SessionAtEnd> sessions;
};
BOOST_DESCRIBE_STRUCT(SessionsAtEnd, (), (sessions))

struct EndPreview {
  Ended ended;
  SessionsAtEnd money;
  std::string token;
  Instant expires_at;
};
[[nodiscard]] Result<EndPreview, EndRefused> preview_end(db::Tx& tx, Parts const& parts, PersonId client,
                                                         Initiator initiator, PersonId by, Instant now);

/// HAR-3.7e: for a session nothing would come back, and the client has not confirmed that.
struct NothingBack {
  Clause because;
};
struct EndRequest {
  Initiator initiator;
  Sent sent;
  std::optional<std::string> preview = std::nullopt;  ///< a promise to honour; else the instant of receipt decides
  bool accepts_no_refund = false;
  std::string reasons = {};  ///< of the provider
  Instant received_at;       ///< of a letter: when it came
  PersonId by;               ///< who asks, or who entered it
};
/// In order of precedence.
using EndContractRefused = std::variant<terms::PreviewRefusal, EndRefused, NothingBack>;
/// Ends the contract, settles every session ahead by itself, and tells the client by all ways.
[[nodiscard]] Result<Ended, EndContractRefused> end_contract(db::Tx& tx, Parts const& parts, PersonId client,
                                                             EndRequest const& request, Instant now);

/// HAR-4.4.3a: who sent a letter: the address that stands in the account, or any other.
[[nodiscard]] Sent sender_of(db::Tx& tx, Parts const& parts, PersonId client, std::string_view address);
/// A letter came from another address: the registered one is asked.
void ask_who_it_was(db::Tx& tx, Parts const& parts, PersonId client, Instant now);

}  // namespace kelisim::contracts
