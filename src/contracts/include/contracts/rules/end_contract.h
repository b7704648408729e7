#pragma once

#include "kernel/clause.h"
#include "kernel/instant.h"
#include "kernel/result.h"
#include "terms/terms.h"

#include <boost/describe.hpp>

#include <cstdint>
#include <optional>
#include <vector>

namespace kelisim::contracts {

enum class Initiator : std::uint8_t { client = 1, provider = 2 };
BOOST_DESCRIBE_ENUM(Initiator, client, provider)

/// How the demand to end the contract came.
enum class Sent : std::uint8_t {
  account = 1,             ///< by the signed-in client
  registered_address = 2,  ///< a letter from the address that stands in the account
  other_address = 3,       ///< a letter from any other, or where the account has none
  staff = 4,               ///< the provider's own, written to the client
};
BOOST_DESCRIBE_ENUM(Sent, account, registered_address, other_address, staff)

struct EndFacts {
  Initiator initiator;
  Sent sent;
  bool ended;  ///< before
  bool has_reasons;
  Instant received_at;
};
BOOST_DESCRIBE_STRUCT(EndFacts, (), (initiator, sent, ended, has_reasons, received_at))

struct Ended {
  Initiator initiator;
  Instant ended_at;
  Clause because;
  std::vector<Clause> rests_on;
};
BOOST_DESCRIBE_STRUCT(Ended, (), (initiator, ended_at, because, rests_on))

/// In order of precedence.
enum class EndRefusal : std::uint8_t {
  no_such_right = 1,  ///< the edition gives this side no such end
  already_ended = 2,
  sender_unknown = 3,   ///< not executed: the client is asked, at the registered address, to confirm who they are
  reasons_missing = 4,  ///< of the provider, kept and not shown
};
BOOST_DESCRIBE_ENUM(EndRefusal, no_such_right, already_ended, sender_unknown, reasons_missing)

struct EndRefused {
  EndRefusal why;
  std::optional<Clause> because;
};

/// HAR-4.4.3a: "The user may terminate the contract unilaterally by e-mail to the support mailbox sent from the
///   address registered in the account"; from any other "it is not executed and identity confirmation is requested".
/// HAR-4.4.3c: "offer the same function in the account".
/// HAR-4.3.5a: "The provider may terminate the contract unilaterally."
/// HAR-8.2a: "record sender, time and effect". The contract is ended at the instant of receipt; what its sessions are
/// worth is decided for each (scheduling/rules/end_sessions.h).
[[nodiscard]] Result<Ended, EndRefused> decide_end(EndFacts const& facts, terms::Terms const& terms);

}  // namespace kelisim::contracts
