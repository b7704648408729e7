#pragma once

#include "kernel/clause.h"
#include "kernel/instant.h"
#include "scheduling/rules/booking.h"
#include "sessions/rules/attendance.h"
#include "terms/terms.h"

#include <boost/describe.hpp>

#include <cstdint>
#include <optional>
#include <vector>

namespace kelisim::sessions {

/// A connection that broke off without a word.
struct Loss {
  scheduling::Party who;
  Instant at;
};
BOOST_DESCRIBE_STRUCT(Loss, (), (who, at))

/// What one side said of the other's sound and picture, by the server's clock: for how long it received them, or
/// received nothing. Nothing is asked of a side about its own sending.
struct Hearing {
  scheduling::Party witness;
  bool hears;
  Instant from;
  Instant until;
};
BOOST_DESCRIBE_STRUCT(Hearing, (), (witness, hears, from, until))

/// A span in which the relay took from a side, or gave to it, as many packets as sound alone comes to.
struct Carriage {
  scheduling::Party side;
  Instant from;
  Instant until;
};
BOOST_DESCRIBE_STRUCT(Carriage, (), (side, from, until))

/// What the relay itself saw. It counts packets and cannot look into them: it knows that something passed, not what.
struct RelayView {
  std::vector<scheduling::Interval> watched;  ///< it was telling; outside of this its silence means nothing
  std::vector<Carriage> took;
  std::vector<Carriage> gave;
};
BOOST_DESCRIBE_STRUCT(RelayView, (), (watched, took, gave))

struct ConnectionFacts {
  scheduling::Interval session;  ///< scheduled start to the end with its extension
  std::vector<Stay> stays;
  std::vector<Loss> losses;
  std::vector<Hearing> hearings;
  std::optional<RelayView> relay = {};  ///< nothing: media went directly, or the relay does not tell
};
BOOST_DESCRIBE_STRUCT(ConnectionFacts, (), (session, stays, losses, hearings, relay))

enum class FailureSide : std::uint8_t { none = 1, client = 2, specialist = 3, service = 4 };
BOOST_DESCRIBE_ENUM(FailureSide, none, client, specialist, service)

/// Where the relay's view stands beside what the two said. Seconds in which both were there and it was telling.
struct RelayFindings {
  std::int64_t watched_seconds;
  std::int64_t client_silent_seconds;      ///< nothing came from the client, as the specialist said too
  std::int64_t specialist_silent_seconds;  ///< nothing came from the specialist, as the client said too
  std::int64_t client_refuted_seconds;     ///< what the client said of its hearing was not so
  std::int64_t specialist_refuted_seconds;
};
BOOST_DESCRIBE_STRUCT(RelayFindings, (),
                      (watched_seconds, client_silent_seconds, specialist_silent_seconds, client_refuted_seconds,
                       specialist_refuted_seconds))

struct ConnectionVerdict {
  FailureSide side;  ///< of the longest failure of a whole minute or more; none below that
  std::int64_t together_seconds;
  std::int64_t media_seconds;    ///< of these, in which both received the other: they said so, and so did the relay
  std::int64_t service_seconds;  ///< both cut off within seconds of one another, or both there and receiving nothing
  std::int64_t specialist_seconds;
  std::int64_t client_seconds;
  std::int64_t disputed_seconds;  ///< one says that it received nothing, the other does not: held against nobody
  Clause because;
  std::vector<Clause> rests_on;
  std::optional<RelayFindings> relay;  ///< nothing where the facts hold no view of the relay
};
BOOST_DESCRIBE_STRUCT(ConnectionVerdict, (),
                      (side, together_seconds, media_seconds, service_seconds, specialist_seconds, client_seconds,
                       disputed_seconds, because, rests_on, relay))

/// Whose connection failed and for how long, from the presence record and what both sides said they received.
/// HAR-4.2.13b: "A lost connection is not leaving: allow rejoining until the end and keep the log; if the service
///   caused the loss, the claim route applies."
/// HAR-3.10c: "The claim concerns … the technical possibility of connecting; record the claim category and link
///   connection logs and the equipment check."
/// It moves no money: attendance is decided by joins and leaves alone (HAR-3.9e), a claim by staff who see this.
/// A side's word alone decides nothing: a failure of the service is what both sides say at once, and what one says
/// and the other does not is disputed. A side's own lost connection counts as its own.
/// Where the relay tells what it saw, a word that it refutes counts for nothing, whichever way it was said; and who
/// sent nothing into it while the other waited has failed, though both were there.
[[nodiscard]] ConnectionVerdict judge_connection(ConnectionFacts const& facts, terms::Terms const& terms);

}  // namespace kelisim::sessions
