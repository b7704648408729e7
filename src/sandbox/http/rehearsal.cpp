#include "kernel/phone_number.h"
#include "sandbox/routes.h"
#include "store/clock.h"

namespace kelisim::sandbox {
namespace {

constexpr int outbox_rows = 100;
constexpr std::int64_t longest_step_seconds = 400LL * 86'400;

struct ClockView {
  Instant now;
};
BOOST_DESCRIBE_STRUCT(ClockView, (), (now))

struct ClockMove {
  std::optional<Instant> now;
  std::optional<json::Whole<1, longest_step_seconds>> advance_seconds;
};
BOOST_DESCRIBE_STRUCT(ClockMove, (), (now, advance_seconds))

struct MessageView {
  std::string id;
  std::string channel;
  std::string template_name;
  std::string destination;
  std::string title;
  std::string body;
  Instant at;
};
BOOST_DESCRIBE_STRUCT(MessageView, (), (id, channel, template_name, destination, title, body, at))

struct Outbox {
  std::vector<MessageView> items;
};
BOOST_DESCRIBE_STRUCT(Outbox, (), (items))

struct DemoPersonView {
  std::string id;
  Role role;
  std::string phone;
  std::optional<std::string> name;
  std::optional<std::string> totp_code;
};
BOOST_DESCRIBE_STRUCT(DemoPersonView, (), (id, role, phone, name, totp_code))

struct DemoPeopleView {
  std::vector<DemoPersonView> items;
};
BOOST_DESCRIBE_STRUCT(DemoPeopleView, (), (items))

constexpr http::Route<Access::sandbox, http::Nothing, ClockView> get_clock{http::Method::get, "/sandbox/clock",
                                                                           "get_clock"};
constexpr http::Route<Access::sandbox, ClockMove, ClockView> move_clock{http::Method::put, "/sandbox/clock",
                                                                        "move_clock"};
constexpr http::Route<Access::sandbox, http::Nothing, DemoPeopleView> list_people{
    http::Method::get, "/sandbox/people", "list_demo_people"};

http::Reply<ClockView> move(http::Call& call, ClockMove const& body, RehearsalParts const& parts) {
  if (body.now.has_value() == body.advance_seconds.has_value()) {
    return http::Refused(http::Problem{.status = 422, .code = "clock_move_ambiguous"});
  }
  auto const to = body.now ? *body.now : parts.clock.now() + std::chrono::seconds(body.advance_seconds->value);
  store::save_ahead(call.tx, to - SystemClock().now());
  call.after_commit([&parts, to] {
    parts.clock.set(to);
    parts.clock_moved();
  });
  return ClockView{to};
}

Outbox outbox(http::Call& call, RehearsalParts const& parts) {
  auto const asked = call.query("phone");
  auto const phone = asked ? PhoneNumber::parse(*asked) : Failure(PhoneError::empty);
  Outbox list;
  for (auto& message : parts.notifier.sent(call.tx, outbox_rows)) {
    if (message.channel == "account" || (asked && (!phone || message.destination != phone->reveal()))) continue;
    list.items.push_back({message.id.str(), std::move(message.channel), std::move(message.template_name),
                          std::move(message.destination), std::move(message.title), std::move(message.body),
                          message.at});
  }
  return list;
}

DemoPeopleView people(http::Call& call, RehearsalParts const& parts) {
  DemoPeopleView list;
  for (auto const& person : identity::demo_people(call.tx, parts.people, call.now)) {
    list.items.push_back({person.id.str(), person.role, person.phone.reveal(), person.name, person.totp_code});
  }
  return list;
}

}  // namespace

void add_routes(http::Routes& routes, RehearsalParts const& given) {
  auto const parts = std::make_shared<RehearsalParts const>(given);
  routes.add(get_clock,
             [](http::Call& call, http::Nothing const&) -> http::Reply<ClockView> { return ClockView{call.now}; });
  routes.add(move_clock, [parts](http::Call& call, ClockMove const& body) { return move(call, body, *parts); });
  http::Route<Access::sandbox, http::Nothing, Outbox> const list_messages{
      http::Method::get,
      "/sandbox/outbox",
      "list_messages",
      {.query = {{"phone", "only what went to this number; send it percent-encoded"}}}};
  routes.add(list_messages,
             [parts](http::Call& call, http::Nothing const&) -> http::Reply<Outbox> { return outbox(call, *parts); });
  routes.add(list_people, [parts](http::Call& call, http::Nothing const&) -> http::Reply<DemoPeopleView> {
    return people(call, *parts);
  });
}

void restore_clock(db::Tx& tx, MovableClock& clock) {
  if (auto const ahead = store::load_ahead(tx)) clock.set(SystemClock().now() + *ahead);
}

}  // namespace kelisim::sandbox
