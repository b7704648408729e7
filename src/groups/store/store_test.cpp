// The tables of group events on both engines.
#include "database_fixture.h"
#include "groups/groups.h"
#include "groups/migrations.h"
#include "store/events.h"
#include "store/messages.h"
#include "store/stays.h"

#include <gmock/gmock.h>

namespace kelisim::groups {
namespace {

using std::chrono::minutes;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

Instant const start = *parse_rfc3339("2026-12-10T07:00:00Z");
template <class SomeId>
SomeId made(char last) {
  return *SomeId::parse(std::string(25, '0') + last);
}
EventId const event = made<EventId>('1');
PersonId const anna = made<PersonId>('2');
PersonId const vera = made<PersonId>('3');

class GroupTables : public test::OnBothEngines {
 protected:
  GroupTables() {
    database().migrate(migrations());
    database().write_now([](db::Tx& tx) {
      Event const planned{.id = event,
                          .titles = {{"ru", "Сон"}, {"en", "Sleep"}},
                          .starts_at = start,
                          .ends_at = start + minutes(60),
                          .capacity = 2,
                          .speakers = {anna},
                          .cancelled_at = std::nullopt};
      store::insert_event(tx, {planned, vera, start - minutes(600)});
    });
  }
  template <class F>
  auto write(F work) {
    return database().write_now(work);
  }
};
KELISIM_ON_BOTH_ENGINES(GroupTables);

TEST_P(GroupTables, AnEventIsReadAsItWasWrittenAndCalledOffOnce) {
  write([](db::Tx& tx) {
    auto const found = find_event(tx, event);
    ASSERT_TRUE(found.has_value());
    EXPECT_EQ(found->titles.at("ru"), "Сон");
    EXPECT_EQ(found->ends_at, start + minutes(60));
    EXPECT_THAT(found->speakers, ElementsAre(anna));
    EXPECT_THAT(store::events_ending_after(tx, start + minutes(60)), IsEmpty());
    EXPECT_EQ(store::events_ending_after(tx, start).size(), 1U);
    EXPECT_TRUE(store::cancel_event(tx, event, vera, start));
    EXPECT_FALSE(store::cancel_event(tx, event, vera, start));
    EXPECT_EQ(find_event(tx, event)->cancelled_at, start);
  });
}

TEST_P(GroupTables, AnEventIsMovedFromWhereItStands) {
  auto const later = start + minutes(90);
  write([&](db::Tx& tx) {
    EXPECT_TRUE(store::move_event(tx, {"a", event, start, later, vera, start}));
    EXPECT_FALSE(store::move_event(tx, {"b", event, start, later, vera, start}));
    EXPECT_EQ(find_event(tx, event)->starts_at, later);
    EXPECT_EQ(find_event(tx, event)->ends_at, later + minutes(60));
  });
}

TEST_P(GroupTables, APlaceIsHeldByOneAndOneHoldsOnePlace) {
  write([](db::Tx& tx) {
    EXPECT_TRUE(store::take_place(tx, "a", event, anna, 1, start));
    EXPECT_FALSE(store::take_place(tx, "b", event, anna, 2, start));
    EXPECT_FALSE(store::take_place(tx, "c", event, vera, 1, start));
    EXPECT_TRUE(store::take_place(tx, "d", event, vera, 2, start));
    EXPECT_THAT(store::taken_places(tx, event), ElementsAre(1, 2));
    EXPECT_THAT(store::registered(tx, event), ElementsAre(anna, vera));
    EXPECT_TRUE(store::give_place_back(tx, event, anna, start));
    EXPECT_FALSE(store::give_place_back(tx, event, anna, start));
    EXPECT_TRUE(store::take_place(tx, "e", event, anna, 1, start));
    EXPECT_EQ(store::place_of(tx, event, anna), 1);
    store::remove_person(tx, event, vera, anna, start);
    store::remove_person(tx, event, vera, anna, start);
    EXPECT_TRUE(store::is_removed(tx, event, vera));
    EXPECT_FALSE(store::is_removed(tx, event, anna));
  });
}

TEST_P(GroupTables, MessagesOfOneInstantKeepTheOrderInWhichTheyCame) {
  auto const ids = [](std::vector<store::SealedMessage> const& all) {
    std::string last;
    for (auto const& one : all) last += one.id.view().back();
    return last;
  };
  write([&](db::Tx& tx) {
    for (char const last : std::string("5172")) {
      store::insert_message(tx, {made<store::MessageId>(last), event, anna, {1}, start});
    }
    EXPECT_EQ(ids(store::last_messages(tx, event, 10)), "5172");
    EXPECT_EQ(ids(store::last_messages(tx, event, 2)), "72");
    EXPECT_EQ(store::forget_messages_before(tx, start, 10), 0);
    EXPECT_EQ(store::forget_messages_before(tx, start + minutes(1), 3), 3);
    EXPECT_EQ(store::last_messages(tx, event, 10).size(), 1U);
  });
}

TEST_P(GroupTables, StaysBecomeAttendance) {
  auto const first = made<store::StayId>('1');
  auto const second = made<store::StayId>('2');
  write([&](db::Tx& tx) {
    store::insert_stay(tx, {first, event, vera, Part::viewer, start});
    store::insert_stay(tx, {second, event, vera, Part::viewer, start + minutes(10)});
    store::end_stay(tx, first, start + minutes(10), "replaced");
    store::end_stay(tx, first, start + minutes(50), "left");
    store::note_seen(tx, second, start + minutes(15));
    end_stale_stays(tx);
    auto const all = attendance_of(tx, event);
    ASSERT_EQ(all.size(), 1U);
    EXPECT_EQ(all.front().person, vera);
    EXPECT_EQ(all.front().seconds, 15 * 60);
    EXPECT_EQ(all.front().spans.size(), 1U);
  });
}

}  // namespace
}  // namespace kelisim::groups
