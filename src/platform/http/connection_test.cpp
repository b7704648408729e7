#include "eventually.h"
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

  /// Works wait from now on, until let go; `arrived` counts those that came.
  void hold() { held_ = true; }
  void let_go() { go_.count_down(); }

  std::atomic<bool> full = false;
  std::atomic<int> arrived = 0;

 private:
  Work held(Work work) {
    ++arrived;
    return [this, work = std::move(work), waits = held_.load()](db::Tx& tx) mutable {
      if (waits) go_.wait();
      work(tx);
    };
  }
  db::Database& inner_;
  std::atomic<bool> held_ = false;
  std::latch go_{1};
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
  body.send("POST /v1/size HTTP/1.1\r\nHost: a\r\nContent-Length: 200000\r\n\r\n");
  EXPECT_TRUE(test::eventually([&] {  // a byte now and then does not help
    for (auto* const slow : {&headers, &body}) {
      if (!slow->has_heard()) slow->send("x");
    }
    return headers.has_heard() && body.has_heard();
  }));
  EXPECT_EQ(headers.receive().value().code(), "request_timeout");
  EXPECT_EQ(body.receive().value().status, 408);
  EXPECT_TRUE(headers.closes());
  EXPECT_TRUE(body.closes());
}

TEST_F(Connections, AnIdleConnectionIsClosed) {
  Loopback connection(start({.idle_seconds = 1}));
  auto const asked = std::chrono::steady_clock::now();
  connection.send(WireRequest{.target = "/v1/open"}.text());
  EXPECT_EQ(connection.receive().value().status, 200);
  EXPECT_TRUE(connection.closes());
  EXPECT_GE(std::chrono::steady_clock::now() - asked, std::chrono::seconds(1)) << "not before its time";
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
  EXPECT_TRUE(test::eventually([&] { return ask(port, {.target = "/v1/open"}).status == 200; }))
      << "a place is free again when somebody has gone";
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
  Loopback idle(start());
  idle.send(WireRequest{.target = "/v1/open"}.text());
  ASSERT_EQ(idle.receive().value().status, 200);
  auto const before = database.arrived.load();
  database.hold();
  Loopback running(server->port());
  running.send(WireRequest{.target = "/v1/open"}.text());
  ASSERT_TRUE(test::eventually([&] { return database.arrived == before + 1; }));
  auto stopping = std::async(std::launch::async, [&] { server.reset(); });
  EXPECT_TRUE(idle.closes());
  database.let_go();
  auto const answer = running.receive();
  ASSERT_TRUE(answer.has_value());
  EXPECT_EQ(answer->body, "ok");
  EXPECT_EQ(answer->header("connection"), "close");
  stopping.get();
}

TEST_F(Connections, AClientThatGoesAwayHarmsNothing) {
  auto const port = start();
  database.hold();
  for (int i = 0; i < 20; ++i) {
    Loopback connection(port);
    connection.send(WireRequest{.target = i % 2 == 0 ? "/v1/open" : "/v1/large"}.text());
    ASSERT_TRUE(test::eventually([&] { return database.arrived == i + 1; }));
  }
  database.let_go();
  EXPECT_EQ(ask(port, {.target = "/v1/open"}).body, "ok");
}

TEST_F(Connections, AReaderThatStopsReadingIsCutOff) {
  auto const port = start({.connections = 1, .idle_seconds = 1});
  Loopback connection(port);
  connection.send(WireRequest{.target = "/v1/large"}.text());
  ASSERT_TRUE(test::eventually([&] { return ask(port, {.target = "/v1/open"}).status == 200; }))
      << "its place is free again though it has read nothing";
  std::size_t got = 0;
  for (auto part = connection.receive_bytes(65536); !part.empty(); part = connection.receive_bytes(65536))
    got += part.size();
  EXPECT_LT(got, 16U * 1024 * 1024);
}

}  // namespace
}  // namespace kelisim::http
