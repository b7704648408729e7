#include "use_cases/accept_by_ruling.h"

#include "claims/rules/accept_service.h"
#include "kernel/ensure.h"
#include "store/cases.h"

#include <algorithm>

namespace kelisim::claims {
namespace {

/// Decides, records and writes the acceptance; gives the decision's id.
std::string write_acceptance(db::Tx& tx, Random& random, terms::Terms const& terms,
                             scheduling::Booking const& booking, AcceptanceFacts const& facts) {
  auto const accepted = decide_acceptance(facts, terms);
  ENSURE(accepted.accepted_at.has_value());
  auto const decision = terms::record(tx, random, "claims.acceptance", booking.id.view(), booking.client, terms,
                                      facts, accepted, accepted.because, facts.now)
                            .str();
  ENSURE(store::insert_acceptance(tx, booking.id,
                                  {.accepted_at = *accepted.accepted_at,
                                   .recorded_at = facts.now,
                                   .clause = std::string(accepted.because.id),
                                   .decision = decision}));
  return decision;
}

bool was_held(sessions::SessionOnRecord const& record) {
  return record.attendance == "held" || record.attendance == "no_show_client";
}

bool is_founded(db::Tx& tx, CaseId id) {
  return std::ranges::any_of(store::rulings_of(tx, id),
                             [](store::RulingRow const& ruling) { return ruling.finding != Finding::unfounded; });
}

}  // namespace

bool Acceptances::holds_back(db::Tx& tx, scheduling::BookingId booking) const {
  return std::ranges::any_of(store::cases_of_booking(tx, booking), [&](Case const& one) {
    auto const open = one.state == CaseState::open || one.state == CaseState::answered;
    return (one.standing == Standing::disputed && open) || is_founded(tx, one.id);
  });
}

std::string Acceptances::accept(db::Tx& tx, scheduling::Booking const& booking, Instant ended_at, Instant now) {
  if (auto const before = store::acceptance_of(tx, booking.id)) return before->decision;
  return write_acceptance(
      tx, random_, brand_.terms.at(booking.terms_version), booking,
      {.ended_at = ended_at, .claim = ClaimEnd::none, .claim_decided_at = std::nullopt, .now = now});
}

void accept_by_ruling(db::Tx& tx, Parts const& parts, scheduling::Booking const& booking,
                      sessions::SessionOnRecord const& record, Instant now) {
  if (!was_held(record) || store::acceptance_of(tx, booking.id)) return;
  auto const& terms = parts.brand.terms.at(booking.terms_version);
  AcceptanceFacts const facts{
      .ended_at = *record.ended_at, .claim = ClaimEnd::unfounded, .claim_decided_at = now, .now = now};
  auto const decision = write_acceptance(tx, parts.random, terms, booking, facts);
  auto const earned = parts.orders.earn(tx, booking.order, {decide_acceptance(facts, terms).because, decision}, now);
  ENSURE(earned || earned.error() != orders::EarnRefusal::not_paid);
}

}  // namespace kelisim::claims
