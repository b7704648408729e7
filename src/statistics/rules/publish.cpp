#include "statistics/rules/publish.h"

#include "kernel/ensure.h"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

namespace kelisim::statistics {
namespace {

struct Band {
  std::int64_t from;
  std::string_view name;
};
constexpr std::array<Band, 9> bands{{{60, "60+"},
                                     {55, "55-59"},
                                     {50, "50-54"},
                                     {45, "45-49"},
                                     {40, "40-44"},
                                     {35, "35-39"},
                                     {30, "30-34"},
                                     {25, "25-29"},
                                     {0, "18-24"}}};

std::int64_t distance(std::int64_t a, std::int64_t b) { return a > b ? a - b : b - a; }

}  // namespace

std::string_view age_band(std::int64_t age) {
  auto const found = std::ranges::find_if(bands, [&](Band const& band) { return age >= band.from; });
  ENSURE(found != bands.end());
  return found->name;
}

std::string stated(std::optional<std::string> const& answer) { return answer.value_or(std::string(not_stated)); }

std::vector<Group> decide_groups(std::vector<Group> const& before, std::vector<Counted> const& now,
                                 std::int64_t least) {
  ENSURE(least > 1);
  std::map<std::pair<std::string, std::string>, Group> groups;
  for (auto const& group : before) groups.insert_or_assign({group.age_band, group.answer}, group);
  std::map<std::pair<std::string, std::string>, std::int64_t> counts;
  for (auto const& one : now) counts[{one.age_band, one.answer}] += one.people;
  for (auto const& [key, people] : counts) groups.try_emplace(key, Group{key.first, key.second, 0, 0});

  std::vector<Group> decided;
  for (auto& [key, group] : groups) {
    auto const counted = counts.contains(key) ? counts.at(key) : 0;
    if (distance(counted, group.counted) >= least) {
      group.counted = counted;
      group.published = counted / least * least;
    }
    decided.push_back(group);
  }
  return decided;
}

}  // namespace kelisim::statistics
