// Attacks what is published by subtraction: within a publication, over time, and over sums.
#include "statistics/rules/publish.h"

#include "clause_mark.h"
#include "platform/random.h"

#include <gtest/gtest.h>

#include <map>
#include <set>

namespace kelisim::statistics {
namespace {

constexpr std::int64_t least = 10;

std::int64_t published(std::int64_t people) {
  auto const groups = decide_groups({}, {{"30-34", "emotional_burnout", people}}, least);
  return groups.empty() ? 0 : groups.front().published;
}

TEST(Publish, AGroupOfTenIsPublishedAndOneOfNineIsNot) {
  CLAUSE("HAR-4.3.8b");
  EXPECT_EQ(published(9), 0);
  EXPECT_EQ(published(10), 10);
  EXPECT_EQ(published(11), 10);
  EXPECT_EQ(published(19), 10);
  EXPECT_EQ(published(20), 20);
}

TEST(Publish, AFigureMovesOnlyWhenAsManyPeopleCameOrWent) {
  auto const first = decide_groups({}, {{"30-34", "anxiety", 19}}, least);
  auto const after = [&](std::int64_t people) {
    return decide_groups(first, {{"30-34", "anxiety", people}}, least).front();
  };
  EXPECT_EQ(after(20).published, 10) << "one person came: nothing is seen of it";
  EXPECT_EQ(after(28).published, 10);
  EXPECT_EQ(after(29).published, 20);
  EXPECT_EQ(after(18).published, 10);
  EXPECT_EQ(after(10).published, 10);
  EXPECT_EQ(after(9).published, 0) << "ten went, nine are left: the group is left out";
  EXPECT_EQ(decide_groups(first, {}, least).front().published, 0) << "all went";
  EXPECT_EQ(decide_groups(first, {}, least).front().counted, 0);
}

TEST(Publish, BandsEndWhereTheNextBegins) {
  std::map<std::int64_t, std::string_view> const edges{{18, "18-24"}, {24, "18-24"}, {25, "25-29"},
                                                       {29, "25-29"}, {30, "30-34"}, {34, "30-34"},
                                                       {59, "55-59"}, {60, "60+"},   {99, "60+"}};
  for (auto const& [age, band] : edges) EXPECT_EQ(age_band(age), band) << age;
}

/// Every figure that somebody can compute of a publication: each group, and the sums by band, by topic and of all.
std::map<std::string, std::int64_t> computable(std::vector<Group> const& groups) {
  std::map<std::string, std::int64_t> figures;
  for (auto const& group : groups) {
    figures[group.age_band + "|" + group.answer] += group.published;
    figures[group.age_band + "|*"] += group.published;
    figures["*|" + group.answer] += group.published;
    figures["*|*"] += group.published;
  }
  return figures;
}

// A year of publications over people who come and go: whatever is subtracted from whatever, less than ten is never
// left.
TEST(Publish, NoSubtractionLeavesFewerPeopleThanTheLeastGroup) {
  SeededRandom random{20261207};
  auto const draw = [&](std::uint64_t below) { return static_cast<std::int64_t>(random.below(below)); };
  constexpr std::array<std::string_view, 3> topics{"anxiety", "grief", "other"};
  constexpr std::array<std::string_view, 3> ages{"18-24", "30-34", "60+"};
  std::map<std::pair<std::string_view, std::string_view>, std::int64_t> people;
  std::vector<Group> last;
  std::vector<std::map<std::string, std::int64_t>> seen;
  std::set<std::int64_t> all;
  for (int month = 0; month < 60; ++month) {
    std::vector<Counted> now;
    for (auto const age : ages) {
      for (auto const topic : topics) {
        auto& count = people[{age, topic}];
        count = std::max<std::int64_t>(0, count + draw(9) - 3);
        now.push_back({std::string(age), std::string(topic), count});
      }
    }
    last = decide_groups(last, now, least);
    for (auto const& group : last) {
      EXPECT_TRUE(group.published == 0 || group.published >= least);
      EXPECT_TRUE(group.published <= group.counted);
    }
    seen.push_back(computable(last));
  }
  for (auto const& earlier : seen) {
    for (auto const& later : seen) {
      for (auto const& [name, figure] : later) {
        for (auto const& [other, subtracted] : earlier) all.insert(std::abs(figure - subtracted));
      }
    }
  }
  EXPECT_GT(all.size(), 3U) << "something was published and moved";
  for (auto const difference : all) EXPECT_TRUE(difference == 0 || difference >= least) << difference;
}

// The same year with three traits of the same people: subtracting one trait from another tells of nobody either.
TEST(Publish, NoSubtractionOfOneTraitFromAnotherLeavesFewerPeople) {
  CLAUSE("HAR-4.3.8c");
  SeededRandom random{20261208};
  std::array<std::optional<std::string>, 3> const answers{"female", "male", std::nullopt};
  std::array<std::map<std::pair<std::string, std::string>, std::int64_t>, 3> counts;
  std::array<std::vector<Group>, 3> last;
  std::set<std::int64_t> all{0};
  for (int month = 0; month < 24; ++month) {
    for (std::uint64_t newcomers = random.below(40); newcomers > 0; --newcomers) {
      auto const* const band = random.below(2) == 0 ? "18-24" : "60+";
      for (auto& trait : counts) ++trait[{band, stated(answers[random.below(3)])}];
    }
    for (std::size_t trait = 0; trait < counts.size(); ++trait) {
      std::vector<Counted> now;
      for (auto const& [key, people] : counts[trait]) now.push_back({key.first, key.second, people});
      last[trait] = decide_groups(last[trait], now, least);
    }
    for (auto const& one : last) {
      for (auto const& other : last) {
        for (auto const& [name, figure] : computable(one)) {
          for (auto const& [subtracted_name, subtracted] : computable(other))
            all.insert(std::abs(figure - subtracted));
        }
      }
    }
  }
  EXPECT_GT(all.size(), 3U) << "something was published";
  for (auto const difference : all) EXPECT_TRUE(difference == 0 || difference >= least) << difference;
}

TEST(Publish, AMissingAnswerIsNotStatedAndNothingElse) {
  CLAUSE("HAR-4.3.8c");
  EXPECT_EQ(stated(std::nullopt), "not_stated");
  EXPECT_EQ(stated("female"), "female");
}

// Two worlds that differ in one person: unless nine others moved with them, what is published is the same.
TEST(Publish, OnePersonMoreOrLessIsNotSeen) {
  for (std::int64_t base = 0; base < 40; ++base) {
    auto const first = decide_groups({}, {{"60+", "grief", base}}, least);
    for (std::int64_t moved = -8; moved <= 8; ++moved) {
      if (base + moved < 0) continue;
      auto const without = decide_groups(first, {{"60+", "grief", base + moved}}, least);
      auto const with = decide_groups(first, {{"60+", "grief", base + moved + 1}}, least);
      if (first.front().counted == 0) continue;  // not published before: the first publication is another attack
      EXPECT_EQ(without.front().published, with.front().published) << base << " and " << moved;
    }
  }
}

}  // namespace
}  // namespace kelisim::statistics
