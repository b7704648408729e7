#include "kernel/ensure.h"
#include "obligations/sweeper.h"
#include "store/promises.h"

#include <map>

namespace kelisim::obligations {
namespace {

constexpr int promises_per_run = 500;
constexpr int audit_page = 500;
constexpr Duration sweeping = std::chrono::hours(1);

StageFacts facts_of(Promise const& promise) { return {promise.owner, promise.arose_at, promise.due_at}; }

jobs::JobResult sweep_job(jobs::JobContext& context, Alarms& alarms) {
  auto const raised =
      context.database().write_now([&](db::Tx& tx) { return sweep(tx, alarms, context.now(), promises_per_run); });
  return raised == promises_per_run ? jobs::JobResult::again(context.now()) : jobs::JobResult::done();
}

bool counted_alike(db::Tx& tx, Promise const& promise, std::map<std::string, terms::WorkCalendar>& calendars) {
  terms::WorkCalendar const* calendar = nullptr;
  if (auto const& country = promise.counted.country) {
    auto const found = calendars.find(*country);
    calendar = found != calendars.end()
                   ? &found->second
                   : &calendars.emplace(*country, terms::read_calendar(tx, *country)).first->second;
  }
  return terms::count_due(promise.counted, calendar).at + store::postponed_by(tx, promise.id) == promise.due_at;
}

}  // namespace

int sweep(db::Tx& tx, Alarms& alarms, Instant now, int limit) {
  int raised = 0;
  for (auto promise : store::to_look_at(tx, now, limit)) {
    auto const stage = stage_reached(facts_of(promise), now);
    ENSURE(stage.has_value());
    auto const first = store::insert_alarm(tx, promise, *stage, now);
    store::set_stage(tx, promise.id, stage, next_look(facts_of(promise), stage));
    if (!first) continue;
    promise.stage = stage;
    alarms.raised(tx, promise, *stage, now);
    ++raised;
  }
  return raised;
}

void add_jobs(jobs::JobRunner& runner, Alarms& alarms) {
  runner.every("obligations.sweep", std::chrono::minutes(5),
               [&alarms](jobs::JobContext& context) { return sweep_job(context, alarms); });
}

std::vector<Finding> check(db::Tx& tx, Instant now) {
  std::vector<Finding> findings;
  std::map<std::string, terms::WorkCalendar> calendars;
  std::string last;
  while (true) {
    auto const page = store::after(tx, last, audit_page);
    for (auto const& promise : page) {
      if (!counted_alike(tx, promise, calendars)) findings.push_back({"counted", promise.dedupe_key});
      if (promise.ended_at && *promise.ended_at < promise.arose_at) findings.push_back({"ended", promise.dedupe_key});
      if (promise.state != PromiseState::open) continue;
      if (stage_reached(facts_of(promise), now - sweeping) > promise.stage)
        findings.push_back({"unheard", promise.dedupe_key});
    }
    if (std::ssize(page) < audit_page) return findings;
    last = page.back().id.str();
  }
}

}  // namespace kelisim::obligations
