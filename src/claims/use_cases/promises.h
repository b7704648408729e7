#pragma once

#include "claims/claims.h"
#include "store/cases.h"
#include "terms/rules/deadline.h"

#include <optional>
#include <string_view>

/// What a case makes the business owe, and what people are told of it.
namespace kelisim::claims {

/// An answer is owed to the client of the case; `round` tells promises of one case apart.
void promise_answer(db::Tx& tx, Parts const& parts, Case const& about, terms::Due const& due, std::string_view round,
                    Instant now);
/// Everything that was owed in the case is done.
void keep_promises(db::Tx& tx, Case const& about, std::optional<PersonId> by, Instant now);

enum class CaseNotice : std::uint8_t {
  claim_received = 1,
  claim_answered = 2,
  claim_ruled = 3,        ///< for the first time: an appeal may follow
  claim_ruled_again = 4,  ///< on the appeal
  claim_in_court = 5
};
BOOST_DESCRIBE_ENUM(CaseNotice, claim_received, claim_answered, claim_ruled, claim_ruled_again, claim_in_court)

/// To the client, with the case's number and the clause; `until` where there is a deadline to tell.
void tell_client(db::Tx& tx, Parts const& parts, Case const& about, CaseNotice kind, Clause const& because,
                 Instant until, Instant now);

}  // namespace kelisim::claims
