#include "platform/http/server.h"

#include "http_fixture.h"
#include "platform/http/reserved_port.h"

#include <gmock/gmock.h>

#include <thread>

namespace kelisim::http {
namespace {
// A type whose reading is broken.
struct Explosive {};
}  // namespace
}  // namespace kelisim::http

template <>
struct kelisim::json::Mapping<kelisim::http::Explosive> {
  static std::optional<http::Explosive> read(Reader&, boost::json::value const&, Path const&) { throw Bug("broken"); }
  static boost::json::object schema(SchemaWriter&) { return {}; }
};

namespace kelisim::http {
namespace {

using test::ask;
using test::cookie_of;
using test::Loopback;
using test::WireRequest;
using testing::HasSubstr;
using testing::StartsWith;

struct Note {
  json::Text<1, 20> text;
};
BOOST_DESCRIBE_STRUCT(Note, (), (text))

struct Seen {
  std::string text;
  std::string role;
  std::string language;
  std::string address;
  Instant at;
};
BOOST_DESCRIBE_STRUCT(Seen, (), (text, role, language, address, at))

Seen seen(Call const& call, std::string text) {
  return {std::move(text), std::string(json::Mapping<Role>::name(call.caller.role)), call.language, call.address,
          call.now};
}

class Server : public testing::Test {
 protected:
  Server() {
    add<Access::anyone, Nothing>(Method::get, "/v1/open", "open");
    add<Access::anyone, Nothing>(Method::get, "/v1/things/{id}", "thing");
    add<Access::anyone, Note>(Method::post, "/v1/things/{id}", "note_thing");
    add<Access::client, Note>(Method::post, "/v1/mine", "mine");
    add<Access::sandbox, Nothing>(Method::get, "/sandbox/clock", "clock");
    routes.add(Route<Access::anyone, RawBody, Document>{Method::post, "/v1/raw", "raw"},
               [](Call&, RawBody const& body) -> Reply<Document> {
                 return Document{.content_type = "text/plain", .body = body.content_type + "|" + body.text};
               });
    routes.add(Route<Access::anyone, Nothing, Nothing>{Method::get, "/v1/fault", "fault"},
               [](Call&) -> Reply<Nothing> { throw Fault(Fault::Retry::yes, "the password is hunter2"); });
    routes.add(Route<Access::anyone, Nothing, Nothing>{Method::get, "/v1/bug", "bug"},
               [](Call&) -> Reply<Nothing> { throw std::runtime_error("secret"); });
    routes.add(Route<Access::anyone, Nothing, Document>{Method::get, "/v1/split", "split"},
               [](Call&) -> Reply<Document> {
                 return Document{.content_type = "text/plain", .headers = {{"X-A", "b\r\nSet-Cookie: c=d"}}};
               });
    routes.add(Route<Access::anyone, Nothing, Seen>{Method::get, "/v1/tagged", "tagged", {.cacheable = true}},
               [](Call&) -> Reply<Seen> { return Seen{}; });
    routes.add(Route<Access::anyone, Nothing, Seen>{Method::get, "/v1/kept", "kept", {.cacheable = true}},
               [this](Call& call) -> Reply<Seen> { return seen(call, std::to_string(++kept_read)); });
    routes.add(Route<Access::anyone, Nothing, Nothing>{Method::post, "/v1/session", "enter"},
               [](Call& call) -> Reply<Nothing> {
                 call.set_session("secret-token");
                 return Nothing{};
               });
    routes.add(Route<Access::anyone, Nothing, Nothing>{Method::del, "/v1/session", "leave"},
               [](Call& call) -> Reply<Nothing> {
                 call.clear_session();
                 return Nothing{};
               });
    add_platform_routes(routes, "Test", true);
  }

  template <Access level, class Body>
  void add(Method method, std::string_view path, std::string_view name) {
    routes.add(Route<level, Body, Seen>{method, path, name, {.query = {{"x", "anything"}, {"must", ""}}}},
               [](Call& call, Body const& body) -> Reply<Seen> {
                 if constexpr (std::same_as<Body, Note>) {
                   return seen(call, body.text.value);
                 } else {
                   return seen(call, std::string(call.query("x").value_or("none")));
                 }
               });
  }

  std::uint16_t start(ServerOptions options = {}) {
    server = std::make_unique<HttpServer>(std::move(options), routes, *database, clock, &authenticator);
    return server->port();
  }

  Routes routes;
  test::DatabaseHome home{db::Engine::sqlite};
  std::unique_ptr<db::Database> database = [this] {
    auto opened = home.open();
    opened->migrate(platform::migrations());
    return opened;
  }();
  MovableClock clock{Instant{1'797'000'000'000'001}};
  test::RoleAuthenticator authenticator;
  std::atomic<int> kept_read = 0;
  std::unique_ptr<HttpServer> server;
};

TEST_F(Server, AnswersWithTheInstantOfReceipt) {
  auto const answer = ask(start(), {.target = "/v1/open?x=%D0%90+b"});
  EXPECT_EQ(answer.status, 200);
  EXPECT_EQ(answer.header("content-type"), "application/json");
  EXPECT_EQ(answer.body, R"({"text":"А b","role":"visitor","language":"ru","address":"127.0.0.1",)"
                         R"("at":"2026-12-11T14:40:00.000001Z"})");
}

TEST_F(Server, KeepsTheConnectionAndThePipelinesOrder) {
  Loopback connection(start());
  std::string all;
  for (int i = 0; i < 20; ++i) all += WireRequest{.target = "/v1/open?x=" + std::to_string(i)}.text();
  connection.send(all);
  for (int i = 0; i < 20; ++i) {
    auto const answer = connection.receive();
    ASSERT_TRUE(answer.has_value());
    EXPECT_THAT(answer->body, StartsWith("{\"text\":\"" + std::to_string(i) + "\""));
  }
}

TEST_F(Server, ServesSeveralThreadsOnOnePort) {
  auto const port = start({.threads = 3});
  std::vector<std::jthread> clients;
  std::atomic<int> right = 0;
  for (int i = 0; i < 16; ++i) {
    clients.emplace_back([&, i] {
      Loopback connection(port);
      for (int n = 0; n < 50; ++n) {
        auto const x = std::to_string(i * 1000 + n);
        connection.send(WireRequest{.target = "/v1/open?x=" + x}.text());
        auto const answer = connection.receive();
        if (answer && answer->body.starts_with("{\"text\":\"" + x + "\"")) ++right;
      }
    });
  }
  clients.clear();
  EXPECT_EQ(right, 16 * 50);
}

TEST_F(Server, ListensOnAPortThatWasReservedForIt) {
  ReservedPort const reserved("127.0.0.1");
  ReservedPort const other("127.0.0.1");
  EXPECT_NE(reserved.port(), other.port());
  EXPECT_EQ(start({.port = reserved.port()}), reserved.port());
  EXPECT_EQ(ask(reserved.port(), {.target = "/v1/open"}).status, 200);
}

TEST_F(Server, EveryAnswerHasTheSecurityHeaders) {
  auto const port = start();
  for (auto const* const target :
       {"/v1/open", "/v1/nothing", "/v1/bug", "/v1/mine", "/%zz", "/healthz", "/openapi.json"}) {
    auto const answer = ask(port, {.target = target});
    EXPECT_EQ(answer.header("x-content-type-options"), "nosniff") << target;
    EXPECT_EQ(answer.header("referrer-policy"), "no-referrer") << target;
    EXPECT_EQ(answer.header("cross-origin-opener-policy"), "same-origin") << target;
    EXPECT_EQ(answer.header("cross-origin-resource-policy"), "same-origin") << target;
    EXPECT_THAT(answer.header("permissions-policy"),
                HasSubstr("camera=(self), microphone=(self), display-capture=()"));
    EXPECT_THAT(answer.header("strict-transport-security"), HasSubstr("includeSubDomains"));
    EXPECT_THAT(answer.header("content-security-policy"), HasSubstr("default-src 'none'; frame-ancestors 'none'"));
    bool const cacheable = std::string_view(target) == "/openapi.json";
    EXPECT_EQ(answer.header("cache-control"), cacheable ? "private, no-cache" : "no-store") << target;
    EXPECT_EQ(answer.header("server"), "") << target;
    EXPECT_EQ(answer.header("access-control-allow-origin"), "") << target;
  }
}

TEST_F(Server, HeadIsGetWithoutItsBody) {
  Loopback connection(start());
  connection.send(WireRequest{.method = "HEAD", .target = "/v1/open"}.text());
  auto const head = connection.receive(true);
  ASSERT_TRUE(head.has_value());
  EXPECT_EQ(head->status, 200);
  EXPECT_NE(head->header("content-length"), "0");
  connection.send(WireRequest{.method = "HEAD", .target = "/v1/nothing"}.text());
  EXPECT_EQ(connection.receive(true)->status, 404);
  connection.send(WireRequest{.target = "/v1/open"}.text());
  EXPECT_EQ(connection.receive()->status, 200);
}

TEST_F(Server, TellsMethodsThatAPathHas) {
  auto const port = start();
  for (auto const* const method : {"PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT", "FOO"}) {
    auto const answer = ask(port, {.method = method, .target = "/v1/things/1"});
    EXPECT_EQ(answer.status, 405) << method;
    EXPECT_EQ(answer.code(), "method_not_allowed") << method;
    EXPECT_EQ(answer.header("allow"), "GET, HEAD, POST") << method;
  }
}

TEST_F(Server, UnknownPathsAreNotFoundAndOddOnesRefused) {
  auto const port = start();
  for (auto const* const target : {"/v1/nothing", "/", "/v1", "/v1/things/1/x", "/V1/open", "/sandbox/clock"}) {
    EXPECT_EQ(ask(port, {.target = target}).code(), "not_found") << target;
  }
  for (auto const* const target :
       {"/v1//open", "/v1/open/", "/v1/../open", "/v1/%2e%2e/open", "/%00", "/%zz", "/%ff", "/v1/open?x=%",
        "/v1/open?x=1&x=2", "http://localhost/v1/open", "*", "/a\\b", "/a%0Ab"}) {
    EXPECT_EQ(ask(port, {.target = target}).code(), "bad_target") << target;
  }
  EXPECT_EQ(ask(port, {.target = "/v1/things/a%2Fb"}).status, 200);
}

TEST_F(Server, TheSandboxRoutesExistInTheSandboxOnly) {
  EXPECT_EQ(ask(start(), {.target = "/sandbox/clock"}).status, 404);
  EXPECT_EQ(ask(start({.sandbox = true}), {.target = "/sandbox/clock"}).status, 200);
}

TEST_F(Server, RefusesBodiesByTypeAndShape) {
  auto const port = start();
  auto const post = [&](std::string type, std::string body) {
    return ask(port, {.method = "POST", .target = "/v1/things/1", .headers = {{"Content-Type", type}}, .body = body});
  };
  EXPECT_EQ(post("application/json", R"({"text":"a"})").status, 200);
  EXPECT_EQ(post("Application/JSON; charset=UTF-8", R"({"text":"a"})").status, 200);
  EXPECT_EQ(post("text/plain", R"({"text":"a"})").code(), "unsupported_media_type");
  EXPECT_EQ(post("application/json; charset=latin1", R"({"text":"a"})").code(), "unsupported_media_type");
  EXPECT_EQ(post("application/x-www-form-urlencoded", "text=a").status, 415);
  auto const wrong = post("application/json", R"({"text":"","x":1})");
  EXPECT_EQ(wrong.status, 400);
  EXPECT_EQ(wrong.header("content-type"), "application/problem+json");
  EXPECT_EQ(wrong.body, R"({"type":"about:blank","title":"Bad Request","status":400,"code":"invalid_body",)"
                        R"("text_key":"problem.invalid_body","errors":[{"path":"x","code":"unknown_field"},)"
                        R"({"path":"text","code":"too_short"}]})");
  EXPECT_EQ(ask(port, {.method = "POST", .target = "/v1/things/1"}).code(), "body_missing");
  EXPECT_THAT(post("application/json", std::string(100, '[')).body, HasSubstr("too_deep"));
  EXPECT_EQ(ask(port, {.method = "POST", .target = "/v1/session", .body = "{\"a\":1}"}).code(), "unexpected_body");
  EXPECT_EQ(ask(port, {.method = "POST", .target = "/v1/session", .body = "{}"}).status, 204);
  EXPECT_EQ(
      ask(port, {.method = "POST", .target = "/v1/raw", .headers = {{"Content-Type", "a/b"}}, .body = "\xff"}).body,
      "a/b|\xff");
}

TEST_F(Server, RefusesUnknownQueryParameters) {
  auto const port = start();
  auto const answer = ask(port, {.target = "/v1/open?y=1&x=2"});
  EXPECT_EQ(answer.code(), "invalid_query");
  EXPECT_THAT(answer.body, HasSubstr(R"("errors":[{"path":"?y","code":"unknown_field"}])"));
  EXPECT_EQ(ask(port, {.target = "/v1/open?lang=de"}).code(), "invalid_query");
}

TEST_F(Server, ATrustedProxySaysWhoAsksAndNobodyElseDoes) {
  auto const address = [](std::uint16_t port, std::string const& lines) {
    Loopback connection(port);
    connection.send("GET /v1/open HTTP/1.1\r\nHost: localhost\r\n" + lines + "\r\n");
    auto const body = connection.receive()->body;
    auto const from = body.find("\"address\":\"") + 11;
    return body.substr(from, body.find('"', from) - from);
  };
  auto const forged = start();
  EXPECT_EQ(address(forged, "X-Forwarded-For: 192.0.2.1\r\n"), "127.0.0.1");
  auto const port = start({.trusted_proxies = {"127.0.0.1", "192.0.2.9"}});
  EXPECT_EQ(address(port, ""), "127.0.0.1");
  EXPECT_EQ(address(port, "X-Forwarded-For: 192.0.2.1\r\n"), "192.0.2.1");
  EXPECT_EQ(address(port, "X-Forwarded-For: 198.51.100.1, 192.0.2.1 , 192.0.2.9\r\n"), "192.0.2.1");
  EXPECT_EQ(address(port, "X-Forwarded-For: 198.51.100.1\r\nX-Forwarded-For: 192.0.2.1\r\n"), "192.0.2.1");
  EXPECT_EQ(address(port, "X-Forwarded-For: 192.0.2.9, 127.0.0.1\r\n"), "127.0.0.1");
}

TEST_F(Server, PicksTheLanguage) {
  auto const port = start();
  auto const language = [&](std::string target, std::string accept) {
    auto const body = ask(port, {.target = target, .headers = {{"Accept-Language", accept}}}).body;
    return body.substr(body.find("\"language\":\"") + 12, 2);
  };
  EXPECT_EQ(language("/v1/open", "de, kk;q=0.5, en;q=0.8"), "en");
  EXPECT_EQ(language("/v1/open", "kk-KZ,ru;q=0.9"), "kk");
  EXPECT_EQ(language("/v1/open", "de"), "ru");
  EXPECT_EQ(language("/v1/open?lang=kk", "en"), "kk");
}

TEST_F(Server, ABugBeforeTheTransactionIsAnsweredToo) {
  routes.add(Route<Access::anyone, Explosive, Nothing>{Method::post, "/v1/explosive", "explosive"},
             [](Call&, Explosive const&) -> Reply<Nothing> { return Nothing{}; });
  auto const port = start();
  EXPECT_EQ(ask(port, {.method = "POST", .target = "/v1/explosive", .body = "{}"}).code(), "internal_error");
  EXPECT_EQ(ask(port, {.target = "/v1/open"}).status, 200);
}

TEST_F(Server, FailuresTellNothing) {
  auto const port = start();
  auto const fault = ask(port, {.target = "/v1/fault"});
  EXPECT_EQ(fault.status, 503);
  EXPECT_EQ(fault.header("retry-after"), "1");
  EXPECT_THAT(fault.body, testing::Not(HasSubstr("hunter2")));
  auto const bug = ask(port, {.target = "/v1/bug"});
  EXPECT_EQ(bug.status, 500);
  EXPECT_EQ(bug.code(), "internal_error");
  EXPECT_THAT(bug.body, testing::Not(HasSubstr("secret")));
}

TEST_F(Server, AHeaderThatWouldSplitTheAnswerIsABug) {
  auto const answer = ask(start(), {.target = "/v1/split"});
  EXPECT_EQ(answer.status, 500);
  EXPECT_EQ(answer.header("set-cookie"), "");
}

TEST_F(Server, PublicReadsHaveAnEtag) {
  auto const port = start();
  auto const first = ask(port, {.target = "/v1/tagged"});
  EXPECT_EQ(first.header("cache-control"), "private, no-cache");
  Loopback connection(port);
  connection.send(WireRequest{.target = "/v1/tagged", .headers = {{"If-None-Match", first.header("etag")}}}.text());
  EXPECT_EQ(connection.receive()->status, 304);
  connection.send(WireRequest{.target = "/v1/tagged", .headers = {{"If-None-Match", "\"other\""}}}.text());
  EXPECT_EQ(connection.receive()->status, 200);
}

TEST_F(Server, AnAnswerToAVisitorIsGivenAgainForASecond) {
  auto const port = start();
  auto const first = ask(port, {.target = "/v1/kept"});
  clock.advance(std::chrono::microseconds(999'999));
  auto const again = ask(port, {.target = "/v1/kept"});
  EXPECT_EQ(again.body, first.body);
  EXPECT_EQ(again.header("etag"), first.header("etag"));
  EXPECT_EQ(again.header("content-type"), first.header("content-type"));
  EXPECT_EQ(ask(port, {.target = "/v1/kept", .headers = {{"If-None-Match", first.header("etag")}}}).status, 304);
  EXPECT_EQ(ask(port, {.method = "HEAD", .target = "/v1/kept"}).body, "");
  EXPECT_EQ(kept_read, 1);
  clock.advance(std::chrono::microseconds(1));
  EXPECT_THAT(ask(port, {.target = "/v1/kept"}).body, HasSubstr(R"("text":"2")"));
  clock.advance(std::chrono::microseconds(-1));
  EXPECT_THAT(ask(port, {.target = "/v1/kept"}).body, HasSubstr(R"("text":"3")"));
}

TEST_F(Server, ACommitEndsWhatWasKept) {
  auto const port = start();
  ask(port, {.target = "/v1/kept"});
  auto const wrote = ask(port, {.method = "POST",
                                .target = "/v1/mine",
                                .headers = {{"Cookie", cookie_of("client")}, {"Idempotency-Key", "k1"}},
                                .body = R"({"text":"a"})"});
  EXPECT_EQ(wrote.status, 200);
  ask(port, {.target = "/v1/kept"});
  EXPECT_EQ(kept_read, 2);
}

TEST_F(Server, WhatIsKeptIsForVisitorsOfOneLanguageAndOneQuestion) {
  auto const port = start();
  ask(port, {.target = "/v1/kept"});
  ask(port, {.target = "/v1/kept?lang=kk"});
  EXPECT_THAT(ask(port, {.target = "/v1/kept", .headers = {{"Accept-Language", "kk"}}}).body, HasSubstr("kk"));
  EXPECT_THAT(ask(port, {.target = "/v1/kept", .headers = {{"Cookie", cookie_of("client")}}}).body,
              HasSubstr(R"("role":"client")"));
  EXPECT_EQ(kept_read, 4);
  EXPECT_THAT(ask(port, {.target = "/v1/kept"}).body, HasSubstr(R"("text":"1")"));
}

TEST_F(Server, TheSessionTravelsInAHostCookieOnly) {
  auto const port = start();
  auto const entered = ask(port, {.method = "POST", .target = "/v1/session"});
  EXPECT_EQ(entered.status, 204);
  EXPECT_EQ(entered.header("set-cookie"),
            "__Host-kelisim=secret-token; Path=/; Max-Age=15552000; Secure; HttpOnly; SameSite=Lax");
  auto const left = ask(port, {.method = "DELETE", .target = "/v1/session"});
  EXPECT_THAT(left.header("set-cookie"), HasSubstr("Max-Age=0"));
  EXPECT_THAT(left.header("clear-site-data"), HasSubstr("storage"));
}

}  // namespace
}  // namespace kelisim::http
