#include "platform/db/or_tell.h"
#include "room/live.h"

#include <boost/describe/enum_to_string.hpp>

namespace kelisim::sessions {
namespace {

constexpr std::uint16_t close_normal = 1000;
constexpr std::uint16_t close_policy = 1008;

}  // namespace

void Rooms::Live::shut(std::shared_ptr<Seat> const& seat, RoomShut why) {
  auto const* const word = boost::describe::enum_to_string(why, "");
  give_up(seat, "ended", parts_.clock.now());
  if (why == RoomShut::joins_too_often) {
    seat->socket->close(close_policy, word);  // the page tries again, and the door tells it when
  } else {
    seat->socket->send(words::closed(word));
    seat->socket->close(close_normal, word);
  }
}

void Rooms::Live::look_again() {
  std::vector<scheduling::BookingId> live;
  {
    Lock const lock(mutex_);
    for (auto const& [booking, room] : rooms_) live.push_back(scheduling::BookingId::parse(booking).value());
  }
  if (live.empty()) return;
  using Standing = std::pair<scheduling::BookingId, Result<RoomTimes, RoomShut>>;
  auto const found = std::make_shared<std::vector<Standing>>();
  db::read_or_tell(
      parts_.database,
      [self = shared_from_this(), live, found, now = parts_.clock.now()](db::Tx& tx) {
        for (auto const& booking : live) {
          found->emplace_back(booking, times_of_open_room(tx, self->parts_, booking, now));
        }
      },
      [self = shared_from_this(), found](std::exception_ptr failed) {
        if (failed) return;  // the next look is soon
        for (auto const& [booking, times] : *found) self->stands(booking, times);
      });
}

void Rooms::Live::stands(scheduling::BookingId booking, Result<RoomTimes, RoomShut> const& times) {
  std::array<std::shared_ptr<Seat>, 2> seats;
  {
    Lock const lock(mutex_);
    auto const found = rooms_.find(booking.view());
    if (found == rooms_.end()) return;
    auto& room = found->second;
    if (!times) {
      seats = room.seats;
    } else if (times->booked != room.times.booked) {
      room.times = *times;
      tell_state(room, parts_.clock.now());
    }
  }
  for (auto const& seat : seats) {
    if (seat) shut(seat, times.error());
  }
}

}  // namespace kelisim::sessions
