// Promises on both engines: written once, ended once, told once.
#include "clause_mark.h"
#include "database_fixture.h"
#include "obligations/migrations.h"
#include "obligations/obligations.h"
#include "obligations/sweeper.h"
#include "platform/db/database.h"
#include "terms/clauses.h"
#include "terms/migrations.h"

#include <gmock/gmock.h>

#include <mutex>
#include <thread>

namespace kelisim::obligations {
namespace {

using std::chrono::hours;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

Instant at(std::string_view text) { return *parse_rfc3339(text); }
constexpr Duration tick{1};

/// Remembers what it was told; may be told by several nodes.
class Ears final : public Alarms {
 public:
  void raised(db::Tx&, Promise const& promise, Stage stage, Instant) override {
    std::lock_guard const lock(mutex_);
    heard_.emplace_back(promise.dedupe_key, stage);
  }
  [[nodiscard]] std::vector<std::pair<std::string, Stage>> heard() const {
    std::lock_guard const lock(mutex_);
    return heard_;
  }

 private:
  mutable std::mutex mutex_;
  std::vector<std::pair<std::string, Stage>> heard_;
};

class Promises : public test::OnBothEngines {
 protected:
  Promises() {
    database().migrate(terms::migrations());
    database().migrate(obligations::migrations());
  }

  template <class F>
  auto write(F work) {
    return database().write_now(work);
  }

  Undertaking refund(std::string const& order, terms::Due due) const {
    return {.kind = "orders.send_refund",
            .subject = order,
            .person = PersonId::parse("00000000000000000000000001"),
            .clause = terms::clause("HAR-3.8a"),
            .terms_version = "2023-02-24",
            .owner = Owner::finance,
            .due = std::move(due),
            .arose_at = arose,
            .dedupe_key = "orders.send_refund:" + order,
            .amount = Money{1'500'000, Currency::KZT}};
  }
  ObligationId promise(std::string const& order, Duration in = hours(48)) {
    return write([&](db::Tx& tx) { return undertake(tx, random, refund(order, terms::due_at(arose + in))); });
  }
  Promise stored(std::string const& order) {
    return *database().read_now([&](db::Tx& tx) { return find_promise(tx, "orders.send_refund:" + order); });
  }
  int sweep_at(Instant now, int limit = 100) {
    return write([&](db::Tx& tx) { return sweep(tx, ears, now, limit); });
  }
  std::vector<Finding> findings(Instant now) {
    return database().read_now([&](db::Tx& tx) { return check(tx, now); });
  }
  std::vector<std::string> subjects(PromiseFilter const& filter) {
    std::vector<std::string> found;
    for (auto const& one : database().read_now([&](db::Tx& tx) { return list_promises(tx, filter); }))
      found.push_back(one.subject);
    return found;
  }

  SeededRandom random{1};
  Ears ears;
  Instant const arose = at("2026-12-10T05:00:00Z");
};

TEST_P(Promises, a_promise_made_twice_is_one_and_keeps_what_it_said_first) {
  auto const first = promise("a", hours(48));
  auto const second = promise("a", hours(24));
  EXPECT_EQ(first, second);
  auto const found = stored("a");
  EXPECT_EQ(found.id, first);
  EXPECT_EQ(found.due_at, arose + hours(48));
  EXPECT_EQ(found.state, PromiseState::open);
  EXPECT_EQ(found.amount, (Money{1'500'000, Currency::KZT}));
  EXPECT_EQ(found.clause, "HAR-3.8a");
  EXPECT_EQ(found.steps.front().text_key, "due.instant");
}

TEST_P(Promises, it_ends_once_and_says_who_and_when) {
  promise("a");
  promise("b");
  auto const by = PersonId::parse("00000000000000000000000009");
  EXPECT_TRUE(write([&](db::Tx& tx) { return keep(tx, "orders.send_refund:a", {arose + hours(1), by}); }));
  EXPECT_FALSE(write([&](db::Tx& tx) { return lift(tx, "orders.send_refund:a", "withdrawn", {arose + hours(2)}); }));
  EXPECT_TRUE(write([&](db::Tx& tx) { return lift(tx, "orders.send_refund:b", "withdrawn", {arose + hours(2)}); }));
  EXPECT_FALSE(write([&](db::Tx& tx) { return keep(tx, "orders.send_refund:c", {arose}); })) << "no such promise";
  EXPECT_EQ(stored("a").state, PromiseState::kept);
  EXPECT_EQ(stored("a").ended_by, by);
  EXPECT_EQ(stored("a").ended_at, arose + hours(1));
  EXPECT_EQ(stored("b").state, PromiseState::lifted);
  EXPECT_EQ(stored("b").reason, "withdrawn");
  promise("a");
  EXPECT_EQ(stored("a").state, PromiseState::kept) << "a kept promise is not made again";
}

TEST_P(Promises, all_of_a_kind_about_one_thing_end_together) {
  auto again = refund("a", terms::due_at(arose + hours(72)));
  again.dedupe_key += ":again";
  auto other = refund("a", terms::due_at(arose + hours(72)));
  other.kind = "claims.answer";
  other.dedupe_key = "claims.answer:a";
  promise("a");
  promise("b");
  write([&](db::Tx& tx) {
    undertake(tx, random, again);
    undertake(tx, random, other);
  });
  auto const keep_refunds = [&](db::Tx& tx) {
    return keep_all(tx, "orders.send_refund", "a", {arose + hours(1), std::nullopt});
  };
  EXPECT_EQ(write(keep_refunds), 2);
  EXPECT_EQ(stored("a").state, PromiseState::kept);
  EXPECT_EQ(stored("a:again").ended_at, arose + hours(1));
  EXPECT_EQ(stored("b").state, PromiseState::open);
  EXPECT_THAT(subjects({.kind = "claims.answer"}), ElementsAre("a"));
  EXPECT_EQ(write(keep_refunds), 0);
}

TEST_P(Promises, the_database_refuses_to_forget_or_to_shorten) {
  promise("a");
  auto const refused = [&](std::string_view text) {
    db::Sql const sql{"test.tamper", text};
    EXPECT_THROW(write([&](db::Tx& tx) { tx.execute(sql); }), Fault) << text;
  };
  refused("DELETE FROM obligations_promises");
  refused("UPDATE obligations_promises SET due_at_us = due_at_us - 1");
  refused("UPDATE obligations_promises SET clause = 'HAR-3.8b'");
  refused("UPDATE obligations_promises SET person = NULL");
  write([&](db::Tx& tx) { return keep(tx, "orders.send_refund:a", {arose}); });
  refused("UPDATE obligations_promises SET ended_at_us = ended_at_us + 1");
  refused("UPDATE obligations_promises SET state = 'open', ended_at_us = NULL");
}

TEST_P(Promises, a_sweep_tells_each_stage_at_its_microsecond_and_once) {
  promise("a", hours(240));
  auto const due = arose + hours(240);
  EXPECT_EQ(sweep_at(due - hours(24) - tick), 0);
  EXPECT_EQ(sweep_at(due - hours(24)), 1);
  EXPECT_EQ(sweep_at(due - hours(24)), 0) << "the same sweep again";
  EXPECT_EQ(sweep_at(due), 0) << "the due instant is in time";
  EXPECT_EQ(sweep_at(due + tick), 1);
  EXPECT_EQ(sweep_at(due + tick + hours(24)), 1);
  EXPECT_EQ(sweep_at(due + hours(1000)), 0) << "nothing is louder";
  EXPECT_THAT(ears.heard(), ElementsAre(std::pair("orders.send_refund:a", Stage::due_soon),
                                        std::pair("orders.send_refund:a", Stage::overdue),
                                        std::pair("orders.send_refund:a", Stage::escalated)));
}

TEST_P(Promises, a_sweep_that_comes_late_tells_only_what_is_true_now) {
  promise("a", hours(48));
  EXPECT_EQ(sweep_at(arose + hours(1000)), 1);
  EXPECT_THAT(ears.heard(), ElementsAre(std::pair("orders.send_refund:a", Stage::escalated)));
}

TEST_P(Promises, what_has_ended_calls_no_more) {
  promise("a");
  write([&](db::Tx& tx) { return keep(tx, "orders.send_refund:a", {arose}); });
  EXPECT_EQ(sweep_at(arose + hours(1000)), 0);
}

TEST_P(Promises, a_sweep_takes_the_longest_waiting_first_and_no_more_than_its_limit) {
  promise("later", hours(48));
  promise("sooner", hours(47));
  EXPECT_EQ(sweep_at(arose + hours(49), 1), 1);
  EXPECT_EQ(ears.heard().front().first, "orders.send_refund:sooner");
  EXPECT_EQ(sweep_at(arose + hours(49), 1), 1);
  EXPECT_EQ(sweep_at(arose + hours(49), 1), 0);
}

TEST_P(Promises, two_nodes_that_sweep_together_tell_once) {
  constexpr int promises = 40;
  for (int i = 0; i < promises; ++i) promise(std::to_string(i), hours(48));
  auto const other = GetParam() == db::Engine::postgres ? home().open() : nullptr;
  auto& second = other ? *other : database();
  auto const sweep_on = [&](db::Database& node) {
    return node.write_now([&](db::Tx& tx) { return sweep(tx, ears, arose + hours(49), promises); });
  };
  int by_second = 0;
  std::thread node([&] { by_second = sweep_on(second); });
  auto const by_first = sweep_on(database());
  node.join();
  EXPECT_EQ(by_first + by_second, promises);
  EXPECT_EQ(ears.heard().size(), promises);
}

TEST_P(Promises, force_majeure_moves_a_promise_later_once_and_says_so) {
  CLAUSE("HAR-7.1a");
  promise("a", hours(48));
  sweep_at(arose + hours(40));
  Postponement const shift{hours(48), terms::clause("HAR-7.1a"), "event-1", arose + hours(41)};
  EXPECT_TRUE(write([&](db::Tx& tx) { return postpone(tx, "orders.send_refund:a", shift); }));
  EXPECT_FALSE(write([&](db::Tx& tx) { return postpone(tx, "orders.send_refund:a", shift); })) << "the same event";
  auto const moved = stored("a");
  EXPECT_EQ(moved.due_at, arose + hours(96));
  EXPECT_EQ(moved.steps.back().text_key, "due.postponed");
  EXPECT_EQ(moved.steps.back().count, 48 * 60);
  EXPECT_EQ(moved.stage, std::nullopt) << "its alarm was for the old instant";
  EXPECT_EQ(sweep_at(arose + hours(49)), 0);
  EXPECT_EQ(sweep_at(arose + hours(96) - hours(24)), 1);
  EXPECT_THAT(findings(arose + hours(73)), IsEmpty());
}

TEST_P(Promises, the_board_shows_the_earliest_first_and_pages_without_a_gap) {
  promise("third", hours(72));
  promise("first", hours(24));
  promise("second", hours(48));
  EXPECT_THAT(subjects({}), ElementsAre("first", "second", "third"));
  EXPECT_THAT(subjects({.limit = 2}), ElementsAre("first", "second"));
  EXPECT_THAT(subjects({.after = stored("second").id, .limit = 2}), ElementsAre("third"));
  EXPECT_THAT(subjects({.due_from = arose + hours(24), .due_before = arose + hours(48)}), ElementsAre("first"));
  EXPECT_THAT(subjects({.owner = Owner::support}), IsEmpty());
  EXPECT_THAT(subjects({.subject = "third"}), ElementsAre("third"));
  write([&](db::Tx& tx) { return keep(tx, "orders.send_refund:first", {arose}); });
  EXPECT_THAT(subjects({}), ElementsAre("second", "third"));
  EXPECT_THAT(subjects({.state = PromiseState::kept}), ElementsAre("first"));
  EXPECT_THAT(subjects({.state = std::nullopt}), ElementsAre("first", "second", "third"));
}

TEST_P(Promises, a_changed_calendar_is_shown_and_moves_nothing) {
  write([&](db::Tx& tx) {
    auto const calendar = terms::read_calendar(tx, "KZ");
    undertake(tx, random,
              refund("a", terms::working_days_after(arose, 3, *Zone::load("Asia/Almaty"), calendar, arose)));
  });
  EXPECT_EQ(stored("a").due_at, at("2026-12-15T18:59:59.999999Z"));
  auto const today = [&](Instant now) {
    auto const promise = stored("a");
    return database().read_now([&](db::Tx& tx) { return due_by_todays_calendar(tx, promise, now); });
  };
  auto const announced = arose + hours(30);
  write([&](db::Tx& tx) {
    return terms::announce_day(tx, {"KZ", {2026, 12, 15}, terms::DayKind::moved_off, announced, "a decree"});
  });
  EXPECT_EQ(today(announced - tick), std::nullopt);
  EXPECT_EQ(today(announced), at("2026-12-17T18:59:59.999999Z"));
  EXPECT_EQ(stored("a").due_at, at("2026-12-15T18:59:59.999999Z"));
  EXPECT_THAT(findings(announced), IsEmpty());
}

TEST_P(Promises, the_auditor_finds_a_promise_that_nobody_heard_of) {
  promise("a", hours(48));
  auto const overdue = arose + hours(48) + tick;
  EXPECT_THAT(findings(arose + hours(24)), IsEmpty());
  auto const found = findings(overdue + hours(1));
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].rule, "unheard");
  EXPECT_EQ(found[0].promise, "orders.send_refund:a");
  sweep_at(overdue);
  EXPECT_THAT(findings(overdue + hours(1)), IsEmpty());
}

TEST_P(Promises, the_auditor_finds_a_due_instant_that_was_not_counted) {
  promise("a", hours(48));
  db::Sql const tamper{"test.tamper", "UPDATE obligations_promises SET due_at_us = due_at_us + 1"};
  write([&](db::Tx& tx) { tx.execute(tamper); });
  auto const found = findings(arose);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].rule, "counted");
}

KELISIM_ON_BOTH_ENGINES(Promises);

}  // namespace
}  // namespace kelisim::obligations
