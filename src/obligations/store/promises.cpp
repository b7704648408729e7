#include "store/promises.h"

#include "kernel/ensure.h"
#include "platform/json/described.h"

#include <boost/describe/enum_from_string.hpp>
#include <boost/describe/enum_to_string.hpp>

namespace kelisim::obligations::store {
namespace {

#define COLUMNS                                                                                                   \
  "id, dedupe_key, kind, subject, person, clause, terms_version, owner, arose_at_us, due_at_us, counted, steps, " \
  "amount_minor, currency, state, ended_at_us, ended_by, reason, stage"

constexpr db::Sql insert_row{
    "obligations.insert_promise",
    "INSERT INTO obligations_promises (id, dedupe_key, kind, subject, person, clause, terms_version, owner,"
    " arose_at_us, due_at_us, counted, steps, amount_minor, currency, state, look_at_us)"
    " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, 'open', $15) ON CONFLICT DO NOTHING"};
constexpr db::Sql end_row{"obligations.end_promise",
                          "UPDATE obligations_promises SET state = $2, ended_at_us = $3, ended_by = $4, reason = $5,"
                          " look_at_us = NULL WHERE dedupe_key = $1 AND state = 'open'"};
constexpr db::Sql end_rows_of_subject{
    "obligations.end_promises_of_subject",
    "UPDATE obligations_promises SET state = $3, ended_at_us = $4, ended_by = $5, reason = $6, look_at_us = NULL"
    " WHERE subject = $2 AND kind = $1 AND state = 'open'"};
constexpr db::Sql select_by_key{"obligations.select_promise_by_key",
                                "SELECT " COLUMNS " FROM obligations_promises WHERE dedupe_key = $1"};
constexpr db::Sql select_by_id{"obligations.select_promise",
                               "SELECT " COLUMNS " FROM obligations_promises WHERE id = $1"};
constexpr db::Sql select_filtered{
    "obligations.select_promises",
    "SELECT " COLUMNS
    " FROM obligations_promises WHERE (CAST($1 AS TEXT) IS NULL OR state = $1)"
    " AND (CAST($2 AS TEXT) IS NULL OR owner = $2) AND (CAST($3 AS TEXT) IS NULL OR kind = $3)"
    " AND (CAST($4 AS TEXT) IS NULL OR subject = $4) AND (CAST($5 AS TEXT) IS NULL OR person = $5)"
    " AND due_at_us >= $6 AND due_at_us < $7 AND (due_at_us > $8 OR (due_at_us = $8 AND id > $9))"
    " ORDER BY due_at_us, id LIMIT $10"};
constexpr db::Sql select_to_look_at{"obligations.select_promises_to_look_at",
                                    "SELECT " COLUMNS
                                    " FROM obligations_promises WHERE state = 'open' AND look_at_us <= $1"
                                    " ORDER BY look_at_us, id LIMIT $2"};
constexpr db::Sql select_after{"obligations.select_promises_after",
                               "SELECT " COLUMNS " FROM obligations_promises WHERE id > $1 ORDER BY id LIMIT $2"};
constexpr db::Sql insert_alarm_row{
    "obligations.insert_alarm",
    "INSERT INTO obligations_alarms (promise, stage, raised_at_us, due_at_us) VALUES ($1, $2, $3, $4)"
    " ON CONFLICT DO NOTHING"};
constexpr db::Sql update_stage{
    "obligations.set_stage",
    "UPDATE obligations_promises SET stage = $2, look_at_us = $3 WHERE id = $1 AND state = 'open'"};
constexpr db::Sql insert_postponement_row{
    "obligations.insert_postponement",
    "INSERT INTO obligations_postponements (promise, why, clause, due_before_at_us, due_after_at_us, at_us)"
    " VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING"};
constexpr db::Sql update_due{
    "obligations.set_due",
    "UPDATE obligations_promises SET due_at_us = $2, steps = $3 WHERE id = $1 AND state = 'open'"};
constexpr db::Sql count_open_rows{"obligations.count_open",
                                  "SELECT count(*) FROM obligations_promises WHERE state = 'open'"
                                  " AND due_at_us >= $1 AND due_at_us < $2"};
constexpr db::Sql sum_postponed{
    "obligations.sum_postponed",
    "SELECT CAST(COALESCE(sum(due_after_at_us - due_before_at_us), 0) AS BIGINT) FROM obligations_postponements"
    " WHERE promise = $1"};

#undef COLUMNS

template <class E>
std::string word(E value) {
  return boost::describe::enum_to_string(value, "");
}

template <class E>
E read_word(std::string const& text) {
  E value{};
  ENSURE(boost::describe::enum_from_string(text.c_str(), value));
  return value;
}

template <class E>
std::optional<std::string> maybe_word(std::optional<E> const& value) {
  return value ? std::optional(word(*value)) : std::nullopt;
}

std::optional<PersonId> maybe_person(db::Row const& row, int column) {
  return row.is_null(column) ? std::nullopt : std::optional(row.id<PersonId>(column));
}

Promise read_promise(db::Row const& row) {
  return {.id = row.id<ObligationId>(0),
          .kind = row.str(2),
          .subject = row.str(3),
          .person = maybe_person(row, 4),
          .clause = row.str(5),
          .terms_version = row.str(6),
          .owner = read_word<Owner>(row.str(7)),
          .arose_at = row.instant(8),
          .due_at = row.instant(9),
          .counted = json::from_text<terms::DueFacts>(row.text(10)),
          .steps = json::from_text<std::vector<terms::DueStep>>(row.text(11)),
          .dedupe_key = row.str(1),
          .amount = row.is_null(12) ? std::nullopt : std::optional(row.money(12)),
          .state = read_word<PromiseState>(row.str(14)),
          .ended_at = row.maybe_instant(15),
          .ended_by = maybe_person(row, 16),
          .reason = row.maybe_str(17),
          .stage = row.is_null(18) ? std::nullopt : std::optional(read_word<Stage>(row.str(18)))};
}

}  // namespace

bool insert(db::Tx& tx, ObligationId id, Undertaking const& undertaking, std::optional<Instant> look_at) {
  auto const& amount = undertaking.amount;
  return tx.execute(insert_row, id, undertaking.dedupe_key, undertaking.kind, undertaking.subject, undertaking.person,
                    undertaking.clause.id, undertaking.terms_version, word(undertaking.owner), undertaking.arose_at,
                    undertaking.due.at, json::to_text(undertaking.due.counted), json::to_text(undertaking.due.steps),
                    amount ? std::optional(amount->minor()) : std::nullopt,
                    amount ? std::optional(to_string(amount->currency())) : std::nullopt, look_at) == 1;
}

bool end(db::Tx& tx, std::string_view dedupe_key, End const& end) {
  return tx.execute(end_row, dedupe_key, word(end.state), end.at, end.by, end.reason) == 1;
}

std::int64_t end_all(db::Tx& tx, std::string_view kind, std::string_view subject, End const& end) {
  return tx.execute(end_rows_of_subject, kind, subject, word(end.state), end.at, end.by, end.reason);
}

std::optional<Promise> find(db::Tx& tx, std::string_view dedupe_key) {
  return tx.one(select_by_key, read_promise, dedupe_key);
}

std::optional<Promise> find(db::Tx& tx, ObligationId id) { return tx.one(select_by_id, read_promise, id); }

std::vector<Promise> list(db::Tx& tx, PromiseFilter const& filter) {
  ENSURE(filter.limit >= 1 && filter.limit <= 200);
  auto const last = filter.after ? find(tx, *filter.after) : std::nullopt;
  if (filter.after && !last) return {};
  constexpr std::int64_t far = std::numeric_limits<std::int64_t>::max();
  return tx.all(select_filtered, read_promise, maybe_word(filter.state), maybe_word(filter.owner), filter.kind,
                filter.subject, filter.person, filter.due_from ? filter.due_from->micros : -far,
                filter.due_before ? filter.due_before->micros : far, last ? last->due_at.micros : -far,
                last ? last->id.str() : std::string{}, filter.limit);
}

std::int64_t count_open(db::Tx& tx, Instant from, Instant before) {
  return *tx.one(count_open_rows, [](db::Row const& row) { return row.integer(0); }, from, before);
}

std::vector<Promise> to_look_at(db::Tx& tx, Instant now, int limit) {
  return tx.all(select_to_look_at, read_promise, now, limit);
}

bool insert_alarm(db::Tx& tx, Promise const& promise, Stage stage, Instant now) {
  return tx.execute(insert_alarm_row, promise.id, word(stage), now, promise.due_at) == 1;
}

void set_stage(db::Tx& tx, ObligationId id, std::optional<Stage> stage, std::optional<Instant> look_at) {
  tx.execute(update_stage, id, maybe_word(stage), look_at);
}

bool insert_postponement(db::Tx& tx, Promise const& promise, Postponement const& postponement, Instant due_after) {
  return tx.execute(insert_postponement_row, promise.id, postponement.why, postponement.because.id, promise.due_at,
                    due_after, postponement.at) == 1;
}

void set_due(db::Tx& tx, ObligationId id, Instant due_at, std::vector<terms::DueStep> const& steps) {
  tx.execute(update_due, id, due_at, json::to_text(steps));
}

Duration postponed_by(db::Tx& tx, ObligationId id) {
  return Duration{*tx.one(sum_postponed, [](db::Row const& row) { return row.integer(0); }, id)};
}

std::vector<Promise> after(db::Tx& tx, std::string_view id, int limit) {
  return tx.all(select_after, read_promise, id, limit);
}

}  // namespace kelisim::obligations::store
