#include "store/standing.h"

#include "kernel/ensure.h"
#include "store/words.h"

namespace kelisim::contracts::store {
namespace {

constexpr db::Sql insert_restriction_row{
    "contracts.insert_restriction",
    "INSERT INTO contracts_restrictions (id, client, breach, ground, shows_ground, reasons, imposed_by,"
    " imposed_at_us, clause, decision) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT DO NOTHING"};
constexpr db::Sql select_restriction{
    "contracts.standing_restriction",
    "SELECT id, client, breach, ground, shows_ground, reasons, imposed_by, imposed_at_us, clause, decision"
    " FROM contracts_restrictions WHERE client = $1 AND lifted_at_us IS NULL"};
constexpr db::Sql update_lifted{
    "contracts.lift_restriction",
    "UPDATE contracts_restrictions SET lifted_at_us = $2, lifted_by = $3, lift_reasons = $4, lift_decision = $5"
    " WHERE id = $1 AND lifted_at_us IS NULL"};
constexpr db::Sql insert_end_row{
    "contracts.insert_end",
    "INSERT INTO contracts_ends (id, client, initiator, sent, breach, reasons, ended_at_us, recorded_by,"
    " recorded_at_us, clause, decision) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)"
    " ON CONFLICT DO NOTHING"};
constexpr db::Sql select_end{
    "contracts.standing_end",
    "SELECT id, client, initiator, sent, breach, reasons, ended_at_us, recorded_by, recorded_at_us, clause, decision"
    " FROM contracts_ends WHERE client = $1 AND undone_at_us IS NULL"};
constexpr db::Sql update_undone{"contracts.undo_end",
                                "UPDATE contracts_ends SET undone_at_us = $2 WHERE id = $1 AND undone_at_us IS NULL"};

std::optional<BreachId> maybe_breach(db::Row const& row, int column) {
  if (row.is_null(column)) return std::nullopt;
  return row.id<BreachId>(column);
}

}  // namespace

bool insert_restriction(db::Tx& tx, Restriction const& r) {
  return tx.execute(insert_restriction_row, r.id, r.client, r.breach, r.ground, std::int64_t{r.shows_ground ? 1 : 0},
                    r.reasons, r.imposed_by, r.imposed_at, r.clause, r.decision) == 1;
}

std::optional<Restriction> standing_restriction(db::Tx& tx, PersonId client) {
  return tx.one(
      select_restriction,
      [](db::Row const& row) {
        return Restriction{.id = row.id<RestrictionId>(0),
                           .client = row.id<PersonId>(1),
                           .breach = maybe_breach(row, 2),
                           .ground = row.maybe_str(3),
                           .shows_ground = row.integer(4) == 1,
                           .reasons = row.blob(5),
                           .imposed_by = row.id<PersonId>(6),
                           .imposed_at = row.instant(7),
                           .clause = row.str(8),
                           .decision = row.str(9)};
      },
      client);
}

void lift_restriction(db::Tx& tx, RestrictionId id, Lifting const& lifting) {
  ENSURE(tx.execute(update_lifted, id, lifting.at, lifting.by, lifting.reasons, lifting.decision) == 1);
}

bool insert_end(db::Tx& tx, ContractEnd const& end) {
  return tx.execute(insert_end_row, end.id, end.client, word(end.initiator), word(end.sent), end.breach, end.reasons,
                    end.ended_at, end.recorded_by, end.recorded_at, end.clause, end.decision) == 1;
}

std::optional<ContractEnd> standing_end(db::Tx& tx, PersonId client) {
  return tx.one(
      select_end,
      [](db::Row const& row) {
        return ContractEnd{.id = row.id<EndId>(0),
                           .client = row.id<PersonId>(1),
                           .initiator = read_word<Initiator>(row.str(2)),
                           .sent = read_word<Sent>(row.str(3)),
                           .breach = maybe_breach(row, 4),
                           .reasons = row.is_null(5) ? std::nullopt : std::optional(row.blob(5)),
                           .ended_at = row.instant(6),
                           .recorded_by = row.id<PersonId>(7),
                           .recorded_at = row.instant(8),
                           .clause = row.str(9),
                           .decision = row.str(10)};
      },
      client);
}

void undo_end(db::Tx& tx, EndId id, Instant now) { ENSURE(tx.execute(update_undone, id, now) == 1); }

}  // namespace kelisim::contracts::store
