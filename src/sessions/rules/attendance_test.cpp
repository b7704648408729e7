// Properties of the presence rules; their single cases stand in tests/clauses/attendance.table.
#include "sessions/rules/attendance.h"

#include "harmonia.h"
#include "instants.h"
#include "platform/json/described.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

namespace kelisim::sessions {
namespace {

using scheduling::Party;

constexpr std::int64_t minute = 60'000'000;

std::vector<Stay> any_stays(scheduling::Interval booked) {
  auto const length = (booked.ends_at - booked.starts_at).count();
  auto const count = *rc::gen::inRange(0, 7);
  std::vector<Stay> stays;
  for (int n = 0; n < count; ++n) {
    auto const joined = booked.starts_at + Duration(*rc::gen::inRange<std::int64_t>(-10 * minute, 2 * length));
    auto const stayed = Duration(*rc::gen::inRange<std::int64_t>(0, length));
    auto const open = *rc::gen::weightedElement<bool>({{1, true}, {3, false}});
    stays.push_back({*rc::gen::element(Party::client, Party::specialist), joined,
                     open ? std::nullopt : std::optional(joined + stayed)});
  }
  return stays;
}

AttendanceFacts any_session() {
  auto const starts_at = *test::instants();
  scheduling::Interval const booked{starts_at,
                                    starts_at + Duration(minute * *rc::gen::inRange<std::int64_t>(50, 181))};
  return {.booked = booked, .paid = Money(15'000'00, Currency::KZT), .stays = any_stays(booked)};
}

bool has(AttendanceFacts const& facts, Party who) {
  return std::ranges::any_of(facts.stays, [&](Stay const& stay) {
    return stay.who == who && stay.joined_at.micros / 1'000'000 < facts.booked.ends_at.micros / 1'000'000;
  });
}

RC_GTEST_PROP(AttendanceProperties, a_session_is_never_shortened_and_never_extended_past_its_own_length, ()) {
  auto const facts = any_session();
  auto const decided = decide_attendance(facts, test::harmonia());
  RC_ASSERT(decided.extension_seconds >= 0);
  RC_ASSERT(decided.ends_at >= facts.booked.ends_at);
  RC_ASSERT(decided.ends_at - facts.booked.ends_at <= facts.booked.ends_at - facts.booked.starts_at);
}

RC_GTEST_PROP(AttendanceProperties, money_goes_back_whole_or_not_at_all_and_never_beside_a_payout, ()) {
  auto const facts = any_session();
  auto const decided = decide_attendance(facts, test::harmonia());
  RC_ASSERT(decided.refund.is_zero() || decided.refund == facts.paid);
  RC_ASSERT(decided.refund.is_zero() == (decided.payout != Payout::none));
  RC_ASSERT(decided.remedy.has_value() == (decided.payout == Payout::on_hold));
  RC_ASSERT(decided.missing_minutes >= 0);
  RC_ASSERT(decided.missing_minutes <= (facts.booked.ends_at - facts.booked.starts_at).count() / minute);
}

RC_GTEST_PROP(AttendanceProperties, absence_is_never_having_joined_before_the_scheduled_end, ()) {
  auto facts = any_session();
  facts.booked.starts_at.micros -= facts.booked.starts_at.micros % 1'000'000;
  facts.booked.ends_at.micros -= facts.booked.ends_at.micros % 1'000'000;
  auto const decided = decide_attendance(facts, test::harmonia());
  RC_ASSERT((decided.attendance == Attendance::no_show_specialist) == !has(facts, Party::specialist));
  RC_ASSERT((decided.attendance == Attendance::no_show_client) ==
            (has(facts, Party::specialist) && !has(facts, Party::client)));
}

RC_GTEST_PROP(AttendanceProperties, the_order_of_the_record_does_not_matter, ()) {
  auto const facts = any_session();
  auto turned = facts;
  std::ranges::reverse(turned.stays);
  RC_ASSERT(json::to_text(decide_attendance(turned, test::harmonia())) ==
            json::to_text(decide_attendance(facts, test::harmonia())));
}

RC_GTEST_PROP(AttendanceProperties, more_presence_of_the_specialist_never_makes_more_minutes_missing, ()) {
  auto facts = any_session();
  facts.stays.push_back({Party::specialist, facts.booked.starts_at, facts.booked.starts_at + Duration(minute)});
  auto more = facts;
  more.stays.push_back({Party::specialist, facts.booked.starts_at, facts.booked.ends_at + std::chrono::hours(6)});
  RC_ASSERT(decide_attendance(more, test::harmonia()).missing_minutes <=
            decide_attendance(facts, test::harmonia()).missing_minutes);
  RC_ASSERT(decide_attendance(more, test::harmonia()).missing_minutes == 0);
}

RC_GTEST_PROP(AttendanceProperties, the_room_and_the_verdict_agree_on_the_end, ()) {
  auto const facts = any_session();
  auto const end = session_end({facts.booked, facts.stays}, test::harmonia());
  RC_ASSERT(decide_attendance(facts, test::harmonia()).ends_at == end.ends_at);
}

RC_GTEST_PROP(AttendanceProperties, stored_facts_decide_the_same_again, ()) {
  auto const facts = any_session();
  auto const again = json::from_text<AttendanceFacts>(json::to_text(facts));
  RC_ASSERT(json::to_text(decide_attendance(again, test::harmonia())) ==
            json::to_text(decide_attendance(facts, test::harmonia())));
}

}  // namespace
}  // namespace kelisim::sessions
