#include "use_cases/rule_on_case.h"

#include "claims/rules/accept_service.h"
#include "kernel/ensure.h"
#include "kernel/text.h"
#include "sessions/record.h"
#include "use_cases/accept_by_ruling.h"
#include "use_cases/promises.h"

namespace kelisim::claims {
namespace {

struct Scene {
  scheduling::Booking booking;
  sessions::SessionOnRecord record;
  RulingFacts facts;
};

std::optional<Scene> scene_of(db::Tx& tx, Parts const& parts, Case const& about, RulingText const& text,
                              PersonId by) {
  if (!about.booking) return std::nullopt;
  auto const booking = scheduling::find_booking(tx, *about.booking);
  ENSURE(booking.has_value());
  auto record = sessions::session_on_record(tx, booking->id);
  auto const order = orders::find_order(tx, booking->order);
  ENSURE(order.has_value());
  if (!record.ended_at || !order->price) return std::nullopt;
  auto const before = store::rulings_of(tx, about.id);
  auto const back = order->state == orders::OrderState::returning || order->state == orders::OrderState::returned;
  RulingFacts facts{.finding = text.finding,
                    .has_reasons = says_something(text.reasons),
                    .standing = about.standing,
                    .first = std::nullopt,
                    .appealed = about.state == CaseState::appealed,
                    .same_person = false,
                    .final = about.state == CaseState::final,
                    .paid = order->price.value_or(Money::zero(parts.brand.currency)),
                    .price_returned = back || scheduling::repeat_taken(tx, booking->id),
                    .damage = text.damage,
                    .service_failed = std::nullopt};
  if (about.category == Category::technical_connection && record.connection) {
    facts.service_failed = record.connection->side == sessions::FailureSide::service;
  }
  if (!before.empty()) {
    facts.first = before.front().finding;
    facts.same_person = before.front().ruled_by == by;
  }
  return Scene{*booking, std::move(record), facts};
}

void draw_consequences(db::Tx& tx, Parts const& parts, Scene const& scene, Ruling const& ruling, Instant now) {
  if (ruling.remedy) scheduling::offer_repeat(tx, parts.scheduling, scene.booking, ruling.because, now);
  if (ruling.accepts_service) accept_by_ruling(tx, parts, scene.booking, scene.record, now);
}

}  // namespace

Result<void, RuleOnCaseRefused> rule_on_case(db::Tx& tx, Parts const& parts, Case const& about,
                                             RulingText const& text, PersonId by, Instant now) {
  using Refused = Failure<RuleOnCaseRefused>;
  auto const scene = scene_of(tx, parts, about, text, by);
  if (!scene) return Refused(NothingToRuleOn{});
  auto const& terms = parts.brand.terms.at(about.terms_version);
  auto const ruling = decide_ruling(scene->facts, terms);
  if (!ruling) return Refused(ruling.error());

  auto const decision = terms::record(tx, parts.random, "claims.ruling", about.id.view(), about.client, terms,
                                      scene->facts, *ruling, ruling->because, now);
  auto const number = scene->facts.first ? 2 : 1;
  ENSURE(store::insert_ruling(tx, about.id,
                              {.number = number,
                               .finding = text.finding,
                               .ruled_by = by,
                               .reasons = parts.vault.seal(tx, about.client, case_text, text.reasons),
                               .refund = ruling->refund,
                               .damages = ruling->damages,
                               .clause = std::string(ruling->because.id),
                               .decision = decision.str(),
                               .ruled_at = now}));
  store::change_state(tx, about.id, about.state, number == 1 ? CaseState::ruled : CaseState::final);
  keep_promises(tx, about, by, now);
  draw_consequences(tx, parts, *scene, *ruling, now);
  auto const until = appeal_until(now, *parts.brand.claims, parts.brand.zone);
  auto const notice = number == 1 ? CaseNotice::claim_ruled : CaseNotice::claim_ruled_again;
  tell_client(tx, parts, about, notice, ruling->because, until, now);
  parts.audit.append(tx, now,
                     {.action = "claims.ruled",
                      .actor = by,
                      .subject = about.client,
                      .object = about.id.view(),
                      .purpose = privacy::Purpose::complaint});
  return {};
}

Result<void, AppealRefusal> appeal(db::Tx& tx, Parts const& parts, Case const& about, std::string_view reasons,
                                   Instant now) {
  using Refused = Failure<AppealRefusal>;
  auto const rulings = store::rulings_of(tx, about.id);
  if (rulings.empty()) return Refused(AppealRefusal::nothing_ruled);
  if (about.state != CaseState::ruled) return Refused(AppealRefusal::appealed_before);
  if (now > appeal_until(rulings.front().ruled_at, *parts.brand.claims, parts.brand.zone)) {
    return Refused(AppealRefusal::appeal_too_late);
  }
  if (!says_something(reasons)) return Refused(AppealRefusal::text_missing);
  if (!store::insert_appeal(tx, about.id, {parts.vault.seal(tx, about.client, case_text, reasons), now})) {
    return Refused(AppealRefusal::appealed_before);
  }
  auto const due = clocks_of(tx, parts, now).leading();
  store::wait_for_answer(tx, about.id, CaseState::ruled, CaseState::appealed, due.at);
  promise_answer(tx, parts, about, due, "appeal", now);
  return {};
}

}  // namespace kelisim::claims
