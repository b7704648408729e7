#include "http_fixture.h"

#include <gmock/gmock.h>

#include <future>
#include <latch>

namespace kelisim::http {
namespace {

using test::ask;
using test::Loopback;
using test::WireRequest;

// A database that answers when a test lets it, or is full.
class HeldDatabase final : public db::Database {
 public:
  explicit HeldDatabase(db::Database& inner) : inner_(inner) {}
  db::Engine engine() const noexcept override { return inner_.engine(); }
  void write(db::Lane lane, Work work, Done done) override {
    if (full && lane == db::Lane::ordinary) throw db::Overloaded();
    inner_.write(lane, held(std::move(work)), std::move(done));
  }
  void read(Work work, Done done) override {
    if (full) throw db::Overloaded();
    inner_.read(held(std::move(work)), std::move(done));
  }
  void migrate(std::span<db::Migration const> migrations) override { inner_.migrate(migrations); }
  std::string description() const override { return inner_.description(); }
  db::Counters counters() const override { return inner_.counters(); }
  bool empty_log() override { return inner_.empty_log(); }

  std::atomic<bool> full = false;
  std::shared_ptr<std::latch> hold;

 private:
  Work held(Work work) {
    return [work = std::move(work), hold = hold](db::Tx& tx) mutable {
      if (hold) hold->wait();
      work(tx);
    };
  }
  db::Database& inner_;
};

class Connections : public testing::Test {
 protected:
  Connections() {
    routes.add(Route<Access::anyone, Nothing, Document>{Method::get, "/v1/open", "open"}, answer);
    routes.add(Route<Access::anyone, Nothing, Document>{Method::post, "/v1/open", "write"}, answer);
    routes.add(
        Route<Access::anyone, Nothing, Document>{Method::post, "/v1/urgent", "urgent", {.reserved_lane = true}},
        answer);
    routes.add(Route<Access::anyone, RawBody, Document>{Method::post, "/v1/size", "size"},
               [](Call&, RawBody const& body) -> Reply<Document> {
                 return Document{.content_type = "text/plain", .body = std::to_string(body.text.size())};
               });
    routes.add(Route<Access::anyone, Nothing, Document>{Method::get, "/v1/large", "large"},
               [](Call&) -> Reply<Document> {
                 return Document{.content_type = "text/plain", .body = std::string(16 * 1024 * 1024, 'x')};
               });
  }
  static Reply<Document> answer(Call&) { return Document{.content_type = "text/plain", .body = "ok"}; }

  std::uint16_t start(Limits limits = {}) {
    server = std::make_unique<HttpServer>(ServerOptions{.limits = limits}, routes, database, clock, nullptr);
    return server->port();
  }

  Routes routes;
  test::DatabaseHome home{db::Engine::sqlite};
  std::unique_ptr<db::Database> inner = home.open();
  HeldDatabase database{*inner};
  SystemClock clock;
  std::unique_ptr<HttpServer> server;
};

TEST_F(Connections, EveryBoundHasItsStatusAndTheConnectionEnds) {
  auto const port = start();
  struct Row {
    std::string bytes;
    int status;
    std::string code;
  };
  std::string const host = " HTTP/1.1\r\nHost: a\r\n";
  Row const table[] = {
      {"GET /" + std::string(4000, 'x') + host + "\r\n", 414, "target_too_long"},
      {"GET /" + host + "X: " + std::string(20'000, 'x') + "\r\n\r\n", 431, "headers_too_large"},
      {"POST /v1/size" + host + "Content-Length: 99999999\r\n\r\n", 413, "body_too_large"},
      {"POST /v1/size" + host + "Content-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n", 400, "bad_request"},
      {"hello\r\n\r\n", 400, "bad_request"},
      {"GET /v1/open HTTP/1.1\r\n\r\n", 400, "host_missing"},
  };
  for (auto const& [bytes, status, code] : table) {
    Loopback connection(port);
    connection.send(bytes + WireRequest{.target = "/v1/open"}.text());
    auto const refused = connection.receive();
    ASSERT_TRUE(refused.has_value()) << code;
    EXPECT_EQ(refused->status, status);
    EXPECT_EQ(refused->code(), code);
    EXPECT_EQ(refused->header("connection"), "close");
    EXPECT_EQ(refused->header("x-content-type-options"), "nosniff");
    EXPECT_EQ(connection.receive(), std::nullopt) << code << ": nothing after it is read";
  }
}

TEST_F(Connections, ARefusedUploadStillHearsItsAnswer) {
  Loopback connection(start());
  std::string const part(64 * 1024, 'x');
  connection.send("POST /v1/size HTTP/1.1\r\nHost: a\r\nContent-Length: 10000000000\r\n\r\n");
  for (int i = 0; i < 8; ++i) connection.send(part);
  EXPECT_EQ(connection.receive().value().status, 413);
}

TEST_F(Connections, TakesABodyAfterSayingGoOn) {
  Loopback connection(start());
  connection.send("POST /v1/size HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nExpect: 100-continue\r\n\r\n");
  EXPECT_EQ(connection.receive_bytes(25), "HTTP/1.1 100 Continue\r\n\r\n");
  connection.send("12345");
  EXPECT_EQ(connection.receive().value().body, "5");
}

TEST_F(Connections, SlowHeadersAndBodiesAreCutOff) {
  auto const port = start({.header_seconds = 1, .body_seconds = 1});
  Loopback headers(port);
  Loopback body(port);
  headers.send("GET / HTTP/1.1\r\nHo");
  body.send("POST /v1/size HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\n");
  for (int i = 0; i < 20; ++i) {  // a byte now and then does not help
    headers.send("x");
    body.send("x");
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
  }
  EXPECT_EQ(headers.receive().value().code(), "request_timeout");
  EXPECT_EQ(body.receive().value().status, 408);
  EXPECT_TRUE(headers.closes_within(100));
  EXPECT_TRUE(body.closes_within(100));
}

TEST_F(Connections, AnIdleConnectionIsClosed) {
  Loopback connection(start({.idle_seconds = 1}));
  connection.send(WireRequest{.target = "/v1/open"}.text());
  EXPECT_EQ(connection.receive().value().status, 200);
  EXPECT_FALSE(connection.closes_within(500));
  EXPECT_TRUE(connection.closes_within(3000));
}

TEST_F(Connections, ThereAreAtMostSoMany) {
  auto const port = start({.connections = 2});
  {
    Loopback first(port);
    Loopback second(port);
    for (auto* const one : {&first, &second}) {
      one->send(WireRequest{.target = "/v1/open"}.text());
      ASSERT_EQ(one->receive().value().status, 200);
    }
    Loopback third(port);
    auto const refused = third.receive();
    ASSERT_TRUE(refused.has_value());
    EXPECT_EQ(refused->code(), "too_many_connections");
    EXPECT_EQ(refused->header("retry-after"), "5");
  }
  int status = 0;
  for (int i = 0; i < 100 && status != 200; ++i) status = ask(port, {.target = "/v1/open"}).status;
  EXPECT_EQ(status, 200);
}

TEST_F(Connections, AFullQueueAnswersAtOnceAndKeepsItsReservedLane) {
  auto const port = start();
  database.full = true;
  for (auto const* const method : {"GET", "POST"}) {
    auto const refused = ask(port, {.method = method, .target = "/v1/open"});
    EXPECT_EQ(refused.status, 503);
    EXPECT_EQ(refused.code(), "overloaded");
    EXPECT_EQ(refused.header("retry-after"), "1");
  }
  EXPECT_EQ(ask(port, {.method = "POST", .target = "/v1/urgent"}).status, 200);
}

TEST_F(Connections, StoppingFinishesWhatRuns) {
  database.hold = std::make_shared<std::latch>(1);
  Loopback running(start());
  Loopback idle(server->port());
  running.send(WireRequest{.target = "/v1/open"}.text());
  std::this_thread::sleep_for(std::chrono::milliseconds(100));
  auto stopping = std::async(std::launch::async, [&] { server.reset(); });
  EXPECT_TRUE(idle.closes_within(2000));
  database.hold->count_down();
  auto const answer = running.receive();
  ASSERT_TRUE(answer.has_value());
  EXPECT_EQ(answer->body, "ok");
  EXPECT_EQ(answer->header("connection"), "close");
  stopping.get();
}

TEST_F(Connections, AClientThatGoesAwayHarmsNothing) {
  auto const port = start();
  database.hold = std::make_shared<std::latch>(1);
  for (int i = 0; i < 20; ++i) {
    Loopback connection(port);
    connection.send(WireRequest{.target = i % 2 == 0 ? "/v1/open" : "/v1/large"}.text());
  }
  database.hold->count_down();
  database.hold = nullptr;
  EXPECT_EQ(ask(port, {.target = "/v1/open"}).body, "ok");
}

TEST_F(Connections, AReaderThatStopsReadingIsCutOff) {
  auto const port = start({.idle_seconds = 1});
  Loopback connection(port);
  connection.send(WireRequest{.target = "/v1/large"}.text());
  std::this_thread::sleep_for(std::chrono::milliseconds(2500));
  std::size_t got = 0;
  for (auto part = connection.receive_bytes(65536); !part.empty(); part = connection.receive_bytes(65536))
    got += part.size();
  EXPECT_LT(got, 16U * 1024 * 1024);
}

}  // namespace
}  // namespace kelisim::http
