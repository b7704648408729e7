#include "platform/http/server.h"

#include <mutex>

namespace kelisim::http {
namespace {

constexpr db::Sql alive_sql{"platform.alive", "SELECT 1"};

// The description is written once, when it is first asked for: by then the table is complete.
struct Description {
  Routes const& routes;
  std::string title;
  bool sandbox;
  std::once_flag once = {};
  std::string text = {};

  std::string const& get() {
    std::call_once(once, [this] { text = openapi(routes, title, sandbox); });
    return text;
  }
};

}  // namespace

void add_platform_routes(Routes& routes, std::string_view title, bool sandbox) {
  routes.add(Route<Access::anyone, Nothing, Document>{.method = Method::get,
                                                      .path = "/healthz",
                                                      .name = "health",
                                                      .options = {.summary = "Whether the database answers"}},
             [](Call& call) -> Reply<Document> {
               std::ignore = call.tx.one(alive_sql, [](db::Row const& row) { return row.integer(0); });
               return Document{.content_type = "text/plain; charset=utf-8", .body = "ok\n"};
             });
  auto const description = std::make_shared<Description>(routes, std::string(title), sandbox);
  routes.add(Route<Access::anyone, Nothing, Document>{.method = Method::get,
                                                      .path = "/openapi.json",
                                                      .name = "openapi",
                                                      .options = {.cacheable = true, .summary = "This description"}},
             [description](Call&) -> Reply<Document> {
               return Document{.content_type = "application/json", .body = description->get()};
             });
}

}  // namespace kelisim::http
