#include "terms/decisions.h"

#include "kernel/ensure.h"

#include <fmt/format.h>

namespace kelisim::terms {
namespace {

#define COLUMNS "id, kind, subject, person, terms_version, facts, outcome, clause, decided_at_us"

constexpr db::Sql insert_decision{
    "terms.insert_decision", "INSERT INTO terms_decisions (" COLUMNS ") VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)"};
constexpr db::Sql select_of_subject{"terms.select_decisions_of_subject",
                                    "SELECT " COLUMNS " FROM terms_decisions WHERE subject = $1 ORDER BY id"};
constexpr db::Sql select_newest{
    "terms.select_newest_decisions",
    "SELECT " COLUMNS
    " FROM terms_decisions WHERE (CAST($1 AS TEXT) IS NULL OR kind = $1)"
    " AND (CAST($2 AS TEXT) IS NULL OR subject = $2) AND (CAST($3 AS TEXT) IS NULL OR person = $3)"
    " AND (CAST($4 AS TEXT) IS NULL OR id < $4) ORDER BY id DESC LIMIT $5"};
constexpr db::Sql select_after{"terms.select_decisions_after",
                               "SELECT " COLUMNS " FROM terms_decisions WHERE id > $1 ORDER BY id LIMIT $2"};

constexpr db::Sql select_between{"terms.select_decisions_between",
                                 "SELECT " COLUMNS
                                 " FROM terms_decisions WHERE id > $1 AND decided_at_us >= $2 AND decided_at_us < $3"
                                 " ORDER BY id LIMIT $4"};

#undef COLUMNS

Decision read_decision(db::Row const& row) {
  return {.id = row.id<DecisionId>(0),
          .kind = row.str(1),
          .subject = row.str(2),
          .person = row.is_null(3) ? std::nullopt : std::optional(row.id<PersonId>(3)),
          .terms_version = row.str(4),
          .facts = row.str(5),
          .outcome = row.str(6),
          .clause = row.str(7),
          .decided_at = row.instant(8)};
}

constexpr std::size_t differences_kept = 1000;
constexpr std::int64_t replay_page = 500;

/// The outcome by today's rule, or why there is none.
std::string replayed(Decision const& decision, Replayer const& replayer, TermsBook const& book) {
  if (!replayer.knows(decision.kind)) return "no rule replays this kind";
  if (book.find(decision.terms_version) == nullptr) return "the terms of this version are gone";
  return replayer.replay(decision, book);
}

}  // namespace

DecisionId record(db::Tx& tx, Random& random, NewDecision const& decision) {
  auto const id = random.id<DecisionId>(decision.decided_at);
  tx.execute(insert_decision, id, decision.kind, decision.subject, decision.person, decision.terms_version,
             decision.facts, decision.outcome, decision.because.id, decision.decided_at);
  return id;
}

std::vector<Decision> decisions_of(db::Tx& tx, std::string_view subject) {
  return tx.all(select_of_subject, read_decision, subject);
}

std::vector<Decision> list_decisions(db::Tx& tx, DecisionFilter const& filter) {
  ENSURE(filter.limit >= 1 && filter.limit <= 200);
  return tx.all(select_newest, read_decision, filter.kind, filter.subject, filter.person, filter.before,
                filter.limit);
}

void Replayer::on(std::string kind, Replay replay) {
  ENSURE(replays_.emplace(std::move(kind), std::move(replay)).second);
}

std::string Replayer::replay(Decision const& decision, TermsBook const& book) const {
  return replay_under(decision, book.at(decision.terms_version));
}

std::string Replayer::replay_under(Decision const& decision, Terms const& terms) const {
  auto const found = replays_.find(decision.kind);
  ENSURE(found != replays_.end());
  return found->second(decision.facts, terms);
}

std::vector<Decision> decisions_between(db::Tx& tx, std::string_view after, Instant from, Instant to, int limit) {
  return tx.all(select_between, read_decision, after, from, to, limit);
}

ReplayReport replay_all(db::Tx& tx, Replayer const& replayer, TermsBook const& book) {
  ReplayReport report;
  std::string after;
  while (true) {
    auto const page = tx.all(select_after, read_decision, after, replay_page);
    for (auto const& decision : page) {
      ++report.decisions;
      auto outcome = replayed(decision, replayer, book);
      if (outcome != decision.outcome && report.differing.size() < differences_kept) {
        report.differing.push_back({decision, std::move(outcome)});
      }
    }
    if (std::ssize(page) < replay_page) return report;
    after = page.back().id.str();
  }
}

}  // namespace kelisim::terms
