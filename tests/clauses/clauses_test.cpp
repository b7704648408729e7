// Runs every row of tests/clauses/*.table as a test of its own. The results carry the clauses that each passed row
// answers for: bin/clauses reads them.
#include "terms/clauses.h"
#include "clause_mark.h"
#include "rule.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <iostream>

namespace kelisim::clauses {
namespace {

namespace fs = std::filesystem;

Rules const& rules() {
  static auto const all = [] {
    Rules made;
    add_notice_rules(made);
    add_booking_rules(made);
    add_selling_rules(made);
    add_session_rules(made);
    add_order_rules(made);
    add_catalogue_rules(made);
    add_identity_rules(made);
    add_claim_rules(made);
    add_breach_rules(made);
    add_contract_rules(made);
    return made;
  }();
  return all;
}

terms::Terms const& harmonia() {
  static auto const terms = terms::read_terms(fs::path(KELISIM_SOURCE_DIR) / "brands/harmonia/terms/2023-02-24.toml");
  return terms;
}

std::vector<std::string> ids_of(std::vector<Clause> const& clauses) {
  std::vector<std::string> ids;
  for (auto const& clause : clauses) ids.emplace_back(clause.id);
  return ids;
}

class RowTest : public ::testing::Test {
 public:
  explicit RowTest(TableRow row) : row_(std::move(row)) {}

  void TestBody() override {
    SCOPED_TRACE(fmt::format("{}:{}", row_.file.string(), row_.line));
    auto const rule = rules().find(row_.rule);
    ASSERT_NE(rule, rules().end()) << "no rule is called " << row_.rule;
    for (auto const& id : row_.because) ASSERT_TRUE(terms::find_clause(id)) << id << " is not in the clause ledger";
    auto const& zone = harmonia().cancellation->support_hours->zone.value;
    Facts facts(row_.facts, zone);
    auto const observed = rule->second(facts, harmonia());
    EXPECT_EQ(fmt::format("{}", fmt::join(row_.facts.unread(), ", ")), "") << "facts that the rule does not ask for";
    compare(observed, zone);
    compare_clauses(ids_of(observed.cites));
    for (auto const& id : row_.because) CLAUSE(id);
  }

 private:
  void compare(Observed const& observed, Zone const& zone) {
    for (auto const& [name, expected] : row_.then.all()) {
      auto const found = observed.outcome.find(name);
      if (found == observed.outcome.end()) {
        ADD_FAILURE() << "the decision has no '" << name << "'";
      } else {
        EXPECT_TRUE(means(expected, found->second, zone))
            << name << ": expected " << expected << ", decided " << show(found->second, zone);
      }
    }
  }

  void compare_clauses(std::vector<std::string> const& cited) {
    if (row_.because.empty()) {
      EXPECT_TRUE(cited.empty()) << "the decision cites " << cited.front() << ", the row none";
      return;
    }
    ASSERT_FALSE(cited.empty()) << "the decision cites no clause";
    EXPECT_EQ(cited.front(), row_.because.front());
    for (auto const& id : row_.because) {
      EXPECT_NE(std::ranges::find(cited, id), cited.end())
          << "the decision does not rest on " << id << " but on " << fmt::format("{}", fmt::join(cited, ", "));
    }
  }

  TableRow row_;
};

void register_rows() {
  std::vector<fs::path> files;
  for (auto const& entry : fs::directory_iterator(fs::path(KELISIM_SOURCE_DIR) / "tests/clauses")) {
    if (entry.path().extension() == ".table") files.push_back(entry.path());
  }
  std::ranges::sort(files);
  for (auto const& file : files) {
    for (auto const& row : read_table(file)) {
      auto const suite = file.stem().string();
      auto const name = fmt::format("line_{}", row.line);
      ::testing::RegisterTest(suite.c_str(), name.c_str(), nullptr, nullptr, row.file.c_str(), row.line,
                              [row]() -> ::testing::Test* { return new RowTest(row); });
    }
  }
}

}  // namespace
}  // namespace kelisim::clauses

int main(int argc, char** argv) {
  ::testing::InitGoogleTest(&argc, argv);
  try {
    kelisim::clauses::register_rows();
  } catch (std::exception const& error) {
    std::cerr << error.what() << '\n';
    return 1;
  }
  return RUN_ALL_TESTS();
}
