#include "clause_mark.h"
#include "testing/house.h"
#include "use_cases/move_booking.h"

namespace kelisim::scheduling {
namespace {

using testing::astana;
using testing::kzt;

class Moves : public testing::House {
 protected:
  Result<Booking, MoveBookingRefused> move(Booking const& booking, Party side, Instant to,
                                           std::optional<std::string> token = std::nullopt) {
    return attempt([&](db::Tx& tx) {
      return move_booking(tx, parts, {again(tx, booking), side}, {to, std::move(token)}, clock.now());
    });
  }
  Result<Booking, AnswerMoveRefused> answer(Booking const& booking, Party side, bool accepts) {
    return attempt([&](db::Tx& tx) {
      return answer_move(tx, parts, {again(tx, booking), side}, store::moves_of(tx, booking.id).back(), accepts,
                         clock.now());
    });
  }
  MoveState last_state(Booking const& booking) {
    return write([&](db::Tx& tx) { return store::moves_of(tx, booking.id).back().state; });
  }
};
KELISIM_ON_BOTH_ENGINES(Moves);

TEST_P(Moves, InTimeThePaymentGoesToTheNewSlot) {
  CLAUSE("HAR-3.7d");
  auto const booking = confirmed(astana(12, 2));
  clock.set(astana(11, 14));
  auto const moved = move(booking, Party::client, astana(15, 20));
  ASSERT_TRUE(moved.has_value());
  EXPECT_EQ(again(booking).starts_at, astana(15, 20));
  EXPECT_EQ(again(booking).state, BookingState::confirmed);
  EXPECT_EQ(order_of(booking).captured, kzt(15'000));
  EXPECT_EQ(gateway.inits, 1);
  auto const told = notices.of(BookingNoticeKind::booking_moved).front();
  EXPECT_EQ(told.other_starts_at, astana(12, 2));
  EXPECT_EQ(told.refund_deadline, astana(14, 19));
  EXPECT_EQ(notices.of(BookingNoticeKind::practice_moved).size(), 1U);
  EXPECT_TRUE(take(add_client("+77000000002"), astana(12, 2)).has_value());
  EXPECT_FALSE(take(add_client("+77000000003"), astana(15, 20)).has_value());
  expect_same_on_replay();
}

TEST_P(Moves, OneBookingMovesTenTimesADay) {
  auto const booking = confirmed(astana(20, 2));
  for (int i = 0; i < moves_a_day_max; ++i)
    ASSERT_TRUE(move(booking, Party::client, astana(20, i % 2 == 0 ? 4 : 2)).has_value()) << i;
  auto const again_and_again = move(booking, Party::client, astana(20, 4));
  ASSERT_FALSE(again_and_again.has_value());
  EXPECT_EQ(std::get<HoldRefused>(again_and_again.error()).why, HoldRefusal::too_many_moves);
  EXPECT_EQ(std::get<SlotRefused>(move(booking, Party::client, astana(20, 4, 1)).error()).why,
            SlotRefusal::outside_hours);
  EXPECT_EQ(notices.of(BookingNoticeKind::booking_moved).size(), static_cast<std::size_t>(moves_a_day_max));
  clock.advance(std::chrono::hours(24));
  EXPECT_FALSE(move(booking, Party::client, astana(20, 4)).has_value());  // the last instant of the day is inside
  clock.advance(std::chrono::microseconds(1));
  EXPECT_TRUE(move(booking, Party::client, astana(20, 4)).has_value());
}

TEST_P(Moves, LateItIsAskedOfTheSpecialistWhoMayAgree) {
  CLAUSE("HAR-3.7c");
  auto const booking = confirmed(astana(12, 2));
  clock.set(astana(11, 14, 0, 1));
  ASSERT_TRUE(move(booking, Party::client, astana(15, 20)).has_value());
  EXPECT_EQ(again(booking).starts_at, astana(12, 2));
  EXPECT_EQ(notices.of(BookingNoticeKind::move_requested).front().to, specialist);
  auto const twice = move(booking, Party::client, astana(16, 20));
  ASSERT_FALSE(twice.has_value());
  EXPECT_EQ(std::get<AskRefusal>(twice.error()), AskRefusal::waits_for_answer);

  auto const own_answer = answer(booking, Party::client, true);
  ASSERT_FALSE(own_answer.has_value());
  EXPECT_EQ(std::get<MoveAnswerRefusal>(own_answer.error()), MoveAnswerRefusal::not_asked);
  ASSERT_TRUE(answer(booking, Party::specialist, true).has_value());
  EXPECT_EQ(again(booking).starts_at, astana(15, 20));
  EXPECT_EQ(last_state(booking), MoveState::accepted);
  EXPECT_EQ(notices.of(BookingNoticeKind::move_answered).front().accepted, true);
  expect_same_on_replay();
}

TEST_P(Moves, DeclinedTheOriginalBookingStands) {
  CLAUSE("HAR-3.7c");
  auto const booking = confirmed(astana(12, 2));
  clock.set(astana(11, 14, 0, 1));
  ASSERT_TRUE(move(booking, Party::client, astana(15, 20)).has_value());
  ASSERT_TRUE(answer(booking, Party::specialist, false).has_value());
  EXPECT_EQ(again(booking).starts_at, astana(12, 2));
  EXPECT_EQ(again(booking).state, BookingState::confirmed);
  EXPECT_EQ(last_state(booking), MoveState::declined);
  auto const changed_mind = answer(booking, Party::specialist, true);
  ASSERT_FALSE(changed_mind.has_value());
  EXPECT_EQ(std::get<MoveAnswerRefusal>(changed_mind.error()), MoveAnswerRefusal::already_answered);
}

TEST_P(Moves, ASpecialistMovesOnlyWithTheClientsConsent) {
  auto const booking = confirmed(astana(12, 20));
  ASSERT_TRUE(move(booking, Party::specialist, astana(13, 20)).has_value());
  EXPECT_EQ(again(booking).starts_at, astana(12, 20));
  EXPECT_EQ(notices.of(BookingNoticeKind::move_requested).front().to, client);
  ASSERT_TRUE(answer(booking, Party::client, true).has_value());
  EXPECT_EQ(again(booking).starts_at, astana(13, 20));
}

TEST_P(Moves, ATimeThatWasSoldMeanwhileIsNotGiven) {
  auto const booking = confirmed(astana(12, 2));
  clock.set(astana(11, 14, 0, 1));
  ASSERT_TRUE(move(booking, Party::client, astana(15, 20)).has_value());
  ASSERT_TRUE(take(add_client("+77000000002"), astana(15, 20)).has_value());
  auto const refused = answer(booking, Party::specialist, true);
  ASSERT_FALSE(refused.has_value());
  EXPECT_EQ(std::get<SlotRefused>(refused.error()).why, SlotRefusal::overlaps);
  EXPECT_EQ(again(booking).starts_at, astana(12, 2));
  EXPECT_EQ(last_state(booking), MoveState::asked);
}

TEST_P(Moves, ABookingMayMoveOverItsOwnTime) {
  auto const booking = confirmed(astana(12, 20));
  ASSERT_TRUE(move(booking, Party::client, astana(12, 20, 30)).has_value());
  EXPECT_EQ(again(booking).starts_at, astana(12, 20, 30));
}

TEST_P(Moves, APromiseOfAMoveIsKeptForThatTimeOnly) {
  auto const booking = confirmed(astana(12, 2));
  clock.set(astana(11, 13, 59));
  auto const promise = write([&](db::Tx& tx) {
    return *preview_move(tx, parts, {again(tx, booking), Party::client}, astana(15, 20), clock.now());
  });
  EXPECT_TRUE(promise.outcome.at_once);
  EXPECT_EQ(promise.outcome.new_refund_deadline, astana(14, 19));
  clock.set(astana(11, 14, 5));
  auto const other = move(booking, Party::client, astana(16, 20), promise.token);
  ASSERT_FALSE(other.has_value());
  EXPECT_EQ(std::get<terms::PreviewRefusal>(other.error()), terms::PreviewRefusal::other_purpose);
  ASSERT_TRUE(move(booking, Party::client, astana(15, 20), promise.token).has_value());
  EXPECT_EQ(again(booking).starts_at, astana(15, 20));
}

TEST_P(Moves, KeepsItsLengthWhenNewSlotsHaveAnother) {
  CLAUSE("HAR-1.session.b");
  auto const booking = confirmed(astana(12, 20));
  write([&](db::Tx& tx) { change_duration(tx, 75); });
  ASSERT_TRUE(move(booking, Party::client, astana(13, 20)).has_value());
  EXPECT_EQ(again(booking).ends_at - again(booking).starts_at, std::chrono::minutes(50));
  auto const fresh = take(add_client("+77000000002"), astana(14, 20));
  ASSERT_TRUE(fresh.has_value());
  EXPECT_EQ(fresh->ends_at - fresh->starts_at, std::chrono::minutes(75));
}

TEST_P(Moves, NobodyIsGivenAnotherSpecialist) {
  CLAUSE("HAR-2.2a");
  auto const booking = confirmed(astana(12, 20));
  auto const other = add_specialist("+77000000011");
  constexpr db::Sql swap{"test.swap_specialist", "UPDATE scheduling_bookings SET specialist = $2 WHERE id = $1"};
  EXPECT_THROW(write([&](db::Tx& tx) { tx.execute(swap, booking.id, other); }), Fault);
  EXPECT_EQ(again(booking).specialist, specialist);
}

TEST_P(Moves, ARequestThatNobodyAnsweredIsOverAtTheStart) {
  CLAUSE("HAR-3.7c");
  auto const booking = confirmed(astana(12, 2));
  clock.set(astana(11, 14, 0, 1));
  ASSERT_TRUE(move(booking, Party::client, astana(15, 20)).has_value());
  clock.set(astana(12, 2));
  auto const late = answer(booking, Party::specialist, true);
  ASSERT_FALSE(late.has_value());
  EXPECT_EQ(std::get<MoveAnswerRefusal>(late.error()), MoveAnswerRefusal::too_late);
  EXPECT_EQ(again(booking).starts_at, astana(12, 2));
}

}  // namespace
}  // namespace kelisim::scheduling
