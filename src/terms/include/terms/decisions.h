#pragma once

#include "kernel/clause.h"
#include "kernel/id.h"
#include "kernel/instant.h"
#include "platform/db/tx.h"
#include "platform/json/described.h"
#include "platform/random.h"
#include "terms/terms.h"

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Decision records: what was decided, by which clause, from which facts, when. Written in the transaction of the
/// change that they cause; never edited; never deleted. Facts and outcomes are described structs of ids, instants,
/// amounts and closed words: no personal data stands in them.
namespace kelisim::terms {

using DecisionId = Id<struct DecisionTag>;

struct NewDecision {
  std::string kind;     ///< `<room>.<what>`: names the replay
  std::string subject;  ///< the id of the thing decided about (a booking, an order, a person)
  std::optional<PersonId> person = std::nullopt;  ///< whom it concerns, and who may see it
  std::string terms_version;                      ///< of the accepted offer
  std::string facts;                              ///< canonical JSON: json::to_text(facts)
  std::string outcome;                            ///< canonical JSON
  Clause because;
  Instant decided_at;  ///< the instant that decided: a preview's where one was honoured
};

struct Decision {
  DecisionId id;
  std::string kind;
  std::string subject;
  std::optional<PersonId> person;
  std::string terms_version;
  std::string facts;
  std::string outcome;
  std::string clause;
  Instant decided_at;
};

DecisionId record(db::Tx& tx, Random& random, NewDecision const& decision);

/// The described structs of one decision, stored as their canonical texts.
template <class Facts, class Outcome>
DecisionId record(db::Tx& tx, Random& random, std::string_view kind, std::string_view subject,
                  std::optional<PersonId> person, Terms const& terms, Facts const& facts, Outcome const& outcome,
                  Clause const& because, Instant decided_at) {
  return record(tx, random,
                NewDecision{.kind = std::string(kind),
                            .subject = std::string(subject),
                            .person = person,
                            .terms_version = terms.version,
                            .facts = json::to_text(facts),
                            .outcome = json::to_text(outcome),
                            .because = because,
                            .decided_at = decided_at});
}

/// Of one subject, oldest first.
[[nodiscard]] std::vector<Decision> decisions_of(db::Tx& tx, std::string_view subject);

struct DecisionFilter {
  std::optional<std::string> kind = std::nullopt;
  std::optional<std::string> subject = std::nullopt;
  std::optional<PersonId> person = std::nullopt;
  std::optional<DecisionId> before = std::nullopt;  ///< the last id of the page before
  int limit = 50;                                   ///< 1 … 200
};
/// Newest first.
[[nodiscard]] std::vector<Decision> list_decisions(db::Tx& tx, DecisionFilter const& filter);

/// Knows how to decide each kind again. Rooms register at start-up; a kind is registered once.
class Replayer {
 public:
  using Replay = std::function<std::string(std::string_view facts, Terms const& terms)>;

  void on(std::string kind, Replay replay);

  /// `rule` is the pure function itself: (Facts const&, Terms const&) -> described outcome, or a Result of one whose
  /// refusal is described too.
  template <class Facts, class Rule>
  void on_rule(std::string kind, Rule rule) {
    on(std::move(kind), [rule](std::string_view facts, Terms const& terms) {
      auto const outcome = rule(json::from_text<Facts>(facts), terms);
      if constexpr (requires { outcome.error(); }) {
        return outcome ? json::to_text(*outcome) : json::to_text(outcome.error());
      } else {
        return json::to_text(outcome);
      }
    });
  }

  [[nodiscard]] bool knows(std::string_view kind) const { return replays_.contains(kind); }
  [[nodiscard]] std::string replay(Decision const& decision, TermsBook const& book) const;
  /// The same facts under these terms instead.
  [[nodiscard]] std::string replay_under(Decision const& decision, Terms const& terms) const;

 private:
  std::map<std::string, Replay, std::less<>> replays_;
};

struct Difference {
  Decision stored;
  std::string replayed;  ///< the outcome that the rule gives now, or why it could not be asked
};

struct ReplayReport {
  std::int64_t decisions = 0;
  std::vector<Difference> differing;  ///< at most 1000 are kept
};

/// Those decided in [from, to), oldest first, `limit` of them after the id `after` (empty: from the first).
[[nodiscard]] std::vector<Decision> decisions_between(db::Tx& tx, std::string_view after, Instant from, Instant to,
                                                      int limit);

/// Decides every stored decision again, in pages, from the oldest. A kind without a replay and a version without
/// terms count as differing.
[[nodiscard]] ReplayReport replay_all(db::Tx& tx, Replayer const& replayer, TermsBook const& book);

}  // namespace kelisim::terms
