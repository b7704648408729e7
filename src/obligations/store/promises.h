#pragma once

#include "obligations/obligations.h"

namespace kelisim::obligations::store {

/// False when a promise of that key is there.
bool insert(db::Tx& tx, ObligationId id, Undertaking const& undertaking, std::optional<Instant> look_at);

struct End {
  PromiseState state;
  Instant at;
  std::optional<PersonId> by;
  std::optional<std::string_view> reason;
};
/// False when there is no open promise of that key.
bool end(db::Tx& tx, std::string_view dedupe_key, End const& end);
/// Every open one of that kind about that subject; how many there were.
std::int64_t end_all(db::Tx& tx, std::string_view kind, std::string_view subject, End const& end);

[[nodiscard]] std::optional<Promise> find(db::Tx& tx, std::string_view dedupe_key);
[[nodiscard]] std::optional<Promise> find(db::Tx& tx, ObligationId id);
[[nodiscard]] std::vector<Promise> list(db::Tx& tx, PromiseFilter const& filter);

/// Open ones due in [from, before).
[[nodiscard]] std::int64_t count_open(db::Tx& tx, Instant from, Instant before);

/// Open promises that the sweeper has something to do about, the longest waiting first.
[[nodiscard]] std::vector<Promise> to_look_at(db::Tx& tx, Instant now, int limit);
/// False when that stage of that due instant was raised before.
bool insert_alarm(db::Tx& tx, Promise const& promise, Stage stage, Instant now);
/// Nothing happens to a promise that ended meanwhile.
void set_stage(db::Tx& tx, ObligationId id, std::optional<Stage> stage, std::optional<Instant> look_at);

/// False when this event postponed the promise before.
bool insert_postponement(db::Tx& tx, Promise const& promise, Postponement const& postponement, Instant due_after);
/// The new due instant with the line that explains it.
void set_due(db::Tx& tx, ObligationId id, Instant due_at, std::vector<terms::DueStep> const& steps);
/// What was added in all.
[[nodiscard]] Duration postponed_by(db::Tx& tx, ObligationId id);

/// Every promise, in pages by id.
[[nodiscard]] std::vector<Promise> after(db::Tx& tx, std::string_view id, int limit);

}  // namespace kelisim::obligations::store
