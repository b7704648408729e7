#pragma once

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace kelisim::test {

/// Leaves the clause in the results of the running test; bin/clauses counts it if the test passes.
inline void mark_clause(std::string_view id) { ::testing::Test::RecordProperty("clause:" + std::string(id), 1); }

}  // namespace kelisim::test

/// CLAUSE("HAR-1.account.d"): this test shows that the row of the clause ledger is kept. Stands inside a test, before
/// the assertions that show it; bin/clauses refuses a mark that no assertion follows, and an id that the ledger
/// lacks.
#define CLAUSE(id) ::kelisim::test::mark_clause(id)
