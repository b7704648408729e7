// Planned work, failures and force majeure: no slots inside, sessions found once, refund or another time, promises
// later.
#include "use_cases/outages.h"
#include "clause_mark.h"
#include "obligations/obligations.h"
#include "obligations/sweeper.h"
#include "terms/clauses.h"
#include "testing/house.h"
#include "use_cases/find_slot.h"
#include "use_cases/remedies.h"

#include <gmock/gmock.h>

namespace kelisim::scheduling {
namespace {

using std::chrono::hours;
using std::chrono::minutes;
using testing::astana;
using testing::kzt;
constexpr Duration tick{1};

class Outages : public testing::House {
 protected:
  Result<Outage, OutageRefusal> try_to_open(OutageKind kind, Instant from, std::optional<Instant> until) {
    return attempt([&](db::Tx& tx) { return open_outage(tx, parts, {kind, from, until, staff}, clock.now()); });
  }
  Outage opened(OutageKind kind, Instant from, std::optional<Instant> until) {
    auto const outage = try_to_open(kind, from, until);
    EXPECT_TRUE(outage.has_value());
    runner.run_due();
    return *outage;
  }
  bool closed(Outage const& outage) {
    return write(
        [&](db::Tx& tx) { return close_outage(tx, parts, outage.id, "The disk was replaced.", staff, clock.now()); });
  }
  std::vector<Instant> free_between(Instant from, Instant to) {
    return write([&](db::Tx& tx) {
      std::vector<Instant> starts;
      auto const& terms = brand.terms.at("2023-02-24");
      for (auto const& free : free_slots(tx, parts, specialist, {from, to}, terms, clock.now(), 100, std::nullopt))
        starts.push_back(free.when.starts_at);
      return starts;
    });
  }
  store::AffectedCounts counts(Outage const& outage) {
    return write([&](db::Tx& tx) { return store::count_affected(tx, outage.id); });
  }
  obligations::Promise promise(std::string const& key) {
    auto const found = write([&](db::Tx& tx) { return obligations::find_promise(tx, key); });
    EXPECT_TRUE(found.has_value()) << key;
    return *found;
  }
  Result<void, PaperRefusal> give(Outage const& outage, OutagePaper what) {
    auto const file = what == OutagePaper::certificate ? std::optional<std::string>("file") : std::nullopt;
    return attempt([&](db::Tx& tx) { return give_paper(tx, outage, {what, clock.now(), staff, "No. 17", file}); });
  }

  PersonId staff = random.id<PersonId>(clock.now());
};
KELISIM_ON_BOTH_ENGINES(Outages);

TEST_P(Outages, InsidePlannedWorkNoSlotIsOffered) {
  CLAUSE("HAR-4.3.4a");
  auto const before = free_between(astana(12, 0), astana(12, 6));
  EXPECT_THAT(before, ::testing::Contains(astana(12, 2, 30)));
  opened(OutageKind::maintenance, astana(12, 2), astana(12, 4));
  auto const after = free_between(astana(12, 0), astana(12, 6));
  EXPECT_FALSE(after.empty());
  for (auto const& start : after) {
    auto const ends = start + minutes(50);
    EXPECT_TRUE(ends <= astana(12, 2) || start >= astana(12, 4)) << to_rfc3339(start);
  }
  EXPECT_THAT(after, ::testing::Contains(astana(12, 4))) << "its end is outside";
  EXPECT_FALSE(take(client, astana(12, 2, 30)).has_value());
  EXPECT_TRUE(take(client, astana(12, 4)).has_value());
}

TEST_P(Outages, PlannedWorkIsAnnouncedBeforeItBegins) {
  CLAUSE("HAR-4.3.4a");
  auto const now = clock.now();
  EXPECT_EQ(try_to_open(OutageKind::maintenance, now, now + hours(1)).error(), OutageRefusal::announced_too_late);
  EXPECT_TRUE(try_to_open(OutageKind::maintenance, now + tick, now + hours(1)).has_value());
}

TEST_P(Outages, ANewOutageIsRefusedInTheOrderOfItsReasons) {
  auto const now = clock.now();
  using enum OutageKind;
  EXPECT_EQ(try_to_open(maintenance, now, std::nullopt).error(), OutageRefusal::end_missing);
  EXPECT_EQ(try_to_open(force_majeure, now, std::nullopt).error(), OutageRefusal::end_missing);
  EXPECT_EQ(try_to_open(maintenance, now, now).error(), OutageRefusal::ends_before_it_begins);
  EXPECT_EQ(try_to_open(maintenance, now, now + hours(24 * 8)).error(), OutageRefusal::announced_too_late);
  EXPECT_EQ(try_to_open(maintenance, now + tick, now + tick + hours(24 * 7) + tick).error(), OutageRefusal::too_long);
  EXPECT_TRUE(try_to_open(maintenance, now + tick, now + tick + hours(24 * 7)).has_value());
  EXPECT_TRUE(try_to_open(failure, now, std::nullopt).has_value());
}

TEST_P(Outages, APaidSessionInsideIsCalledOffAndTheClientChooses) {
  CLAUSE("HAR-4.3.4b");
  auto const booking = confirmed(astana(12, 2, 30));
  auto const outage = opened(OutageKind::maintenance, astana(12, 2), astana(12, 4));
  EXPECT_EQ(again(booking).state, BookingState::cancelled);
  EXPECT_EQ(counts(outage).called_off, 1);
  auto const told = notices.of(BookingNoticeKind::booking_called_off);
  ASSERT_EQ(told.size(), 1U);
  EXPECT_EQ(told[0].to, client);
  EXPECT_EQ(told[0].refund, kzt(15'000));
  EXPECT_EQ(told[0].clause, "4.3.4");
  EXPECT_EQ(notices.of(BookingNoticeKind::practice_called_off).size(), 1U);
  auto const choice = attempt([&](db::Tx& tx) {
    return choose_remedy(tx, parts, *find_booking(tx, booking.id), {RemedyChoice::move, astana(12, 4)}, clock.now());
  });
  ASSERT_TRUE(choice.has_value());
  EXPECT_EQ(again(booking).state, BookingState::confirmed);
  EXPECT_EQ(again(booking).starts_at, astana(12, 4));
  expect_same_on_replay();
}

TEST_P(Outages, APreviewFindsWhatTheOutageWouldTouchAndChangesNothing) {
  auto const inside = confirmed(astana(12, 2, 30));
  auto const outside = confirmed(astana(12, 5));
  auto const preview = [&](OutageKind kind, std::optional<Instant> until) {
    return write(
        [&](db::Tx& tx) { return preview_outage(tx, parts, {kind, astana(12, 2), until, staff}, 10, clock.now()); });
  };
  auto const planned = preview(OutageKind::maintenance, astana(12, 4));
  ASSERT_TRUE(planned.has_value());
  ASSERT_EQ(planned->size(), 1U);
  EXPECT_EQ(planned->front().booking.id, inside.id);
  ASSERT_TRUE(planned->front().called_off.has_value());
  EXPECT_EQ(planned->front().called_off->refund, kzt(15'000));
  EXPECT_EQ(planned->front().called_off->because.id, "HAR-4.3.4b");
  auto const failing = preview(OutageKind::failure, astana(12, 6));
  ASSERT_EQ(failing->size(), 2U);
  EXPECT_FALSE(failing->front().called_off.has_value()) << "its two are told, and attendance decides";
  EXPECT_EQ(preview(OutageKind::maintenance, std::nullopt).error(), OutageRefusal::end_missing);
  runner.run_due();
  EXPECT_EQ(again(inside).state, BookingState::confirmed);
  EXPECT_EQ(again(outside).state, BookingState::confirmed);
  EXPECT_TRUE(notices.of(BookingNoticeKind::booking_called_off).empty());
}

TEST_P(Outages, WithoutAChoiceTheMoneyGoesBackAtTheStart) {
  CLAUSE("HAR-4.3.4b");
  auto const booking = confirmed(astana(12, 2, 30));
  opened(OutageKind::maintenance, astana(12, 2), astana(12, 4));
  clock.set(astana(12, 2, 30) - tick);
  runner.run_due();
  EXPECT_EQ(order_of(booking).state, orders::OrderState::paid);
  clock.set(astana(12, 2, 30));
  runner.run_due();
  EXPECT_EQ(order_of(booking).state, orders::OrderState::returned);
  EXPECT_EQ(order_of(booking).refunded, kzt(15'000));
  expect_right_books();
}

TEST_P(Outages, SessionsThatOnlyTouchThePlannedWorkStay) {
  auto const before = confirmed(astana(12, 1));
  auto const after = confirmed(astana(12, 4));
  auto const outage = opened(OutageKind::maintenance, astana(12, 1, 50), astana(12, 4));
  EXPECT_EQ(again(before).state, BookingState::confirmed) << "it ends as the work begins";
  EXPECT_EQ(again(after).state, BookingState::confirmed) << "it begins as the work ends";
  EXPECT_EQ(counts(outage).found, 0);
}

TEST_P(Outages, ASessionPaidAfterThePlanningIsFoundByTheNextLook) {
  auto const slot = held(astana(12, 2, 30));
  auto const outage = opened(OutageKind::maintenance, astana(12, 2), astana(12, 4));
  settle(begin_payment(slot));
  EXPECT_EQ(again(slot).state, BookingState::confirmed);
  clock.set(clock.now() + minutes(15));
  runner.run_due();
  EXPECT_EQ(again(slot).state, BookingState::cancelled);
  EXPECT_EQ(counts(outage).found, 1);
  EXPECT_EQ(notices.of(BookingNoticeKind::booking_called_off).size(), 1U);
}

TEST_P(Outages, AFailureHasAnOwnerTellsWhoItTouchesOnceAndClosesWithARemedy) {
  CLAUSE("HAR-6.1a");
  auto const booking = confirmed(astana(8, 20));
  clock.set(astana(8, 20, 20));
  auto const outage = opened(OutageKind::failure, astana(8, 20, 10), std::nullopt);
  EXPECT_EQ(outage.opened_by, staff);
  EXPECT_EQ(outage.opened_at, astana(8, 20, 20));
  EXPECT_EQ(counts(outage).found, 1);
  EXPECT_EQ(counts(outage).called_off, 0);
  auto const told = notices.of(BookingNoticeKind::session_disturbed);
  ASSERT_EQ(told.size(), 2U);
  EXPECT_EQ(told[0].booking, booking.id);
  clock.set(astana(8, 20, 35));
  runner.run_due();
  EXPECT_EQ(notices.of(BookingNoticeKind::session_disturbed).size(), 2U);
  EXPECT_TRUE(closed(outage));
  EXPECT_FALSE(closed(outage)) << "once";
  auto const stored = *write([&](db::Tx& tx) { return store::find_outage(tx, outage.id); });
  EXPECT_EQ(stored.closed_at, astana(8, 20, 35));
  EXPECT_EQ(stored.remedy, "The disk was replaced.");
  EXPECT_EQ(again(booking).state, BookingState::confirmed) << "attendance decides what it was worth";
}

TEST_P(Outages, ForceMajeureShiftsWhatIsDueByTheTimeItLasts) {
  CLAUSE("HAR-7.1a");
  auto const start = astana(9, 0);
  auto const undertake = [&](std::string const& key, Instant due) {
    write([&](db::Tx& tx) {
      obligations::undertake(tx, random,
                             {.kind = "test.duty",
                              .subject = key,
                              .clause = terms::clause("HAR-3.10f"),
                              .terms_version = "2023-02-24",
                              .owner = obligations::Owner::support,
                              .due = terms::due_at(due),
                              .arose_at = clock.now(),
                              .dedupe_key = key});
    });
  };
  undertake("inside", astana(10, 12));
  undertake("at the start", start);
  undertake("before", start - tick);
  auto const booking = confirmed(astana(10, 10));
  auto const outage = opened(OutageKind::force_majeure, start, astana(11, 0));
  EXPECT_EQ(again(booking).state, BookingState::cancelled) << "offered a new date";
  EXPECT_EQ(notices.of(BookingNoticeKind::booking_called_off).front().clause, "7.1");
  clock.set(astana(11, 0));
  EXPECT_TRUE(closed(outage));
  EXPECT_EQ(promise("inside").due_at, astana(12, 12));
  EXPECT_EQ(promise("at the start").due_at, start + hours(48));
  EXPECT_EQ(promise("before").due_at, start - tick);
  EXPECT_EQ(promise("inside").steps.back().text_key, "due.postponed");
  auto const findings = write([&](db::Tx& tx) { return obligations::check(tx, astana(7, 12)); });
  EXPECT_TRUE(findings.empty());
}

TEST_P(Outages, AForceMajeureThatLastsLongerIsTheSameOneWithALaterEnd) {
  CLAUSE("HAR-7.1a");
  auto const inside = confirmed(astana(10, 10));
  auto const after = confirmed(astana(11, 10));
  auto const outage = opened(OutageKind::force_majeure, astana(9, 0), astana(11, 0));
  EXPECT_EQ(again(inside).state, BookingState::cancelled);
  EXPECT_EQ(again(after).state, BookingState::confirmed);
  auto const prolong = [&](Outage const& which, Instant until) {
    return attempt([&](db::Tx& tx) { return prolong_outage(tx, parts, which, until, staff, clock.now()); });
  };
  EXPECT_EQ(prolong(outage, astana(11, 0)).error(), ProlongationRefusal::not_later);
  EXPECT_EQ(prolong(outage, astana(9, 0) + std::chrono::days(366) + tick).error(), ProlongationRefusal::too_long);
  auto const longer = prolong(outage, astana(12, 0));
  ASSERT_TRUE(longer.has_value());
  runner.run_due();
  EXPECT_EQ(again(after).state, BookingState::cancelled) << "in the time that came to it";
  auto const told = write([&](db::Tx& tx) { return store::prolongations_of(tx, outage.id); });
  ASSERT_EQ(told.size(), 1U);
  EXPECT_EQ(told[0].from, astana(11, 0));
  EXPECT_EQ(told[0].until, astana(12, 0));
  EXPECT_EQ(told[0].by, staff);
  clock.set(astana(12, 0));
  EXPECT_TRUE(closed(outage));
  auto const ended = write([&](db::Tx& tx) { return *store::find_outage(tx, outage.id); });
  EXPECT_EQ(prolong(ended, astana(13, 0)).error(), ProlongationRefusal::closed_already);
  EXPECT_EQ(prolong(opened(OutageKind::failure, astana(12, 0), std::nullopt), astana(13, 0)).error(),
            ProlongationRefusal::only_force_majeure);
}

class OutagePapers : public Outages {
 protected:
  /// Whether the paper counts as late when it is given at `at`.
  bool late(OutagePaper what, Instant at) {
    clock.set(astana(1, 11));
    auto const outage = opened(OutageKind::force_majeure, astana(1, 10), astana(20, 0));
    clock.set(at);
    EXPECT_TRUE(give(outage, what).has_value());
    auto const kept = promise(paper_promise(outage.id, what));
    EXPECT_EQ(kept.state, obligations::PromiseState::kept);
    EXPECT_EQ(kept.ended_by, staff);
    return *kept.ended_at > kept.due_at;
  }
};
KELISIM_ON_BOTH_ENGINES(OutagePapers);

TEST_P(OutagePapers, TheNoticeOfForceMajeureIsInTimeToTheEndOfTheFifthDay) {
  CLAUSE("HAR-7.2a");
  EXPECT_FALSE(late(OutagePaper::notice, astana(7, 0) - tick));
  EXPECT_TRUE(late(OutagePaper::notice, astana(7, 0)));
  EXPECT_TRUE(late(OutagePaper::notice, astana(7, 0) + tick));
}

TEST_P(OutagePapers, ItsCertificateIsInTimeToTheEndOfTheTenthDayAndStaysOnRecord) {
  CLAUSE("HAR-7.3a");
  EXPECT_FALSE(late(OutagePaper::certificate, astana(12, 0) - tick));
  EXPECT_TRUE(late(OutagePaper::certificate, astana(12, 0)));
  EXPECT_TRUE(late(OutagePaper::certificate, astana(12, 0) + tick));
  auto const outage = opened(OutageKind::force_majeure, astana(12, 10), astana(13, 0));
  EXPECT_TRUE(give(outage, OutagePaper::certificate).has_value());
  EXPECT_EQ(give(outage, OutagePaper::certificate).error(), PaperRefusal::given_already);
  auto const papers = write([&](db::Tx& tx) { return store::papers_of(tx, outage.id); });
  ASSERT_EQ(papers.size(), 1U);
  EXPECT_EQ(papers[0].text, "No. 17");
}

TEST_P(OutagePapers, ACertificateIsAFileAndNeverWordsAlone) {
  CLAUSE("HAR-7.3a");
  auto const outage = opened(OutageKind::force_majeure, astana(12, 10), astana(13, 0));
  auto const words = [&] {
    return attempt(
        [&](db::Tx& tx) { return give_paper(tx, outage, {OutagePaper::certificate, clock.now(), staff, "No. 17"}); });
  };
  EXPECT_EQ(words().error(), PaperRefusal::file_missing);
  EXPECT_TRUE(give(outage, OutagePaper::certificate).has_value());
  EXPECT_EQ(words().error(), PaperRefusal::given_already);
}

TEST_P(OutagePapers, OnlyForceMajeureHasPapers) {
  auto const outage = opened(OutageKind::failure, astana(7, 10), std::nullopt);
  EXPECT_EQ(give(outage, OutagePaper::notice).error(), PaperRefusal::no_force_majeure);
}

}  // namespace
}  // namespace kelisim::scheduling
