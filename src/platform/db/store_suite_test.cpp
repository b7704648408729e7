// What both engines promise to every store.
#include "database_fixture.h"

#include <gmock/gmock.h>

#include <latch>
#include <thread>

namespace kelisim::db {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

constexpr Migration kTables[] = {
    {"suite", 1, "values", MigrationEngine::any,
     "CREATE TABLE suite_values (id BIGINT NOT NULL PRIMARY KEY, n BIGINT, t TEXT, b BYTEA);\n"
     "CREATE INDEX suite_values_by_n ON suite_values (n);\n"},
};
constexpr Sql kInsert{"suite.insert", "INSERT INTO suite_values (id, n, t, b) VALUES ($1, $2, $3, $4)"};
constexpr Sql kInsertId{"suite.insert_id", "INSERT INTO suite_values (id) VALUES ($1)"};
constexpr Sql kInsertOnce{"suite.insert_once", "INSERT INTO suite_values (id) VALUES ($1) ON CONFLICT DO NOTHING"};
constexpr Sql kSelect{"suite.select", "SELECT id, n, t, b FROM suite_values WHERE id = $1"};
constexpr Sql kIds{"suite.ids", "SELECT id FROM suite_values ORDER BY id"};
constexpr Sql kCount{"suite.count", "SELECT count(*) FROM suite_values"};

class StoreSuite : public test::OnBothEngines {
 protected:
  StoreSuite() { database().migrate(kTables); }

  std::vector<std::int64_t> ids() {
    return database().read_now([](Tx& tx) { return tx.all(kIds, [](Row const& row) { return row.integer(0); }); });
  }
};

TEST_P(StoreSuite, ValuesComeBackAsTheyWere) {
  std::string const text("\xD2\x9B\x61zaq\n'\"$1");
  Bytes const bytes{0, 255, 10, 0, 39};
  database().write_now([&](Tx& tx) {
    tx.execute(kInsert, 1, std::numeric_limits<std::int64_t>::min(), text, bytes);
    tx.execute(kInsert, 2, -1, "", Bytes{});
    tx.execute(kInsert, 3, std::nullopt, std::nullopt, std::nullopt);
    tx.execute(kInsert, 4, std::numeric_limits<std::int64_t>::max(), std::optional<std::string>("x"), bytes);
  });
  database().read_now([&](Tx& tx) {
    auto const seen = [&](int id, auto&& check) {
      EXPECT_TRUE(tx.one(kSelect, [&](Row const& row) { return check(row), true; }, id).has_value());
    };
    seen(1, [&](Row const& row) {
      EXPECT_EQ(row.integer(1), std::numeric_limits<std::int64_t>::min());
      EXPECT_EQ(row.text(2), text);
      EXPECT_EQ(row.blob(3), bytes);
    });
    seen(2, [](Row const& row) {
      EXPECT_EQ(row.integer(1), -1);
      EXPECT_FALSE(row.is_null(2));
      EXPECT_EQ(row.text(2), "");
      EXPECT_FALSE(row.is_null(3));
      EXPECT_TRUE(row.bytes(3).empty());
    });
    seen(3, [](Row const& row) {
      EXPECT_EQ(row.maybe_integer(1), std::nullopt);
      EXPECT_EQ(row.maybe_str(2), std::nullopt);
      EXPECT_TRUE(row.is_null(3));
    });
    seen(4, [](Row const& row) { EXPECT_EQ(row.integer(1), std::numeric_limits<std::int64_t>::max()); });
  });
}

TEST_P(StoreSuite, ReadingAColumnAsWhatItIsNotIsABug) {
  database().write_now([](Tx& tx) { tx.execute(kInsert, 1, 2, "three", std::nullopt); });
  auto const read = [&](auto getter) {
    return [this, getter] {
      database().read_now(
          [&](Tx& tx) { tx.run(kSelect, std::array{param(1)}, [&](Row const& row) { getter(row); }); });
    };
  };
  EXPECT_THROW(read([](Row const& row) { return row.text(1); })(), Bug);
  EXPECT_THROW(read([](Row const& row) { return row.integer(2); })(), Bug);
  EXPECT_THROW(read([](Row const& row) { return row.bytes(2); })(), Bug);
  EXPECT_THROW(read([](Row const& row) { return row.bytes(3); })(), Bug);
  EXPECT_THROW(read([](Row const& row) { return row.integer(4); })(), Bug);
  EXPECT_THROW(read([](Row const& row) { return row.is_null(-1); })(), Bug);
}

TEST_P(StoreSuite, ParametersAreTakenByNumberNotByPlace) {
  constexpr Sql swapped{"suite.swapped",
                        "SELECT n, n + CAST($2 AS BIGINT), CAST($2 AS BIGINT) FROM suite_values "
                        "WHERE t = $3 AND id = $1"};
  database().write_now([](Tx& tx) { tx.execute(kInsert, 7, 10, "seven", std::nullopt); });
  auto const found = database().read_now([&](Tx& tx) {
    return tx.one(
        swapped, [](Row const& row) { return std::array{row.integer(0), row.integer(1), row.integer(2)}; }, 7, 32,
        "seven");
  });
  ASSERT_TRUE(found.has_value());
  EXPECT_THAT(*found, ElementsAre(10, 42, 32));
}

TEST_P(StoreSuite, RunReturnsTheRowsChanged) {
  constexpr Sql update{"suite.update", "UPDATE suite_values SET n = $1 WHERE id >= $2"};
  constexpr Sql returning{"suite.returning", "DELETE FROM suite_values WHERE id > $1 RETURNING id"};
  database().write_now([&](Tx& tx) {
    for (int id = 1; id <= 5; ++id) EXPECT_EQ(tx.execute(kInsertId, id), 1);
    EXPECT_EQ(tx.execute(kInsertOnce, 5), 0);
    EXPECT_EQ(tx.execute(kInsertOnce, 6), 1);
    EXPECT_EQ(tx.execute(update, 9, 4), 3);
    EXPECT_EQ(tx.execute(update, 9, 40), 0);
    EXPECT_EQ(tx.run(kIds, {}, [](Row const&) {}), 0);
    std::vector<std::int64_t> gone;
    auto const deleted =
        tx.run(returning, std::array{param(4)}, [&](Row const& row) { gone.push_back(row.integer(0)); });
    EXPECT_EQ(deleted, 2);
    EXPECT_THAT(gone, ::testing::UnorderedElementsAre(5, 6));
  });
}

TEST_P(StoreSuite, AStatementMayRunInsideItsOwnRows) {
  database().write_now([](Tx& tx) {
    for (int id = 1; id <= 3; ++id) tx.execute(kInsertId, id);
  });
  int pairs = 0;
  database().read_now(
      [&](Tx& tx) { tx.run(kIds, {}, [&](Row const&) { tx.run(kIds, {}, [&](Row const&) { ++pairs; }); }); });
  EXPECT_EQ(pairs, 9);
}

TEST_P(StoreSuite, AThrowRollsItsOwnWorkBackAlone) {
  constexpr int kWorks = 40;
  std::latch answered(kWorks);
  std::atomic<int> failed = 0;
  for (int id = 0; id < kWorks; ++id) {
    database().write(
        Lane::ordinary,
        [id](Tx& tx) {
          tx.execute(kInsertId, id);
          if (id % 2 == 1) throw std::domain_error("odd");
        },
        [&](std::exception_ptr failure) {
          if (failure) ++failed;
          answered.count_down();
        });
  }
  answered.wait();
  EXPECT_EQ(failed, kWorks / 2);
  auto const kept = ids();
  EXPECT_EQ(kept.size(), std::size_t{kWorks / 2});
  EXPECT_TRUE(std::ranges::all_of(kept, [](std::int64_t id) { return id % 2 == 0; }));
}

TEST_P(StoreSuite, AViolatedConstraintIsAFaultThatNamesNoValue) {
  constexpr Sql unique{"suite.word", "INSERT INTO suite_words (w) VALUES ($1)"};
  database().migrate(std::array{
      Migration{"words", 1, "words", MigrationEngine::any, "CREATE TABLE suite_words (w TEXT NOT NULL UNIQUE);"}});
  auto const insert = [&] { database().write_now([&](Tx& tx) { tx.execute(unique, "planted-secret"); }); };
  insert();
  try {
    insert();
    ADD_FAILURE() << "the second one was taken";
  } catch (Fault const& fault) {
    EXPECT_FALSE(fault.retryable());
    EXPECT_THAT(fault.what(), HasSubstr("suite.word"));
    EXPECT_THAT(fault.what(), ::testing::Not(HasSubstr("planted-secret")));
  }
}

TEST_P(StoreSuite, MarksUndoWhatCameAfterThem) {
  database().write_now([](Tx& tx) {
    tx.execute(kInsertId, 1);
    auto const outer = tx.mark();
    tx.execute(kInsertId, 2);
    auto const inner = tx.mark();
    tx.execute(kInsertId, 3);
    tx.undo(inner);
    tx.execute(kInsertId, 4);
    tx.keep(outer);
    auto const second = tx.mark();
    tx.execute(kInsertId, 5);
    std::ignore = tx.mark();  // is undone with the one around it
    tx.execute(kInsertId, 6);
    tx.undo(second);
  });
  EXPECT_THAT(ids(), ElementsAre(1, 2, 4));
}

TEST_P(StoreSuite, AFaultBehindAMarkLeavesTheRestUsable) {
  database().write_now([](Tx& tx) {
    tx.execute(kInsertId, 1);
    auto const mark = tx.mark();
    EXPECT_THROW(tx.execute(kInsertId, 1), Fault);
    tx.undo(mark);
    tx.execute(kInsertId, 2);
  });
  EXPECT_THAT(ids(), ElementsAre(1, 2));
}

TEST_P(StoreSuite, AReaderCannotWrite) {
  EXPECT_THROW(database().read_now([](Tx& tx) { tx.execute(kInsertId, 1); }), Fault);
  EXPECT_THAT(ids(), ElementsAre());
}

TEST_P(StoreSuite, AReadSeesOneSnapshot) {
  auto const counts = database().read_now([&](Tx& tx) {
    auto const count = [&] { return tx.one(kCount, [](Row const& row) { return row.integer(0); }).value(); };
    auto const before = count();
    std::jthread([&] { database().write_now([](Tx& other) { other.execute(kInsertId, 1); }); }).join();
    return std::pair(before, count());
  });
  EXPECT_EQ(counts, std::pair(std::int64_t{0}, std::int64_t{0}));
  EXPECT_THAT(ids(), ElementsAre(1));
}

TEST_P(StoreSuite, WaitingOnADatabaseThreadIsABug) {
  EXPECT_THROW(database().write_now([&](Tx&) { database().read_now([](Tx&) {}); }), Bug);
}

TEST_P(StoreSuite, ListenersHearCommitsThatToldTheirTopic) {
  std::atomic<int> heard = 0;
  {
    auto const listening = database().listen(Topic::jobs, [&] { ++heard; });
    database().write_now([](Tx& tx) { tx.execute(kInsertId, 1); });
    EXPECT_THROW(database().write_now([](Tx& tx) {
      tx.notify(Topic::jobs);
      tx.execute(kInsertId, 1);
    }),
                 Fault);
    EXPECT_EQ(heard, 0);
    database().write_now([](Tx& tx) {
      tx.notify(Topic::jobs);
      tx.notify(Topic::jobs);
      tx.execute(kInsertId, 2);
    });
    database().write_now([](Tx&) {});  // the listeners of the commit before were told by now
    EXPECT_EQ(heard, 1);
  }
  database().write_now([](Tx& tx) { tx.notify(Topic::jobs); });
  database().write_now([](Tx&) {});
  EXPECT_EQ(heard, 1);
}

TEST_P(StoreSuite, WhatIsAnsweredIsThereAfterAReopening) {
  database().write_now([](Tx& tx) { tx.execute(kInsertId, 4711); });
  reopen();
  EXPECT_THAT(ids(), ElementsAre(4711));
}

KELISIM_ON_BOTH_ENGINES(StoreSuite);

}  // namespace
}  // namespace kelisim::db
