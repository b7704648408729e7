#include "http/views.h"
#include "room/live.h"
#include "sessions/sessions.h"

namespace kelisim::sessions {
namespace {

/// One admitted connection.
class RoomListener final : public http::SocketListener {
 public:
  RoomListener(Parts const& parts, std::shared_ptr<Rooms::Live> live, std::shared_ptr<Seat> seat)
      : parts_(parts), live_(std::move(live)), seat_(std::move(seat)) {}

  void opened(std::shared_ptr<http::Socket> socket) override {
    seat_->socket = std::move(socket);
    seat_->heard_at = parts_.clock.now();
    live_->sit_down(seat_);
  }
  void heard(std::string_view text) override { live_->hear(seat_, text); }
  void closed() override { live_->stand_up(seat_); }

 private:
  Parts const& parts_;
  std::shared_ptr<Rooms::Live> live_;
  std::shared_ptr<Seat> seat_;
};

http::Reply<std::shared_ptr<http::SocketListener>> admit(http::Call& call, Parts const& parts, Rooms& rooms) {
  auto const id = call.path_id<scheduling::BookingId>("id");
  auto const own = id ? scheduling::find_own_booking(call.tx, *id, call.person()) : std::nullopt;
  if (!own) return http::Refused(booking_not_found());
  auto const admitted = ask_to_join(call.tx, parts, own->booking, call.person(), call.now);
  if (!admitted) return http::Refused(problem_of(admitted.error()));
  if (joins_too_often(call.tx, *id, admitted->as, call.now)) {
    return http::Refused(http::Problem{.status = 429, .code = "too_many_requests", .retry_after_seconds = 60});
  }
  auto seat = std::make_shared<Seat>(Seat{.booking = *id,
                                          .side = admitted->as,
                                          .person = call.person(),
                                          .stay = parts.random.id<store::StayId>(call.now),
                                          .socket = nullptr,
                                          .heard_at = call.now});
  return std::make_shared<RoomListener>(parts, rooms.live(), std::move(seat));
}

}  // namespace

void add_room_socket(http::Routes& routes, Parts const& parts, Rooms& rooms) {
  routes.add_socket<Access::client_or_specialist>(
      "/v1/bookings/{id}/room", "room", [&parts, &rooms](http::Call& call) { return admit(call, parts, rooms); });
}

}  // namespace kelisim::sessions
