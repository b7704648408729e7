#include "store/events.h"

#include "kernel/ensure.h"
#include "platform/json/described.h"

namespace kelisim::groups::store {
namespace {

constexpr db::Sql insert_row{"groups.insert_event", R"(
  INSERT INTO groups_events (id, titles, starts_at_us, ends_at_us, capacity, created_by, created_at_us)
  VALUES ($1, $2, $3, $4, $5, $6, $7))"};
constexpr db::Sql insert_speaker{"groups.insert_speaker",
                                 "INSERT INTO groups_speakers (event, person) VALUES ($1, $2)"};
constexpr db::Sql find_row{"groups.find_event", R"(
  SELECT e.id, e.titles, e.starts_at_us, e.ends_at_us, e.capacity, c.cancelled_at_us
  FROM groups_events e LEFT JOIN groups_cancellations c ON c.event = e.id WHERE e.id = $1)"};
constexpr db::Sql list_rows{"groups.events_ending_after", R"(
  SELECT e.id, e.titles, e.starts_at_us, e.ends_at_us, e.capacity, c.cancelled_at_us
  FROM groups_events e LEFT JOIN groups_cancellations c ON c.event = e.id
  WHERE e.ends_at_us > $1 ORDER BY e.ends_at_us, e.id LIMIT $2)"};
constexpr db::Sql list_speakers{"groups.speakers_of",
                                "SELECT person FROM groups_speakers WHERE event = $1 ORDER BY person"};
constexpr db::Sql cancel_row{"groups.cancel_event", R"(
  INSERT INTO groups_cancellations (event, cancelled_by, cancelled_at_us) VALUES ($1, $2, $3)
  ON CONFLICT DO NOTHING)"};
constexpr db::Sql move_row{"groups.move_event", R"(
  UPDATE groups_events SET ends_at_us = ends_at_us + ($3 - $2), starts_at_us = $3
  WHERE id = $1 AND starts_at_us = $2)"};
constexpr db::Sql insert_move{"groups.insert_move", R"(
  INSERT INTO groups_moves (id, event, from_at_us, to_at_us, moved_by, moved_at_us) VALUES ($1, $2, $3, $4, $5, $6))"};
constexpr db::Sql list_registered{"groups.registered_for", R"(
  SELECT person FROM groups_registrations WHERE event = $1 AND withdrawn_at_us IS NULL ORDER BY place)"};
constexpr db::Sql find_place{"groups.place_of", R"(
  SELECT place FROM groups_registrations WHERE event = $1 AND person = $2 AND withdrawn_at_us IS NULL)"};
constexpr db::Sql list_places{"groups.taken_places", R"(
  SELECT place FROM groups_registrations WHERE event = $1 AND withdrawn_at_us IS NULL ORDER BY place)"};
constexpr db::Sql insert_place{"groups.take_place", R"(
  INSERT INTO groups_registrations (id, event, person, place, registered_at_us) VALUES ($1, $2, $3, $4, $5)
  ON CONFLICT DO NOTHING)"};
constexpr db::Sql free_place{"groups.give_place_back", R"(
  UPDATE groups_registrations SET withdrawn_at_us = $3
  WHERE event = $1 AND person = $2 AND withdrawn_at_us IS NULL)"};
constexpr db::Sql insert_removal{"groups.remove_person", R"(
  INSERT INTO groups_removals (event, person, removed_by, removed_at_us) VALUES ($1, $2, $3, $4)
  ON CONFLICT DO NOTHING)"};
constexpr db::Sql find_removal{"groups.is_removed", "SELECT 1 FROM groups_removals WHERE event = $1 AND person = $2"};

/// By language, as the column holds them.
using Titles = std::map<std::string, std::string>;

Event read_event(db::Row const& row) {
  auto const titles = json::from_text<Titles>(row.str(1));
  return {.id = row.id<EventId>(0),
          .titles = {titles.begin(), titles.end()},
          .starts_at = row.instant(2),
          .ends_at = row.instant(3),
          .capacity = static_cast<int>(row.integer(4)),
          .speakers = {},
          .cancelled_at = row.maybe_instant(5)};
}

std::vector<PersonId> speakers_of(db::Tx& tx, EventId event) {
  return tx.all(list_speakers, [](db::Row const& row) { return row.id<PersonId>(0); }, event);
}

}  // namespace

void insert_event(db::Tx& tx, NewEvent const& made) {
  auto const& event = made.event;
  Titles const titles(event.titles.begin(), event.titles.end());
  tx.execute(insert_row, event.id, json::to_text(titles), event.starts_at, event.ends_at, event.capacity,
             made.created_by, made.created_at);
  for (auto const& speaker : event.speakers) tx.execute(insert_speaker, event.id, speaker);
}

std::vector<Event> events_ending_after(db::Tx& tx, Instant since) {
  auto events = tx.all(list_rows, read_event, since, events_page_max);
  for (auto& event : events) event.speakers = speakers_of(tx, event.id);
  return events;
}

bool cancel_event(db::Tx& tx, EventId event, PersonId by, Instant at) {
  return tx.execute(cancel_row, event, by, at) == 1;
}

bool move_event(db::Tx& tx, Move const& move) {
  if (tx.execute(move_row, move.event, move.from, move.to) != 1) return false;
  tx.execute(insert_move, move.id, move.event, move.from, move.to, move.by, move.at);
  return true;
}

std::vector<PersonId> registered(db::Tx& tx, EventId event) {
  return tx.all(list_registered, [](db::Row const& row) { return row.id<PersonId>(0); }, event);
}

std::optional<std::int64_t> place_of(db::Tx& tx, EventId event, PersonId person) {
  return tx.one(find_place, [](db::Row const& row) { return row.integer(0); }, event, person);
}

std::vector<std::int64_t> taken_places(db::Tx& tx, EventId event) {
  return tx.all(list_places, [](db::Row const& row) { return row.integer(0); }, event);
}

bool take_place(db::Tx& tx, std::string_view id, EventId event, PersonId person, std::int64_t place, Instant at) {
  return tx.execute(insert_place, id, event, person, place, at) == 1;
}

bool give_place_back(db::Tx& tx, EventId event, PersonId person, Instant at) {
  return tx.execute(free_place, event, person, at) == 1;
}

void remove_person(db::Tx& tx, EventId event, PersonId person, PersonId by, Instant at) {
  tx.execute(insert_removal, event, person, by, at);
}

bool is_removed(db::Tx& tx, EventId event, PersonId person) {
  return tx.one(find_removal, [](db::Row const&) { return true; }, event, person).has_value();
}

}  // namespace kelisim::groups::store

namespace kelisim::groups {

std::optional<Event> find_event(db::Tx& tx, EventId id) {
  auto event = tx.one(store::find_row, store::read_event, id);
  if (event) event->speakers = store::speakers_of(tx, id);
  return event;
}

}  // namespace kelisim::groups
