#include "notify/routes.h"
#include "store/messages.h"

namespace kelisim::notify {
namespace {

constexpr int page_size = 50;

struct NoticeView {
  std::string id;
  std::string template_name;
  std::string subject;
  std::string title;
  std::string body;
  Instant at;
  std::optional<Instant> read_at;
};
BOOST_DESCRIBE_STRUCT(NoticeView, (), (id, template_name, subject, title, body, at, read_at))

struct NoticeList {
  std::vector<NoticeView> items;
  std::optional<std::string> next;
};
BOOST_DESCRIBE_STRUCT(NoticeList, (), (items, next))

struct OutboxRow {
  std::string id;
  std::string person;
  std::string template_name;
  std::string channel;
  std::string subject;
  std::string state;
  Instant due_at;
  std::optional<Instant> settled_at;
};
BOOST_DESCRIBE_STRUCT(OutboxRow, (), (id, person, template_name, channel, subject, state, due_at, settled_at))

struct OutboxList {
  std::vector<OutboxRow> items;
  std::optional<std::string> next;
};
BOOST_DESCRIBE_STRUCT(OutboxList, (), (items, next))

constexpr http::Route<Access::signed_in, http::Nothing, NoticeList> list_notices{http::Method::get, "/v1/notices",
                                                                                 "list_notices"};
constexpr http::Route<Access::signed_in, http::Nothing, http::Nothing> read_notice{
    http::Method::post, "/v1/notices/{id}/reading", "read_notice"};
constexpr http::Route<Access::staff, http::Nothing, OutboxList> list_outbox{http::Method::get, "/v1/staff/outbox",
                                                                            "list_outbox"};

constexpr http::QueryParam cursor_param{"cursor", "`next` of the page before"};

/// A cursor is the id of the last row of the page before; a text that is no id begins at the newest.
std::optional<MessageId> cursor(http::Call const& call) {
  auto const text = call.query("cursor");
  return text ? MessageId::parse(*text) : std::nullopt;
}

template <class Rows>
std::optional<std::string> next_of(Rows const& rows) {
  return rows.size() == page_size ? std::optional(rows.back().id.str()) : std::nullopt;
}

NoticeList notices(http::Call& call, Notifier const& notifier) {
  auto const rows = notifier.account(call.tx, call.person(), cursor(call), page_size);
  NoticeList list;
  for (auto const& row : rows) {
    list.items.push_back({row.id.str(), row.template_name, row.subject, row.title, row.body, row.at, row.read_at});
  }
  list.next = next_of(rows);
  return list;
}

OutboxList outbox(http::Call& call) {
  auto const rows = store::all(call.tx, cursor(call), page_size);
  OutboxList list;
  for (auto const& row : rows) {
    list.items.push_back({row.id.str(), row.person.str(), row.template_name, row.channel, row.subject, row.state,
                          row.due_at, row.settled_at});
  }
  list.next = next_of(rows);
  return list;
}

}  // namespace

void add_routes(http::Routes& routes, Notifier const& notifier) {
  auto own = list_notices;
  own.options.query = {cursor_param};
  routes.add(own, [&notifier](http::Call& call, http::Nothing const&) -> http::Reply<NoticeList> {
    return notices(call, notifier);
  });
  routes.add(read_notice, [&notifier](http::Call& call, http::Nothing const&) -> http::Reply<http::Nothing> {
    auto const id = call.path_id<MessageId>("id");
    if (!id || !notifier.mark_read(call.tx, call.person(), *id, call.now)) {
      return http::Refused(http::Problem{.status = 404, .code = "notice_not_found"});
    }
    return http::Nothing{};
  });
  auto all = list_outbox;
  all.options.query = {cursor_param};
  routes.add(all, [](http::Call& call, http::Nothing const&) -> http::Reply<OutboxList> { return outbox(call); });
}

}  // namespace kelisim::notify
