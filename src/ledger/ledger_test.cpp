#include "ledger/ledger.h"

#include "database_fixture.h"
#include "kernel/ensure.h"
#include "ledger/migrations.h"
#include "rules/balanced.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace kelisim::ledger {
namespace {

constexpr Instant noon{1'770'000'000'000'000};

Money kzt(std::int64_t minor) { return {minor, Currency::KZT}; }

Transaction capture(std::string ref, std::int64_t price = 1'500'000, std::int64_t commission = 300'000) {
  return {.kind = TransactionKind::capture,
          .ref = ref,
          .at = noon,
          .order = "order-" + ref,
          .postings = {{AccountKind::acquirer, "freedompay", kzt(price)},
                       {AccountKind::prepaid_specialist, "order-" + ref, kzt(commission - price)},
                       {AccountKind::prepaid_commission, "order-" + ref, kzt(-commission)}}};
}

class LedgerTest : public test::OnBothEngines {
 protected:
  LedgerTest() { database().migrate(both()); }

  template <class F>
  auto write(F&& work) {
    return database().write_now(std::forward<F>(work));
  }

 private:
  static std::vector<db::Migration> both() {
    auto const base = platform::migrations();
    std::vector<db::Migration> all(base.begin(), base.end());
    all.insert(all.end(), migrations().begin(), migrations().end());
    return all;
  }
};

TEST_P(LedgerTest, MovesBalancesWithTheTransactionAndFindsTheBooksRight) {
  write([](db::Tx& tx) {
    EXPECT_EQ(post(tx, capture("a")), Posted::now);
    EXPECT_EQ(post(tx, capture("b")), Posted::now);
    EXPECT_EQ(balance(tx, {AccountKind::acquirer, "freedompay", Currency::KZT}), kzt(3'000'000));
    EXPECT_EQ(balance(tx, {AccountKind::prepaid_specialist, "order-a", Currency::KZT}), kzt(-1'200'000));
    EXPECT_EQ(balance(tx, {AccountKind::prepaid_specialist, "nobody", Currency::KZT}), kzt(0));
    EXPECT_EQ(balance(tx, {AccountKind::acquirer, "freedompay", Currency::RUB}), Money(0, Currency::RUB));
    EXPECT_TRUE(check(tx).empty());
  });
}

TEST_P(LedgerTest, ARepeatHasNoSecondEffect) {
  write([](db::Tx& tx) { EXPECT_EQ(post(tx, capture("a")), Posted::now); });
  write([](db::Tx& tx) {
    EXPECT_EQ(post(tx, capture("a")), Posted::before);
    EXPECT_EQ(balance(tx, {AccountKind::acquirer, "freedompay", Currency::KZT}), kzt(1'500'000));
    EXPECT_EQ(entries(tx, {}).size(), 1U);
  });
}

TEST_P(LedgerTest, AnotherTransactionUnderTheSameRefIsABug) {
  write([](db::Tx& tx) { post(tx, capture("a")); });
  EXPECT_THROW(write([](db::Tx& tx) { post(tx, capture("a", 1'500'001)); }), Bug);
}

TEST_P(LedgerTest, AnUnbalancedTransactionIsABugAndLeavesNothing) {
  auto crooked = capture("a");
  crooked.postings[0].amount = kzt(1'500'001);
  EXPECT_THROW(write([&](db::Tx& tx) { post(tx, crooked); }), Bug);
  write([](db::Tx& tx) { EXPECT_TRUE(entries(tx, {}).empty()); });
}

TEST_P(LedgerTest, WhatWasWrittenCannotBeChangedOrTakenOut) {
  write([](db::Tx& tx) { post(tx, capture("a")); });
  for (db::Sql const sql : {db::Sql{"test.a", "UPDATE ledger_postings SET amount_minor = amount_minor + 1"},
                            db::Sql{"test.b", "DELETE FROM ledger_postings"},
                            db::Sql{"test.c", "UPDATE ledger_transactions SET ref = 'other'"},
                            db::Sql{"test.d", "DELETE FROM ledger_transactions"}}) {
    EXPECT_THROW(write([&](db::Tx& tx) { tx.execute(sql); }), Fault) << sql.text;
  }
  write([](db::Tx& tx) {
    EXPECT_TRUE(check(tx).empty());
    EXPECT_EQ(entries(tx, {}).size(), 1U);
  });
}

TEST_P(LedgerTest, TheAuditorSeesABalanceThatDoesNotFit) {
  write([](db::Tx& tx) { post(tx, capture("a")); });
  db::Sql const crooked{"test.crooked",
                        "UPDATE ledger_balances SET balance_minor = 1 WHERE account_kind = 'acquirer'"};
  write([&](db::Tx& tx) {
    tx.execute(crooked);
    auto const found = check(tx);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].what, "balance_differs");
    EXPECT_EQ(found[0].subject, "acquirer:freedompay:KZT");
  });
}

TEST_P(LedgerTest, ListsEntriesNewestFirstByPages) {
  write([](db::Tx& tx) {
    for (auto const* ref : {"a", "b", "c"}) post(tx, capture(ref));
    auto const first = entries(tx, {.limit = 2});
    ASSERT_EQ(first.size(), 2U);
    EXPECT_EQ(first[0].ref, "c");
    EXPECT_EQ(first[0].postings.size(), 3U);
    auto const rest = entries(tx, {.before = first[1].number});
    ASSERT_EQ(rest.size(), 1U);
    EXPECT_EQ(rest[0].ref, "a");
    EXPECT_EQ(entries(tx, {.order = "order-b"}).size(), 1U);
    Account const account{AccountKind::prepaid_commission, "order-c", Currency::KZT};
    auto const statement = entries(tx, {.account = account});
    ASSERT_EQ(statement.size(), 1U);
    EXPECT_EQ(statement[0].ref, "c");
  });
}

TEST_P(LedgerTest, ListsBalancesByPages) {
  write([](db::Tx& tx) {
    post(tx, capture("a"));
    post(tx, capture("b"));
    auto const first = balances(tx, {.limit = 2});
    ASSERT_EQ(first.size(), 2U);
    auto const rest = balances(tx, {.after = first[1].account});
    EXPECT_EQ(rest.size(), 3U);
    EXPECT_EQ(balances(tx, {.kind = AccountKind::acquirer}).size(), 1U);
    EXPECT_EQ(balances(tx, {.owner = "order-b"}).size(), 2U);
  });
}

KELISIM_ON_BOTH_ENGINES(LedgerTest);

RC_GTEST_PROP(LedgerRules, OnlySumsOfZeroAreBalanced, (std::vector<std::int32_t> const& amounts, bool close)) {
  std::vector<Posting> postings;
  std::int64_t sum = 0;
  for (auto const amount : amounts) {
    if (postings.size() == 15 || amount == 0) continue;
    postings.push_back({AccountKind::prepaid_specialist, std::to_string(postings.size()), kzt(amount)});
    sum += amount;
  }
  if (close && sum != 0) {
    postings.push_back({AccountKind::acquirer, "", kzt(-sum)});
    sum = 0;
  }
  RC_ASSERT(is_balanced(postings) == (sum == 0 && postings.size() >= 2));
}

TEST(LedgerRules, EachCurrencySumsByItself) {
  EXPECT_FALSE(is_balanced(std::vector<Posting>{{AccountKind::acquirer, "g", kzt(5)},
                                                {AccountKind::refund_due, "o", Money(-5, Currency::RUB)}}));
  EXPECT_FALSE(
      is_balanced(std::vector<Posting>{{AccountKind::acquirer, "g", kzt(5)}, {AccountKind::acquirer, "g", kzt(-5)}}));
}

}  // namespace
}  // namespace kelisim::ledger
