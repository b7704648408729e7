#include "claims/rules/file_claim.h"

#include "kernel/ensure.h"

#include <boost/describe/enum_to_string.hpp>

#include <algorithm>

namespace kelisim::claims {
namespace {

using scheduling::BookingState;

Failure<FilingRefused> refused(FilingRefusal why, std::optional<Clause> because = std::nullopt) {
  return Failure(FilingRefused{why, because});
}

bool is_ground(Category category, terms::AcceptanceTerms const& terms) {
  auto const* name = boost::describe::enum_to_string(category, nullptr);
  ENSURE(name != nullptr);
  return std::ranges::find(terms.claim_categories.value, name) != terms.claim_categories.value.end();
}

bool is_late(Instant received_at, Instant until, terms::Boundary boundary) {
  return boundary == terms::Boundary::inclusive ? received_at > until : received_at >= until;
}

}  // namespace

Result<Filed, FilingRefused> decide_filing(FilingFacts const& facts, terms::Terms const& terms) {
  if (!terms.acceptance) return refused(FilingRefusal::no_such_right);
  auto const& acceptance = *terms.acceptance;
  if (facts.state != BookingState::confirmed && facts.state != BookingState::finished) {
    return refused(FilingRefusal::session_not_held);
  }
  if (facts.received_at < facts.starts_at) return refused(FilingRefusal::session_not_begun);
  if (!facts.has_reasons) return refused(FilingRefusal::reasons_missing, acceptance.claim_form.clause);
  if (facts.claim_open) return refused(FilingRefusal::claim_open);

  Filed filed{.standing = Standing::disputed,
              .claims_until = std::nullopt,
              .because = acceptance.claim_form.clause,
              .rests_on = {acceptance.claim_categories.clause, acceptance.support_hours_apply.clause}};
  if (facts.ended_at) filed.claims_until = *facts.ended_at + acceptance.claim_time.value;
  if (!is_ground(facts.category, acceptance)) {
    ENSURE(terms.liability.has_value());
    filed.standing = Standing::feedback;
    filed.because = terms.liability->dissatisfaction_refund_percent.clause;
  } else if (filed.claims_until && is_late(facts.received_at, *filed.claims_until, acceptance.boundary.value)) {
    filed.standing = Standing::request;
    filed.because = acceptance.boundary.clause;
    filed.rests_on.push_back(acceptance.claim_time.clause);
  } else if (facts.ruled.value_or(false)) {
    filed.standing = Standing::request;
    filed.because = acceptance.granted_claim_remedy.clause;
  } else if (filed.claims_until == facts.received_at) {
    filed.because = acceptance.boundary.clause;
  }
  return filed;
}

}  // namespace kelisim::claims
