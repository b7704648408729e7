#include "world.h"

#include <gtest/gtest.h>

namespace kelisim::sim {
namespace {

std::string findings(Report const& report) {
  std::string text;
  for (auto const& found : report.findings) text += found + "\n";
  return text;
}

TEST(Simulator, a_calm_world_of_three_hundred_operations_breaks_nothing) {
  auto const report = World({.seed = 7, .operations = 300, .faults = false}).run();
  EXPECT_EQ(findings(report), "");
  EXPECT_GT(report.decisions, 0);
}

TEST(Simulator, a_world_of_days_goes_on_until_they_are_over_and_everybody_has_come) {
  auto const report = World({.seed = 8, .operations = 0, .days = 2, .clients_max = 12}).run();
  EXPECT_EQ(findings(report), "");
  EXPECT_GE(report.days, 2);
  EXPECT_GE(report.people, 12);
  EXPECT_GT(report.promises, 0);
}

class Storm : public ::testing::TestWithParam<std::uint64_t> {};

TEST_P(Storm, seven_hundred_operations_under_faults_break_nothing) {
  auto const report = World({.seed = GetParam(), .operations = 700}).run();
  EXPECT_EQ(findings(report), "") << "at commit " << built_from();
  EXPECT_GT(report.restarts, 0);
}
INSTANTIATE_TEST_SUITE_P(Seeds, Storm, ::testing::Values(1, 2));

TEST(Simulator, the_same_seed_gives_the_same_trace) {
  auto const first = World({.seed = 11, .operations = 200}).run();
  auto const second = World({.seed = 11, .operations = 200}).run();
  EXPECT_EQ(first.trace, second.trace);
  EXPECT_EQ(first.operations, second.operations);
}

}  // namespace
}  // namespace kelisim::sim
