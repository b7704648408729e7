#include "store/moves.h"

#include "kernel/ensure.h"

namespace kelisim::scheduling::store {

namespace {

#define MOVE_COLUMNS \
  "id, booking, side, asked_by, asked_at_us, from_us, to_us, state, clause, decision, answered_at_us"

constexpr db::Sql insert_row{"scheduling.insert_move",
                             "INSERT INTO scheduling_moves (" MOVE_COLUMNS
                             ") "
                             "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) ON CONFLICT DO NOTHING"};
constexpr db::Sql select_move{"scheduling.select_move",
                              "SELECT " MOVE_COLUMNS " FROM scheduling_moves WHERE booking = $1 AND id = $2"};
constexpr db::Sql select_moves{"scheduling.select_moves", "SELECT " MOVE_COLUMNS
                                                          " FROM scheduling_moves WHERE booking = $1 "
                                                          "ORDER BY asked_at_us, id"};
constexpr db::Sql count_moves{"scheduling.count_moves_since",
                              "SELECT count(*) FROM scheduling_moves WHERE booking = $1 AND asked_at_us >= $2"};
constexpr db::Sql update_answer{"scheduling.answer_move",
                                "UPDATE scheduling_moves SET state = $2, answered_by = $3, answered_at_us = $4 WHERE "
                                "id = $1 AND state = 'asked'"};
constexpr db::Sql update_lapsed{
    "scheduling.lapse_moves",
    "UPDATE scheduling_moves SET state = 'lapsed', answered_at_us = $2 WHERE booking = $1 AND state = 'asked'"};

#undef MOVE_COLUMNS

MoveState read_state(std::string const& text) {
  MoveState state{};
  ENSURE(boost::describe::enum_from_string(text.c_str(), state));
  return state;
}

std::string_view text_of(MoveState state) { return boost::describe::enum_to_string(state, ""); }

Move read_move(db::Row const& row) {
  return {.id = row.id<MoveId>(0),
          .booking = row.id<BookingId>(1),
          .side = static_cast<Party>(row.integer(2)),
          .asked_by = row.id<PersonId>(3),
          .asked_at = row.instant(4),
          .from = row.instant(5),
          .to = row.instant(6),
          .state = read_state(row.str(7)),
          .clause = row.str(8),
          .decision = row.str(9),
          .answered_at = row.maybe_instant(10)};
}

}  // namespace

bool insert_move(db::Tx& tx, Move const& move) {
  return tx.execute(insert_row, move.id, move.booking, static_cast<std::int64_t>(move.side), move.asked_by,
                    move.asked_at, move.from, move.to, text_of(move.state), move.clause, move.decision,
                    move.answered_at) == 1;
}

std::optional<Move> find_move(db::Tx& tx, BookingId booking, MoveId id) {
  return tx.one(select_move, read_move, booking, id);
}

std::vector<Move> moves_of(db::Tx& tx, BookingId booking) { return tx.all(select_moves, read_move, booking); }

std::int64_t count_moves_since(db::Tx& tx, BookingId booking, Instant since) {
  return tx.one(count_moves, [](db::Row const& row) { return row.integer(0); }, booking, since).value_or(0);
}

bool answer_move(db::Tx& tx, MoveId id, MoveState state, std::optional<PersonId> by, Instant now) {
  return tx.execute(update_answer, id, text_of(state), by, now) == 1;
}

bool lapse_moves(db::Tx& tx, BookingId booking, Instant now) { return tx.execute(update_lapsed, booking, now) > 0; }

}  // namespace kelisim::scheduling::store
