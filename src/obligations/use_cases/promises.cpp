#include "store/promises.h"
#include "kernel/ensure.h"

namespace kelisim::obligations {
namespace {

StageFacts facts_of(Promise const& promise) { return {promise.owner, promise.arose_at, promise.due_at}; }

}  // namespace

ObligationId undertake(db::Tx& tx, Random& random, Undertaking const& undertaking) {
  StageFacts const facts{undertaking.owner, undertaking.arose_at, undertaking.due.at};
  auto const id = random.id<ObligationId>(undertaking.arose_at);
  if (store::insert(tx, id, undertaking, next_look(facts, std::nullopt))) return id;
  auto const there = store::find(tx, undertaking.dedupe_key);
  ENSURE(there.has_value());
  return there->id;
}

bool keep(db::Tx& tx, std::string_view dedupe_key, Ending const& ending) {
  return store::end(tx, dedupe_key, {PromiseState::kept, ending.at, ending.by, std::nullopt});
}

std::int64_t keep_all(db::Tx& tx, std::string_view kind, std::string_view subject, Ending const& ending) {
  return store::end_all(tx, kind, subject, {PromiseState::kept, ending.at, ending.by, std::nullopt});
}

bool lift(db::Tx& tx, std::string_view dedupe_key, std::string_view why, Ending const& ending) {
  ENSURE(!why.empty());
  return store::end(tx, dedupe_key, {PromiseState::lifted, ending.at, ending.by, why});
}

bool postpone(db::Tx& tx, std::string_view dedupe_key, Postponement const& postponement) {
  ENSURE(postponement.by > Duration{0});
  auto promise = store::find(tx, dedupe_key);
  if (!promise || promise->state != PromiseState::open) return false;
  auto const due_after = promise->due_at + postponement.by;
  if (!store::insert_postponement(tx, *promise, postponement, due_after)) return false;
  promise->due_at = due_after;
  promise->steps.push_back({.text_key = "due.postponed",
                            .at = due_after,
                            .count = std::chrono::duration_cast<std::chrono::minutes>(postponement.by).count(),
                            .source = std::string(postponement.because.number)});
  store::set_due(tx, promise->id, due_after, promise->steps);
  auto const reached = stage_reached(facts_of(*promise), postponement.at);
  store::set_stage(tx, promise->id, reached, next_look(facts_of(*promise), reached));
  return true;
}

std::optional<Promise> find_promise(db::Tx& tx, std::string_view dedupe_key) { return store::find(tx, dedupe_key); }

std::optional<Promise> find_promise(db::Tx& tx, ObligationId id) { return store::find(tx, id); }

std::vector<Promise> list_promises(db::Tx& tx, PromiseFilter const& filter) { return store::list(tx, filter); }

std::optional<Instant> due_by_todays_calendar(db::Tx& tx, Promise const& promise, Instant now) {
  if (promise.counted.counting != terms::Counting::working_days) return std::nullopt;
  ENSURE(promise.counted.country.has_value());
  auto const calendar = terms::read_calendar(tx, *promise.counted.country);
  auto today = promise.counted;
  today.known_at = now;
  auto const then = terms::count_due(promise.counted, &calendar).at;
  auto const counted = terms::count_due(today, &calendar).at;
  if (counted == then) return std::nullopt;
  return counted + (promise.due_at - then);
}

}  // namespace kelisim::obligations
