#include "store/publications.h"

#include "kernel/ensure.h"

#include <boost/describe/enum_from_string.hpp>
#include <boost/describe/enum_to_string.hpp>

namespace kelisim::statistics::store {
namespace {

constexpr db::Sql select_last{
    "statistics.last_publication",
    "SELECT number, published_at_us FROM statistics_publications ORDER BY number DESC LIMIT 1"};
constexpr db::Sql select_groups{"statistics.groups_of",
                                "SELECT trait, age_band, answer, counted, published FROM statistics_figures"
                                " WHERE publication = $1 ORDER BY trait, age_band, answer"};
constexpr db::Sql insert_row{"statistics.insert_publication",
                             "INSERT INTO statistics_publications (number, published_at_us, published_by)"
                             " VALUES ($1, $2, $3) ON CONFLICT DO NOTHING"};
constexpr db::Sql insert_group{
    "statistics.insert_group",
    "INSERT INTO statistics_figures (publication, trait, age_band, answer, counted, published)"
    " VALUES ($1, $2, $3, $4, $5, $6)"};

std::string_view word(Trait trait) {
  auto const* name = boost::describe::enum_to_string(trait, nullptr);
  ENSURE(name != nullptr);
  return name;
}

Trait trait_of(std::string const& text) {
  Trait trait{};
  ENSURE(boost::describe::enum_from_string(text.c_str(), trait));
  return trait;
}

}  // namespace

std::optional<Publication> last_publication(db::Tx& tx) {
  auto last = tx.one(select_last, [](db::Row const& row) { return Publication{row.integer(0), row.instant(1), {}}; });
  if (!last) return std::nullopt;
  auto const read = [](db::Row const& row) {
    return std::pair(trait_of(row.str(0)), Group{row.str(1), row.str(2), row.integer(3), row.integer(4)});
  };
  for (auto& [trait, group] : tx.all(select_groups, read, last->number)) {
    last->groups[trait].push_back(std::move(group));
  }
  return last;
}

bool insert_publication(db::Tx& tx, Publication const& publication, PersonId by) {
  if (tx.execute(insert_row, publication.number, publication.published_at, by) != 1) return false;
  for (auto const& [trait, groups] : publication.groups) {
    for (auto const& group : groups) {
      tx.execute(insert_group, publication.number, word(trait), group.age_band, group.answer, group.counted,
                 group.published);
    }
  }
  return true;
}

}  // namespace kelisim::statistics::store
