#include "http_fixture.h"

#include <gmock/gmock.h>

namespace kelisim::http {
namespace {

using test::ask;
using test::cookie_of;

class AccessOverTheWire : public testing::Test {
 protected:
  AccessOverTheWire() {
    add<Access::anyone>("anyone");
    add<Access::signed_in>("signed_in");
    add<Access::client>("client");
    add<Access::specialist>("specialist");
    add<Access::client_or_specialist>("client_or_specialist");
    add<Access::support>("support");
    add<Access::finance>("finance");
    add<Access::staff>("staff");
    add<Access::administrator>("administrator");
    add<Access::gateway>("gateway");
  }
  template <Access level>
  void add(std::string const& name) {
    auto const path = "/v1/" + name;
    auto const get_name = "get_" + name;
    auto const post_name = "post_" + name;
    auto const run = [this](Call&) -> Reply<Nothing> {
      ++handled;
      return Nothing{};
    };
    routes.add(Route<level, Nothing, Nothing>{Method::get, path, get_name}, run);
    routes.add(Route<level, Nothing, Nothing>{Method::post, path, post_name}, run);
  }

  int status(std::string method, std::string const& level, std::map<std::string, std::string> headers) {
    return ask(server().port(),
               {.method = std::move(method), .target = "/v1/" + level, .headers = std::move(headers)})
        .status;
  }
  HttpServer& server() {
    if (!server_) {
      server_ = std::make_unique<HttpServer>(options, routes, *database, clock, &authenticator);
    }
    return *server_;
  }

  Routes routes;
  std::atomic<int> handled = 0;
  ServerOptions options;
  test::DatabaseHome home{db::Engine::sqlite};
  std::unique_ptr<db::Database> database = home.open();
  SystemClock clock;
  test::RoleAuthenticator authenticator;
  std::unique_ptr<HttpServer> server_;
};

struct Row {
  std::string level;
  std::string admitted;  // the first letters of the roles: v c s S f a
};

std::string const roles = "vcsSfa";

std::map<std::string, std::string> headers_of(char role) {
  switch (role) {
    case 'c':
      return {{"Cookie", cookie_of("client")}};
    case 's':
      return {{"Cookie", "a=b; " + cookie_of("specialist")}};
    case 'S':
      return {{"Cookie", cookie_of("support") + "; a=b"}};
    case 'f':
      return {{"Cookie", cookie_of("finance")}};
    case 'a':
      return {{"Cookie", cookie_of("administrator")}};
    default:
      return {};
  }
}

TEST_F(AccessOverTheWire, EveryLevelAdmitsItsRolesAndNobodyElse) {
  Row const table[] = {{"anyone", "vcsSfa"},           {"signed_in", "csSfa"}, {"client", "c"},   {"specialist", "s"},
                       {"client_or_specialist", "cs"}, {"support", "Sa"},      {"finance", "fa"}, {"staff", "Sfa"},
                       {"administrator", "a"},         {"gateway", "vcsSfa"}};
  for (auto const& [level, admitted] : table) {
    for (char const role : roles) {
      int const expected = admitted.contains(role) ? 204 : role == 'v' ? 401 : 403;
      for (auto const* const method : {"GET", "POST"}) {
        handled = 0;
        EXPECT_EQ(status(method, level, headers_of(role)), expected) << method << ' ' << level << ' ' << role;
        EXPECT_EQ(handled, expected == 204 ? 1 : 0) << method << ' ' << level << ' ' << role;
      }
    }
  }
}

TEST_F(AccessOverTheWire, TellsWhyInACode) {
  auto const port = server().port();
  auto const visitor = ask(port, {.target = "/v1/client"});
  EXPECT_EQ(visitor.code(), "sign_in_required");
  EXPECT_EQ(visitor.header("www-authenticate"), "Session");
  EXPECT_EQ(ask(port, {.target = "/v1/client", .headers = headers_of('s')}).code(), "not_allowed");
}

TEST_F(AccessOverTheWire, ATokenThatNobodyHoldsIsAVisitors) {
  EXPECT_EQ(status("GET", "client", {{"Cookie", cookie_of("nobody")}}), 401);
  EXPECT_EQ(status("GET", "anyone", {{"Cookie", cookie_of("nobody")}}), 204);
  EXPECT_EQ(status("GET", "client", {{"Cookie", cookie_of("client") + "; " + cookie_of("client")}}), 401);  // planted
  EXPECT_EQ(status("GET", "client", {{"Cookie", "__host-kelisim=client"}}), 401);
}

TEST_F(AccessOverTheWire, ABearerTokenIsForTheSandboxOnly) {
  EXPECT_EQ(status("GET", "client", {{"Authorization", "Bearer client"}}), 401);
  server_.reset();
  options.sandbox = true;
  EXPECT_EQ(status("GET", "client", {{"Authorization", "Bearer client"}}), 204);
  EXPECT_EQ(status("GET", "client", {{"Authorization", "Basic client"}}), 401);
}

TEST_F(AccessOverTheWire, WhoIsNotAdmittedLearnsNothingOfTheBody) {
  auto const answer = ask(
      server().port(), {.method = "POST", .target = "/v1/client", .headers = headers_of('s'), .body = "{\"x\":1}"});
  EXPECT_EQ(answer.code(), "not_allowed");
  EXPECT_EQ(ask(server().port(), {.method = "POST", .target = "/v1/client", .body = "{\"x\":1}"}).code(),
            "sign_in_required");
}

TEST_F(AccessOverTheWire, UnsafeMethodsFromAnotherSiteAreRefused) {
  options.origins = {"https://app.example"};
  auto const post = [&](std::map<std::string, std::string> headers) {
    headers.merge(headers_of('c'));
    return status("POST", "client", std::move(headers));
  };
  EXPECT_EQ(post({}), 204);  // no browser
  EXPECT_EQ(post({{"Origin", "http://localhost"}}), 204);
  EXPECT_EQ(post({{"Origin", "https://localhost"}, {"Sec-Fetch-Site", "same-origin"}}), 204);
  EXPECT_EQ(post({{"Origin", "https://app.example"}, {"Sec-Fetch-Site", "cross-site"}}), 204);
  handled = 0;
  EXPECT_EQ(post({{"Origin", "https://evil.example"}}), 403);
  EXPECT_EQ(post({{"Origin", "null"}}), 403);
  EXPECT_EQ(post({{"Origin", "http://localhost.evil.example"}}), 403);
  EXPECT_EQ(post({{"Origin", "http://localhost:81"}}), 403);
  EXPECT_EQ(post({{"Origin", ""}}), 403);
  EXPECT_EQ(post({{"Sec-Fetch-Site", "cross-site"}}), 403);
  EXPECT_EQ(post({{"Sec-Fetch-Site", "same-site"}}), 403);
  EXPECT_EQ(post({{"Origin", "http://localhost"}, {"Sec-Fetch-Site", "cross-site"}}), 403);
  EXPECT_EQ(handled, 0);
  // A page elsewhere may link to us, and a gateway proves itself in its message.
  EXPECT_EQ(status("GET", "anyone", {{"Origin", "https://evil.example"}, {"Sec-Fetch-Site", "cross-site"}}), 204);
  EXPECT_EQ(status("POST", "gateway", {{"Origin", "https://bank.example"}, {"Sec-Fetch-Site", "cross-site"}}), 204);
}

}  // namespace
}  // namespace kelisim::http
