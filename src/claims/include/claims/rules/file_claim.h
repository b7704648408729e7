#pragma once

#include "kernel/clause.h"
#include "kernel/instant.h"
#include "kernel/result.h"
#include "scheduling/rules/booking.h"
#include "terms/terms.h"

#include <boost/describe.hpp>

#include <cstdint>
#include <optional>
#include <vector>

namespace kelisim::claims {

/// What a claim is about. A closed list: technical_connection … other are the terms' claim_categories (HAR-3.10c).
enum class Category : std::uint8_t {
  technical_connection = 1,
  specialist_late = 2,
  specialist_absent = 3,
  under_delivered = 4,
  other = 5,
  dissatisfaction = 6,  ///< "did not help": recorded and answered, no ground for liability (HAR-6.5a)
};
BOOST_DESCRIBE_ENUM(Category, technical_connection, specialist_late, specialist_absent, under_delivered, other,
                    dissatisfaction)

/// What a client's words are to the business.
enum class Standing : std::uint8_t {
  disputed = 1,  ///< a claim in time: nothing is accepted and nothing paid out until it is decided
  feedback = 2,  ///< answered; the session is accepted when its time comes
  request = 3,   ///< too late for a claim, or after one was decided: a request to support, answered all the same
  question = 4,  ///< about the service and no session of it (HAR-4.1.6a)
};
BOOST_DESCRIBE_ENUM(Standing, disputed, feedback, request, question)

struct FilingFacts {
  Category category;
  bool has_reasons;  ///< written text of the client's own
  scheduling::BookingState state;
  Instant starts_at;
  std::optional<Instant> ended_at;  ///< the actual end with its extension; nothing while the session runs
  bool claim_open;                  ///< of the same booking
  Instant received_at;              ///< to the microsecond, at any hour of the day
  std::optional<bool> ruled;        ///< a claim of the same booking has been decided
};
BOOST_DESCRIBE_STRUCT(FilingFacts, (),
                      (category, has_reasons, state, starts_at, ended_at, claim_open, received_at, ruled))

struct Filed {
  Standing standing;
  std::optional<Instant> claims_until;  ///< the last instant in time, inclusive; nothing while the session runs
  Clause because;
  std::vector<Clause> rests_on;
};
BOOST_DESCRIBE_STRUCT(Filed, (), (standing, claims_until, because, rests_on))

/// In order of precedence.
enum class FilingRefusal : std::uint8_t {
  no_such_right = 1,     ///< the edition has no acceptance of services
  session_not_held = 2,  ///< never confirmed, or cancelled: its money followed other clauses
  session_not_begun = 3,
  reasons_missing = 4,  ///< HAR-3.10b: not written or without reasons; the period keeps running
  claim_open = 5,       ///< what is new belongs to the open claim
  too_many_open = 6,    ///< beside it, of what stops no acceptance
};
BOOST_DESCRIBE_ENUM(FilingRefusal, no_such_right, session_not_held, session_not_begun, reasons_missing, claim_open,
                    too_many_open)

struct FilingRefused {
  FilingRefusal why;
  std::optional<Clause> because;
};

/// HAR-3.10b: "A claim inside the 12 hours must be written and give reasons; it stops automatic acceptance. Claims
///   may be sent at any hour; support hours do not apply."
/// HAR-3.10d: "A claim received at exactly 12 hours after the end is in time"; later "the message becomes an ordinary
///   support request".
/// HAR-3.10f: what a ruling accepted, or found not to be rendered, is not disputed a second time: who disagrees asks
///   for another look at that ruling, and what is new is an ordinary request, answered all the same.
/// HAR-6.5a: "Mere dissatisfaction is no ground for liability: a claim of category dissatisfaction is recorded and
///   answered but leads to no refund by itself."
[[nodiscard]] Result<Filed, FilingRefused> decide_filing(FilingFacts const& facts, terms::Terms const& terms);

}  // namespace kelisim::claims
