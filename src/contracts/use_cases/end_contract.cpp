#include "kernel/ensure.h"
#include "kernel/text.h"
#include "terms/clauses.h"
#include "use_cases/binding.h"
#include "use_cases/breaches.h"
#include "use_cases/standing.h"

#include <algorithm>

namespace kelisim::contracts {
namespace {

constexpr std::string_view kind = "contracts.end";

scheduling::EndingOrder order_of(Initiator initiator, PersonId by, Instant received_at) {
  return {.ending = initiator == Initiator::client ? scheduling::Ending::by_client : scheduling::Ending::by_provider,
          .by = by,
          .received_at = received_at};
}

SessionsAtEnd worth_of(std::vector<scheduling::EndedSession> const& ended) {
  SessionsAtEnd worth;
  for (auto const& one : ended) {
    worth.sessions.push_back(
        {one.booking.id, one.booking.starts_at, one.outcome.refund, one.outcome.kept, one.outcome.because});
  }
  return worth;
}

Money refund_of(SessionsAtEnd const& worth, Currency currency) {
  auto sum = Money::zero(currency);
  for (auto const& one : worth.sessions) sum = sum + one.refund;
  return sum;
}

EndFacts facts_of(db::Tx& tx, PersonId client, EndRequest const& request) {
  return {.initiator = request.initiator,
          .sent = request.sent,
          .ended = store::standing_end(tx, client).has_value(),
          .has_reasons = says_something(request.reasons),
          .received_at = request.received_at};
}

struct Promise {
  Instant received_at;
  std::optional<terms::HonouredPreview> preview;
};

Result<Promise, terms::PreviewRefusal> promise_of(Parts const& parts, PersonId client, EndRequest const& request,
                                                  Instant now) {
  if (!request.preview) return Promise{request.received_at, std::nullopt};
  auto const preview = parts.scheduling.previews.verify(*request.preview, kind, client.view(), request.by, now);
  if (!preview) return Failure(preview.error());
  return Promise{preview->decided_at, *preview};
}

bool keeps_something(SessionsAtEnd const& worth) {
  return std::ranges::any_of(worth.sessions, [](SessionAtEnd const& one) { return one.kept.is_positive(); });
}

void write_end(db::Tx& tx, Parts const& parts, PersonId client, EndRequest const& request, Ended const& ended,
               std::string const& decision, std::optional<BreachId> breach, Instant now) {
  std::optional<db::Bytes> reasons;
  if (!request.reasons.empty()) reasons = parts.vault.seal(tx, client, contract_text, request.reasons);
  ENSURE(store::insert_end(tx, {.id = parts.random.id<store::EndId>(now),
                                .client = client,
                                .initiator = request.initiator,
                                .sent = request.sent,
                                .breach = breach,
                                .reasons = std::move(reasons),
                                .ended_at = ended.ended_at,
                                .recorded_by = request.by,
                                .recorded_at = now,
                                .clause = std::string(ended.because.id),
                                .decision = decision}));
  parts.people.close(tx, client, now);
  parts.audit.append(tx, now,
                     {.action = "contracts.ended",
                      .actor = request.by,
                      .subject = client,
                      .object = decision,
                      .purpose = privacy::Purpose::client_request});
}

}  // namespace

Result<EndPreview, EndRefused> preview_end(db::Tx& tx, Parts const& parts, PersonId client, Initiator initiator,
                                           PersonId by, Instant now) {
  EndRequest const request{.initiator = initiator,
                           .sent = initiator == Initiator::client ? Sent::account : Sent::staff,
                           .received_at = now,
                           .by = by};
  auto facts = facts_of(tx, client, request);
  facts.has_reasons = true;  // the provider's are asked for when it is done
  auto const ended = decide_end(facts, binding_terms(tx, parts, client, now));
  if (!ended) return Failure<EndRefused>(ended.error());
  auto money = worth_of(scheduling::preview_ending(tx, parts.scheduling, client, order_of(initiator, by, now), now));
  auto token = parts.scheduling.previews.sign({.kind = std::string(kind),
                                               .subject = client.str(),
                                               .person = by,
                                               .decided_at = now,
                                               .outcome = json::to_text(money)});
  return EndPreview{*ended, std::move(money), std::move(token), parts.scheduling.previews.expires_at(now)};
}

Result<Ended, EndContractRefused> end_contract(db::Tx& tx, Parts const& parts, PersonId client,
                                               EndRequest const& request, Instant now) {
  using Refused = Failure<EndContractRefused>;
  auto const promise = promise_of(parts, client, request, now);
  if (!promise) return Refused(promise.error());
  auto decided = request;
  decided.received_at = promise->received_at;
  auto const& terms = binding_terms(tx, parts, client, now);
  auto const facts = facts_of(tx, client, decided);
  auto const ended = decide_end(facts, terms);
  if (!ended) return Refused(ended.error());
  auto const order = order_of(request.initiator, request.by, decided.received_at);
  auto const worth = worth_of(scheduling::preview_ending(tx, parts.scheduling, client, order, now));
  if (promise->preview && !promise->preview->promises(json::to_text(worth))) {
    return Refused(terms::PreviewRefusal::outdated);
  }
  auto const asks_first = request.sent == Sent::account && keeps_something(worth);
  if (asks_first && !request.accepts_no_refund) return Refused(NothingBack{terms::cited("HAR-3.7e", terms.version)});

  auto const decision = terms::record(tx, parts.random, kind, client.view(), client, terms, facts, *ended,
                                      ended->because, ended->ended_at)
                            .str();
  scheduling::end_sessions(tx, parts.scheduling, client, order, now);
  write_end(tx, parts, client, decided, *ended, decision, std::nullopt, now);
  tell(tx, parts, client, request.initiator == Initiator::client ? "contract_ended_by_client" : "contract_ended",
       decision,
       {{"clause", std::string(ended->because.number)},
        {"ended_at", ended->ended_at},
        {"refund", refund_of(worth, parts.brand.currency)}},
       now);
  return *ended;
}

void end_for_breach(db::Tx& tx, Parts const& parts, Ground const& ground, Instant now) {
  if (store::standing_end(tx, ground.client)) return;
  EndRequest const request{.initiator = Initiator::provider,
                           .sent = Sent::staff,
                           .reasons = ground.reasons,
                           .received_at = now,
                           .by = ground.by};
  Ended const ended{Initiator::provider, now, ground.because, {}};
  write_end(tx, parts, ground.client, request, ended, ground.decision, ground.breach, now);
}

Sent sender_of(db::Tx& tx, Parts const& parts, PersonId client, std::string_view address) {
  auto const lower = [](std::string_view text) {
    std::string folded(text);
    std::ranges::transform(folded, folded.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return folded;
  };
  auto const registered = parts.people.email(tx, client);
  return registered && lower(*registered) == lower(address) ? Sent::registered_address : Sent::other_address;
}

void ask_who_it_was(db::Tx& tx, Parts const& parts, PersonId client, Instant now) {
  tell(tx, parts, client, "identity_wanted", client.view(), {}, now);
}

}  // namespace kelisim::contracts
