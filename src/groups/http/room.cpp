#include "catalogue/specialist.h"
#include "http/views.h"
#include "room/live.h"

namespace kelisim::groups {
namespace {

/// One admitted connection.
class RoomListener final : public http::SocketListener {
 public:
  RoomListener(Clock const& clock, std::shared_ptr<Rooms::Live> live, SeatPtr seat)
      : clock_(clock), live_(std::move(live)), seat_(std::move(seat)) {}

  void opened(std::shared_ptr<http::Socket> socket) override {
    seat_->socket = std::move(socket);
    seat_->heard_at = clock_.now();
    live_->open(seat_);
  }
  void heard(std::string_view text) override { live_->hear(seat_, text); }
  void closed() override { live_->stand_up(seat_); }

 private:
  Clock const& clock_;
  std::shared_ptr<Rooms::Live> live_;
  SeatPtr seat_;
};

http::Problem problem_of(EnterRefusal refusal) {
  switch (refusal) {
    case EnterRefusal::cancelled:
      return {.status = 409, .code = "group_cancelled"};
    case EnterRefusal::removed:
      return {.status = 403, .code = "group_removed"};
    case EnterRefusal::too_early:
      return {.status = 409, .code = "group_too_early"};
    case EnterRefusal::over:
      return {.status = 409, .code = "group_over"};
  }
  return group_not_found();
}

http::Reply<std::shared_ptr<http::SocketListener>> admit(http::Call& call, Parts const& parts, Rooms& rooms) {
  auto const id = call.path_id<EventId>("id");
  auto const event = id ? find_event(call.tx, *id) : std::nullopt;
  auto const part = event ? part_in(call.tx, *event, call.person()) : std::nullopt;
  if (!part) return http::Refused(group_not_found());
  if (auto const refused = ask_to_enter(call.tx, parts, *event, call.person(), call.now)) {
    return http::Refused(problem_of(*refused));
  }
  if (!rooms.live()->may_knock(call.person(), call.now)) {
    return http::Refused(http::Problem{.status = 429, .code = "too_many_requests", .retry_after_seconds = 60});
  }
  auto seat = std::make_shared<Seat>(Seat{.event = *id,
                                          .person = call.person(),
                                          .part = *part,
                                          .stay = parts.random.id<store::StayId>(call.now),
                                          .name = {}});
  if (*part == Part::speaker) {
    seat->name = catalogue::specialist_name(call.tx, call.person(), call.language).value_or("");
  }
  return std::make_shared<RoomListener>(parts.clock, rooms.live(), std::move(seat));
}

}  // namespace

void add_room_socket(http::Routes& routes, Parts const& parts, Rooms& rooms) {
  routes.add_socket<Access::client_or_specialist>(
      "/v1/groups/{id}/room", "group_room", [&parts, &rooms](http::Call& call) { return admit(call, parts, rooms); });
}

}  // namespace kelisim::groups
