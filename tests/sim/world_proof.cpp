#include "actions.h"
#include "world.h"

#include "terms/decisions.h"

#include <fmt/format.h>

namespace kelisim::sim {
namespace {

using std::chrono::hours;
using std::chrono::minutes;

constexpr db::Sql people_sql{"sim.people", "SELECT count(*) FROM identity_people WHERE role = 'client'"};
constexpr db::Sql promises_sql{"sim.promises", "SELECT count(*) FROM obligations_promises"};
constexpr db::Sql cases_sql{"sim.cases", "SELECT count(*) FROM claims_cases"};

}  // namespace

void World::inspect() {
  auto const found = real_database().read_now([&](db::Tx& tx) { return auditor_.inspect(tx, now()); });
  for (auto const& what : found) finding(what);
}

/// Liveness: no mishaps any more, and time enough for everything to come to its end.
void World::calm_down() {
  revive();
  weather_.calm();
  acquirer_.calm();
  pass(minutes(15));
  for (auto const& what : real_database().read_now([&](db::Tx& tx) { return auditor_.recovered(tx); })) finding(what);
  finish_what_was_left(*this);
  for (int day = 0; day < 75; ++day) {
    pass(hours(24));
    the_desk_clears_its_tables(*this);
    answer_open_choices(*this);
  }
  auto const found = real_database().read_now([&](db::Tx& tx) { return auditor_.settle(tx, now()); });
  for (auto const& what : found) finding(what);
}

/// Every decision is taken again, and the audit chain followed from its first row.
std::vector<std::string> World::prove(db::Tx& tx) {
  std::vector<std::string> findings;
  auto& business = business_->business();
  auto const outcome = terms::replay_all(tx, business.replayer(), business.brand().terms);
  report_.decisions = outcome.decisions;
  for (auto const& differing : outcome.differing) {
    findings.push_back(fmt::format("I13: replay: {} {} of {} differs: {} now, {} stored", differing.stored.kind,
                                   differing.stored.id.view(), differing.stored.subject, differing.replayed,
                                   differing.stored.outcome));
  }
  auto const verdict = business.audit().verify(tx);
  if (!verdict.good())
    findings.push_back(fmt::format("I14: the audit chain is broken at row {}", *verdict.first_bad));
  for (auto& found : auditor_.verify_chain(tx, business.keys().key(privacy::KeyUse::chain_audit)))
    findings.push_back(std::move(found));
  for (auto& found : Auditor::try_to_rewrite(tx)) findings.push_back(std::move(found));
  return findings;
}

/// In a transaction that is undone.
std::vector<std::string> World::looked_at(std::function<std::vector<std::string>(db::Tx&)> const& look) {
  struct Undone {};
  std::vector<std::string> findings;
  try {
    real_database().write_now([&](db::Tx& tx) {
      findings = look(tx);
      throw Undone{};
    });
  } catch (Undone const&) {
  }
  return findings;
}

std::vector<std::string> World::findings_after(std::function<void(db::Tx&)> const& harm) {
  return looked_at([&](db::Tx& tx) {
    harm(tx);
    auto judge = auditor_;
    auto findings = judge.settle(tx, now());
    for (auto& found : prove(tx)) findings.push_back(std::move(found));
    return findings;
  });
}

void World::count_everything() {
  real_database().read_now([&](db::Tx& tx) {
    auto const count = [&](db::Sql const& sql) {
      return *tx.one(sql, [](db::Row const& row) { return row.integer(0); });
    };
    report_.people = count(people_sql);
    report_.promises = count(promises_sql);
    report_.cases = count(cases_sql);
    return 0;
  });
}

bool World::goes_on() const {
  if (report_.operations < scale_.operations) return true;
  return report_.days < scale_.days || (scale_.days > 0 && clients_.size() < scale_.clients_max);
}

Report World::run() {
  if (scale_.faults) weather_.set({});
  if (!scale_.faults) acquirer_.calm();
  began_ = now();
  for (; goes_on() && report_.findings.size() < 20; ++report_.operations) {
    act(*this);
    if (report_.operations % scale_.inspect_every == 0) inspect();
    report_.days = std::chrono::duration_cast<std::chrono::days>(now() - began_).count();
    if (scale_.progress && report_.operations % 2500 == 0) scale_.progress(report_);
  }
  calm_down();
  for (auto& found : looked_at([&](db::Tx& tx) { return prove(tx); })) finding(std::move(found));
  count_everything();
  report_.trace = trace_.value();
  auto const counts = weather_.counts();
  for (std::size_t kind = 1; kind < counts.size(); ++kind) {
    report_.mishaps[std::string(to_text(static_cast<Mishap>(kind)))] = counts[kind];
  }
  report_.mishaps.insert(acquirer_.lies_told().begin(), acquirer_.lies_told().end());
  return report_;
}

}  // namespace kelisim::sim
