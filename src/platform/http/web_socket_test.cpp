#include "eventually.h"
#include "http_fixture.h"
#include "websocket_client.h"

#include <gmock/gmock.h>

#include <future>

namespace kelisim::http {
namespace {

using test::cookie_of;
using test::WebSocketClient;

// Says back what it hears; does what some words ask.
class Echo final : public SocketListener {
 public:
  explicit Echo(std::atomic<int>& open) : open_(open) {}
  void opened(std::shared_ptr<Socket> socket) override {
    socket_ = std::move(socket);
    ++open_;
    socket_->send("hello");
  }
  void heard(std::string_view text) override {
    if (text == "leave") return socket_->close(4000, "asked");
    if (text == "part") {
      for (auto const* word : {"one", "two", "three"}) socket_->send(word);
      return socket_->close(4000, "asked");
    }
    if (text == "throw") throw std::runtime_error("bad");
    if (text == "flood") {
      for (int i = 0; i < 100; ++i) socket_->send(std::string(64 * 1024, 'x'));
      return;
    }
    socket_->send(std::string(text));
  }
  void closed() override { --open_; }

 private:
  std::atomic<int>& open_;
  std::shared_ptr<Socket> socket_;  // held past the end on purpose: it must do no harm
};

class WebSockets : public testing::Test {
 protected:
  WebSockets() {
    routes.add_socket<Access::client>("/v1/bookings/{id}/room", "room",
                                      [this](Call& call) -> Reply<std::shared_ptr<SocketListener>> {
                                        if (call.path("id") == "gone")
                                          return Refused(Problem{.status = 404, .code = "no_room"});
                                        if (call.path("id") == "broken") throw Fault(Fault::Retry::yes, "no");
                                        if (before_admission) before_admission();
                                        return std::make_shared<Echo>(open);
                                      });
  }
  std::uint16_t start(Limits limits = {}) {
    server = std::make_unique<HttpServer>(ServerOptions{.limits = limits}, routes, *database, clock, &authenticator);
    return server->port();
  }
  WebSocketClient enter(std::map<std::string, std::string> headers = {{"Cookie", cookie_of("client")}}) {
    return WebSocketClient(server->port(), "/v1/bookings/1/room", std::move(headers));
  }
  void expect_none_open() {
    EXPECT_TRUE(test::eventually([&] { return open == 0; }));
  }

  Routes routes;
  std::atomic<int> open = 0;
  std::function<void()> before_admission;
  test::DatabaseHome home{db::Engine::sqlite};
  std::unique_ptr<db::Database> database = home.open();
  SystemClock clock;
  test::RoleAuthenticator authenticator;
  std::unique_ptr<HttpServer> server;
};

TEST_F(WebSockets, SaysBackWhatItHears) {
  start();
  auto client = enter();
  ASSERT_EQ(client.answer().status, 101);
  EXPECT_EQ(client.answer().header("sec-websocket-accept"), "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=");
  EXPECT_EQ(client.receive().payload, "hello");
  client.send("қалай");
  EXPECT_EQ(client.receive().payload, "қалай");
  client.send("beat", 9);
  auto const pong = client.receive();
  EXPECT_EQ(pong.opcode, 10);
  EXPECT_EQ(pong.payload, "beat");
  client.send("leave");
  EXPECT_EQ(client.receive().close_code(), 4000);
  client.send(std::string("\x0f\xa0", 2), 8);
  EXPECT_TRUE(client.connection().closes());
  expect_none_open();
}

TEST_F(WebSockets, NeverCompresses) {
  start();
  auto client = enter({{"Cookie", cookie_of("client")}, {"Sec-WebSocket-Extensions", "permessage-deflate"}});
  EXPECT_EQ(client.answer().status, 101);
  EXPECT_EQ(client.answer().header("sec-websocket-extensions"), "");
}

TEST_F(WebSockets, AdmitsByLevelOriginAndDecision) {
  auto const port = start();
  auto const status = [&](std::string target, std::map<std::string, std::string> headers) {
    auto const client = WebSocketClient(port, target, std::move(headers));
    return std::to_string(client.answer().status) + " " + client.answer().code();
  };
  std::string const cookie = cookie_of("client");
  EXPECT_EQ(status("/v1/bookings/1/room", {}), "401 sign_in_required");
  EXPECT_EQ(status("/v1/bookings/1/room", {{"Cookie", cookie_of("nobody")}}), "401 sign_in_required");
  EXPECT_EQ(status("/v1/bookings/1/room", {{"Cookie", cookie_of("finance")}}), "403 not_allowed");
  EXPECT_EQ(status("/v1/bookings/gone/room", {{"Cookie", cookie}}), "404 no_room");
  EXPECT_EQ(status("/v1/bookings/broken/room", {{"Cookie", cookie}}), "503 unavailable");
  EXPECT_EQ(status("/v1/bookings/1/nothing", {{"Cookie", cookie}}), "404 not_found");
  EXPECT_EQ(status("/v1/bookings/1/room", {{"Cookie", cookie}, {"Origin", "https://evil.example"}}),
            "403 foreign_origin");
  EXPECT_EQ(status("/v1/bookings/1/room", {{"Cookie", cookie}, {"Sec-Fetch-Site", "cross-site"}}),
            "403 foreign_origin");
  EXPECT_EQ(status("/v1/bookings/1/room", {{"Cookie", cookie}, {"Origin", "http://localhost"}}), "101 ");
  EXPECT_EQ(test::ask(port, {.target = "/v1/bookings/1/room"}).code(), "upgrade_required");
}

TEST_F(WebSockets, ClosesWhenTheSessionEnds) {
  start();
  auto client = enter();
  auto other = enter();
  client.receive();
  other.receive();
  server->close_sockets_of("session-specialist");
  client.send("still here");
  EXPECT_EQ(client.receive().payload, "still here");
  server->close_sockets_of("session-client");
  EXPECT_EQ(client.receive().close_code(), 1008);
  EXPECT_EQ(other.receive().close_code(), 1008);
}

TEST_F(WebSockets, ASessionThatEndsDuringTheAdmissionClosesTheSocketToo) {
  start();
  before_admission = [&] { server->close_sockets_of("session-client"); };
  auto client = enter();
  ASSERT_EQ(client.answer().status, 101);
  auto frame = client.receive();
  while (frame.opcode == 1) frame = client.receive();
  EXPECT_EQ(frame.close_code(), 1008);
}

TEST_F(WebSockets, MessageBytesAtTheLimitAndOnePast) {
  start();
  auto client = enter();
  client.receive();
  client.send(std::string(64 * 1024, 'x'));
  EXPECT_EQ(client.receive().payload.size(), 64U * 1024);
  client.send(std::string(64 * 1024 + 1, 'x'));
  EXPECT_EQ(client.receive().close_code(), 1009);
  expect_none_open();
}

TEST_F(WebSockets, OnlyTextInUtf8) {
  start();
  auto binary = enter();
  binary.receive();
  binary.send("x", 2);
  EXPECT_EQ(binary.receive().close_code(), 1003);
  auto broken = enter();
  broken.receive();
  broken.send("\xff\xfe");
  EXPECT_EQ(broken.receive().close_code(), 1007);
}

TEST_F(WebSockets, TooManyMessagesCloseIt) {
  constexpr int per_second = 5;
  constexpr int at_once = 4 * per_second;
  start({.socket_messages_per_second = per_second});
  auto const began = std::chrono::steady_clock::now();
  auto client = enter();
  client.receive();
  for (int i = 0; i < 2000; ++i) client.send("x");
  int echoes = 0;
  auto frame = client.receive();
  for (; frame.opcode == 1; frame = client.receive()) ++echoes;
  auto const lasted = std::chrono::ceil<std::chrono::seconds>(std::chrono::steady_clock::now() - began);
  EXPECT_EQ(frame.close_code(), 1008);
  EXPECT_GE(echoes, 1);
  EXPECT_LE(echoes, at_once + per_second * lasted.count());
}

TEST_F(WebSockets, APeerThatDoesNotReadIsCutOff) {
  start();
  auto client = enter();
  client.receive();
  client.send("flood");  // 6 MiB, and the client reads nothing
  expect_none_open();
}

TEST_F(WebSockets, WhatWasSentBeforeTheGoodByeArrivesBeforeIt) {
  start();
  auto client = enter();
  client.receive();
  client.send("part");
  for (auto const* word : {"one", "two", "three"}) EXPECT_EQ(client.receive().payload, word);
  EXPECT_EQ(client.receive().close_code(), 4000);
}

TEST_F(WebSockets, AListenersBugClosesOnlyItsSocket) {
  start();
  auto broken = enter();
  auto other = enter();
  broken.receive();
  other.receive();
  broken.send("throw");
  EXPECT_EQ(broken.receive().close_code(), 1011);
  other.send("x");
  EXPECT_EQ(other.receive().payload, "x");
}

TEST_F(WebSockets, SilenceIsPingedAndThenCutOff) {
  start({.idle_seconds = 1});
  auto client = enter();
  client.receive();
  EXPECT_EQ(client.receive().opcode, 9);  // and no pong comes
  EXPECT_TRUE(client.connection().closes());
  expect_none_open();
}

TEST_F(WebSockets, StoppingTheServerSaysGoodBye) {
  start();
  auto client = enter();
  client.receive();
  auto stopping = std::async(std::launch::async, [&] { server.reset(); });
  EXPECT_EQ(client.receive().close_code(), 1001);
  client.send(std::string("\x03\xe9", 2), 8);
  stopping.get();
  EXPECT_EQ(open, 0);
}

}  // namespace
}  // namespace kelisim::http
