#include "store/stays.h"

#include "groups/groups.h"
#include "rules/stage.h"

namespace kelisim::groups::store {
namespace {

constexpr db::Sql insert_row{"groups.insert_stay", R"(
  INSERT INTO groups_stays (id, event, person, part, joined_at_us, seen_at_us) VALUES ($1, $2, $3, $4, $5, $5))"};
constexpr db::Sql end_row{"groups.end_stay", R"(
  UPDATE groups_stays SET left_at_us = CASE WHEN joined_at_us > $2 THEN joined_at_us ELSE $2 END, reason = $3
  WHERE id = $1 AND left_at_us IS NULL)"};
constexpr db::Sql see_row{"groups.note_seen", R"(
  UPDATE groups_stays SET seen_at_us = $2 WHERE id = $1 AND left_at_us IS NULL AND seen_at_us < $2)"};
constexpr db::Sql list_rows{"groups.stays_of", R"(
  SELECT person, part, joined_at_us, CASE WHEN left_at_us IS NULL THEN seen_at_us ELSE left_at_us END
  FROM groups_stays WHERE event = $1 ORDER BY joined_at_us, id)"};
constexpr db::Sql end_stale{"groups.end_stale_stays", R"(
  UPDATE groups_stays SET left_at_us = seen_at_us, reason = 'lost' WHERE left_at_us IS NULL)"};

}  // namespace

void insert_stay(db::Tx& tx, NewStay const& stay) {
  tx.execute(insert_row, stay.id, stay.event, stay.person, static_cast<int>(stay.part), stay.joined_at);
}

void end_stay(db::Tx& tx, StayId stay, Instant at, std::string_view reason) { tx.execute(end_row, stay, at, reason); }

void note_seen(db::Tx& tx, StayId stay, Instant at) { tx.execute(see_row, stay, at); }

std::vector<StayRow> stays_of(db::Tx& tx, EventId event) {
  return tx.all(
      list_rows,
      [](db::Row const& row) {
        return StayRow{row.id<PersonId>(0), static_cast<Part>(row.integer(1)), {row.instant(2), row.instant(3)}};
      },
      event);
}

}  // namespace kelisim::groups::store

namespace kelisim::groups {

std::vector<Attendance> attendance_of(db::Tx& tx, EventId event) {
  std::vector<Attendance> all;
  for (auto const& stay : store::stays_of(tx, event)) {
    auto found = std::ranges::find(all, stay.person, &Attendance::person);
    if (found == all.end()) found = all.insert(all.end(), {stay.person, stay.part, {}, 0});
    found->spans.push_back(stay.span);
  }
  for (auto& one : all) {
    one.spans = joined_spans(std::move(one.spans));
    Duration sum{};
    for (auto const& span : one.spans) sum += span.until - span.from;
    one.seconds = std::chrono::floor<std::chrono::seconds>(sum).count();
  }
  return all;
}

void end_stale_stays(db::Tx& tx) { tx.execute(store::end_stale); }

}  // namespace kelisim::groups
