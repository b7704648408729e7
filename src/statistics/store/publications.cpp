#include "store/publications.h"

namespace kelisim::statistics::store {
namespace {

constexpr db::Sql select_last{
    "statistics.last_publication",
    "SELECT number, published_at_us FROM statistics_publications ORDER BY number DESC LIMIT 1"};
constexpr db::Sql select_groups{"statistics.groups_of",
                                "SELECT age_band, topic, counted, published FROM statistics_groups"
                                " WHERE publication = $1 ORDER BY age_band, topic"};
constexpr db::Sql insert_row{"statistics.insert_publication",
                             "INSERT INTO statistics_publications (number, published_at_us, published_by)"
                             " VALUES ($1, $2, $3) ON CONFLICT DO NOTHING"};
constexpr db::Sql insert_group{
    "statistics.insert_group",
    "INSERT INTO statistics_groups (publication, age_band, topic, counted, published) VALUES ($1, $2, $3, $4, $5)"};

}  // namespace

std::optional<Publication> last_publication(db::Tx& tx) {
  auto last = tx.one(select_last, [](db::Row const& row) { return Publication{row.integer(0), row.instant(1), {}}; });
  if (!last) return std::nullopt;
  last->groups = tx.all(
      select_groups, [](db::Row const& row) { return Group{row.str(0), row.str(1), row.integer(2), row.integer(3)}; },
      last->number);
  return last;
}

bool insert_publication(db::Tx& tx, Publication const& publication, PersonId by) {
  if (tx.execute(insert_row, publication.number, publication.published_at, by) != 1) return false;
  for (auto const& group : publication.groups) {
    tx.execute(insert_group, publication.number, group.age_band, group.topic, group.counted, group.published);
  }
  return true;
}

}  // namespace kelisim::statistics::store
