#include "http/views.h"
#include "kernel/digits.h"
#include "platform/http/problems.h"
#include "use_cases/say.h"

namespace kelisim::sessions {
namespace {

constexpr int page_max = 100;

struct MessagesView {
  std::vector<Message> messages;  ///< in the order of their numbers, at most 100
  bool more;                      ///< others follow the last
};
BOOST_DESCRIBE_STRUCT(MessagesView, (), (messages, more))

/// For the two of the booking, while the room is open and ever after; for nobody of the staff.
http::Reply<MessagesView> read(http::Call& call, Parts const& parts) {
  auto const id = call.path_id<scheduling::BookingId>("id");
  auto const own = id ? scheduling::find_own_booking(call.tx, *id, call.person()) : std::nullopt;
  if (!own) return http::Refused(booking_not_found());
  std::optional<std::int64_t> after = 0;
  if (auto const asked = call.query("after")) after = parse_digits(*asked);
  if (!after) return http::Refused(http::wrong_query("after", "bad_format"));
  MessagesView view{read_messages(call.tx, parts, *id, *after, page_max + 1), false};
  view.more = view.messages.size() > page_max;
  if (view.more) view.messages.pop_back();
  return view;
}

}  // namespace

void add_message_routes(http::Routes& routes, Parts const& parts) {
  routes.add(
      http::Route<Access::client_or_specialist, http::Nothing, MessagesView>{
          http::Method::get,
          "/v1/bookings/{id}/messages",
          "get_messages",
          {.query = {{"after", "number of the last message that is known; all without it"}},
           .summary = "What the two wrote to each other in the room"}},
      [&parts](http::Call& call, http::Nothing const&) { return read(call, parts); });
}

}  // namespace kelisim::sessions
