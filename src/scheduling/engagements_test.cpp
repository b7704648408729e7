#include "scheduling/engagements.h"
#include "testing/house.h"
#include "use_cases/find_slot.h"

#include <thread>

namespace kelisim::scheduling {
namespace {

using std::chrono::minutes;
using testing::astana;

/// Something of an hour, from 20:00 to 21:00 on Friday the 11th.
class Engagements : public testing::House {
 protected:
  std::optional<TakenBy> engaged(std::string_view id, PersonId who, Instant from) {
    return write([&](db::Tx& tx) { return engage(tx, parts, id, who, {from, from + minutes(60)}, clock.now()); });
  }
  std::string refusal(Instant starts_at) {
    auto const taken = take(client, starts_at);
    if (taken) return "taken";
    return std::visit([](auto const& one) { return std::string(boost::describe::enum_to_string(one.why, "")); },
                      taken.error());
  }
  std::vector<Instant> offered(Instant from, Instant until) {
    std::vector<Instant> starts;
    write([&](db::Tx& tx) {
      auto const& terms = terms::terms_in_force(tx, brand, clock.now());
      for (auto const& slot : free_slots(tx, parts, specialist, {from, until}, terms, clock.now(), 100)) {
        starts.push_back(slot.when.starts_at);
      }
    });
    return starts;
  }
};
KELISIM_ON_BOTH_ENGINES(Engagements);

TEST_P(Engagements, TakeTheTimeOfTheirSpecialistBufferIncluded) {
  ASSERT_EQ(engaged("event", specialist, astana(11, 20)), std::nullopt);
  EXPECT_EQ(offered(astana(11, 18), astana(11, 22)),
            (std::vector{astana(11, 18), astana(11, 18, 30), astana(11, 19), astana(11, 21, 30)}));
  EXPECT_EQ(refusal(astana(11, 20)), "overlaps");
  EXPECT_EQ(refusal(astana(11, 19, 30)), "overlaps");
  EXPECT_EQ(refusal(astana(11, 21)), "no_buffer");
  EXPECT_EQ(refusal(astana(11, 21, 30)), "taken");
}

TEST_P(Engagements, GiveTheTimeOfAllTheirSpecialistsBack) {
  auto const other = add_specialist("+77000000020");
  ASSERT_EQ(engaged("event", specialist, astana(11, 20)), std::nullopt);
  ASSERT_EQ(engaged("event", other, astana(11, 20)), std::nullopt);
  write([](db::Tx& tx) { disengage(tx, "event"); });
  EXPECT_EQ(refusal(astana(11, 20)), "taken");
  EXPECT_EQ(engaged("another", other, astana(11, 20)), std::nullopt);
}

TEST_P(Engagements, StayOffWhatIsTaken) {
  auto const booking = held(astana(11, 20));
  EXPECT_EQ(engaged("event", specialist, astana(11, 20, 30)), TakenBy::booking);
  EXPECT_EQ(engaged("event", specialist, astana(11, 20, 59)), TakenBy::booking) << "the buffer after the session";
  EXPECT_EQ(engaged("event", specialist, astana(11, 18, 51)), TakenBy::booking) << "the buffer before it";
  EXPECT_EQ(engaged("event", specialist, astana(11, 21)), std::nullopt);
  EXPECT_EQ(engaged("another", specialist, astana(11, 21, 30)), TakenBy::engagement);
  EXPECT_EQ(engaged("another", specialist, astana(11, 20, 30)), TakenBy::booking) << "named before an engagement";
  clock.set(booking.hold_expires_at);
  EXPECT_EQ(engaged("third", specialist, astana(11, 19, 30)), std::nullopt) << "a hold that is over takes no time";
}

TEST_P(Engagements, AndBookingsThatRaceForATimeNeverBothWin) {
  for (int day = 11; day <= 20; ++day) {
    auto const buyer = add_client(fmt::format("+770000001{}", day));
    bool booked = false;
    std::optional<TakenBy> other;
    std::thread planning(
        [&] { other = engaged(fmt::format("event of the {}th", day), specialist, astana(day, 20)); });
    std::thread buying([&] { booked = take(buyer, astana(day, 20)).has_value(); });
    planning.join();
    buying.join();
    EXPECT_EQ(booked, other == TakenBy::booking) << day;
  }
}

}  // namespace
}  // namespace kelisim::scheduling
