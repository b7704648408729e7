#include "privacy/routes.h"

#include <fmt/format.h>
#include <boost/describe.hpp>

#include <charconv>

namespace kelisim::privacy {
namespace {

struct AuditRowView {
  std::int64_t seq;
  Instant at;
  std::string action;
  std::optional<std::string> actor;
  std::optional<std::string> subject;
  std::string object;
  std::optional<std::string> purpose;
  std::string hash;
};
BOOST_DESCRIBE_STRUCT(AuditRowView, (), (seq, at, action, actor, subject, object, purpose, hash))

struct AuditPage {
  std::vector<AuditRowView> rows;
  std::optional<std::int64_t> next_before;
};
BOOST_DESCRIBE_STRUCT(AuditPage, (), (rows, next_before))

constexpr http::Route<Access::administrator, http::Nothing, AuditPage> list_audit{http::Method::get,
                                                                                  "/v1/staff/audit", "list_audit"};

constexpr int page_size = 100;

AuditRowView view(AuditRow const& row) {
  return {row.seq,     row.at,     row.action,  row.actor,
          row.subject, row.object, row.purpose, fmt::format("{:02x}", fmt::join(row.hash, ""))};
}

}  // namespace

void add_routes(http::Routes& routes, Audit const& audit) {
  auto route = list_audit;
  route.options.query = {{"subject", "only rows about this person"}, {"before", "next_before of the page before"}};
  route.options.summary = "The audit chain, newest first";
  routes.add(route, [&audit](http::Call& call, http::Nothing const&) -> http::Reply<AuditPage> {
    Audit::Page page{.limit = page_size};
    if (auto const text = call.query("before")) {
      std::int64_t number = 0;
      auto const [end, failed] = std::from_chars(text->data(), text->data() + text->size(), number);
      if (failed != std::errc{} || end != text->data() + text->size()) {
        return http::Refused(
            http::Problem{.status = 400, .code = "bad_query", .errors = {{"before", "not_a_number"}}});
      }
      page.before = number;
    }
    if (auto const text = call.query("subject")) {
      page.subject = PersonId::parse(*text);
      if (!page.subject) {
        return http::Refused(http::Problem{.status = 400, .code = "bad_query", .errors = {{"subject", "not_an_id"}}});
      }
    }
    AuditPage answer;
    for (auto const& row : audit.list(call.tx, page)) answer.rows.push_back(view(row));
    if (std::ssize(answer.rows) == page_size) answer.next_before = answer.rows.back().seq;
    return answer;
  });
}

}  // namespace kelisim::privacy
