// bench FOLDER [astro]: figures of one business on SQLite in FOLDER and of the astronomy (or of that alone), each
// beside its limit measured in the same run, as a table in Markdown. Never a test: nothing fails because it is slow.
#include "astro.h"
#include "astro_drafts.h"
#include "load.h"
#include "recorder.h"

#include "test_business.h"
#include "visitor.h"

#include "platform/http/server.h"

#include <arpa/inet.h>
#include <fmt/format.h>
#include <spdlog/spdlog.h>
#include <sqlite3.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <thread>

namespace kelisim::bench {
namespace {

namespace fs = std::filesystem;
using boost::json::object;
using std::chrono::hours;

constexpr int clients = 700;
constexpr int holds_each = 3;  // as many as one client may hold at once
constexpr int connections = 64;

struct Booking {
  std::string token;
  std::string specialist;
  std::string starts_at;
};

struct Prepared {
  std::vector<Booking> bookings;
  std::string slots_of;  ///< whose slots are listed
  Instant slots_from;
  Instant slots_to;
};

std::string slots_target(Prepared const& prepared, Duration longer = Duration(0)) {
  return fmt::format("/v1/specialists/{}/slots?from={}&to={}", prepared.slots_of, to_rfc3339(prepared.slots_from),
                     to_rfc3339(prepared.slots_to + longer));
}

std::string token_of_new_client(test::TestBusiness& business, test::Visitor& visitor, boost::json::value const& offer,
                                int number) {
  auto const phone = fmt::format("+7701{:07}", number);
  auto const challenge = visitor.post("/v1/registrations", object{{"phone", phone},
                                                                  {"offer_version", test::at(offer, "version")},
                                                                  {"offer_hash", test::at(offer, "content_hash")},
                                                                  {"language", "ru"},
                                                                  {"accepts_offer", true},
                                                                  {"declares_adult", true},
                                                                  {"consents_to_processing", true},
                                                                  {"declares_truth", true}});
  business.run_jobs();
  auto const code = business.carriers().code_for(phone).value();
  auto const me = visitor.post("/v1/sessions",
                               object{{"challenge_id", test::at(challenge.json(), "challenge_id")}, {"code", code}},
                               {.headers = {{"Kelisim-Token", "body"}}});
  auto token = test::text_at(me.json(), "token");
  visitor.bear(token);
  auto const saved = visitor.put("/v1/me/questionnaire", object{{"display_name", "Bench"},
                                                                {"age", 30},
                                                                {"prior_experience", false},
                                                                {"concern_topic", "anxiety"},
                                                                {"declares_truth", true}});
  if (saved.status != 200) throw std::runtime_error(saved.body);
  visitor.bear({});
  return token;
}

/// Starts of one specialist that do not touch one another, buffer included.
std::vector<std::string> starts_of(test::Visitor& visitor, std::string const& specialist, Instant now) {
  std::vector<std::string> starts;
  Instant free_from{0};
  for (int month = 0; month < 2; ++month) {
    auto const from = now + hours(24 * 30 * month + 1);
    auto const list = visitor
                          .get(fmt::format("/v1/specialists/{}/slots?from={}&to={}", specialist, to_rfc3339(from),
                                           to_rfc3339(from + hours(24 * 30))))
                          .json();
    for (auto const& slot : test::at(list, "slots").as_array()) {
      auto const starts_at = *parse_rfc3339(test::text_at(slot, "starts_at"));
      if (starts_at < free_from) continue;
      free_from = *parse_rfc3339(test::text_at(slot, "ends_at")) + std::chrono::minutes(10);
      starts.push_back(test::text_at(slot, "starts_at"));
    }
  }
  return starts;
}

Prepared prepare(fs::path const& folder) {
  test::TestBusiness business({.seed = 1, .folder = folder});
  test::Visitor visitor(business.port());
  boost::json::value offer;
  auto const brand = visitor.get("/v1/brand").json();
  for (auto const& document : test::at(brand, "documents").as_array()) {
    if (test::text_at(document, "document") == "offer") offer = document;
  }
  std::vector<std::string> tokens;
  for (int number = 0; number < clients; ++number)
    tokens.push_back(token_of_new_client(business, visitor, offer, number));
  Prepared prepared;
  auto const listed = visitor.get("/v1/specialists").json();
  for (auto const& one : test::at(listed, "specialists").as_array()) {
    auto const id = test::text_at(one, "id");
    if (prepared.slots_of.empty()) {
      prepared.slots_of = id;
      prepared.slots_from = business.clock().now();
      prepared.slots_to = prepared.slots_from + hours(24 * 7);
    }
    for (auto const& start : starts_of(visitor, id, business.clock().now())) {
      auto const number = prepared.bookings.size();
      if (number >= tokens.size() * holds_each) break;
      prepared.bookings.push_back({tokens[number % tokens.size()], id, start});
    }
  }
  return prepared;
}

std::string booking_request(Booking const& booking, std::int64_t number) {
  auto const body = fmt::format(R"({{"specialist_id":"{}","starts_at":"{}","confirms_safety":true}})",
                                booking.specialist, booking.starts_at);
  return fmt::format(
      "POST /v1/bookings HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {}\r\nIdempotency-Key: b{}\r\n"
      "Content-Type: application/json\r\nContent-Length: {}\r\n\r\n{}",
      booking.token, number, body.size(), body);
}

fs::path copy_of(fs::path const& base, char const* name) {
  auto to = base.parent_path() / name;
  fs::remove_all(to);
  fs::copy(base, to, fs::copy_options::recursive);
  return to;
}

Load booking_load(std::uint16_t port, Prepared const& prepared) {
  Load load;
  load.port = port;
  load.connections = connections;
  load.requests = static_cast<std::int64_t>(prepared.bookings.size());
  load.request = [&prepared](std::int64_t number) {
    return booking_request(prepared.bookings[static_cast<std::size_t>(number)], number);
  };
  return load;
}

std::vector<Steps> record(fs::path const& base, Prepared const& prepared) {
  std::vector<Steps> kept;
  Recorder* recorder = nullptr;
  test::TestBusiness business({.seed = 2,
                               .around =
                                   [&](std::unique_ptr<db::Database> real) {
                                     auto made = std::make_unique<Recorder>(std::move(real), kept);
                                     recorder = made.get();
                                     return made;
                                   },
                               .folder = copy_of(base, "recorded")});
  recorder->record(true);
  auto const done = run(booking_load(business.port(), prepared));
  recorder->record(false);
  if (done.good != done.answers)
    throw std::runtime_error(fmt::format("{} of {} bookings were refused", done.answers - done.good, done.answers));
  return kept;
}

void bench_bookings(fs::path const& base, Prepared const& prepared, Table& table) {
  auto const kept = record(base, prepared);
  double rate = 0;
  double group = 1;
  {
    test::TestBusiness business({.seed = 3, .folder = copy_of(base, "timed")});
    auto const before = business.business().database().counters();
    auto const done = run(booking_load(business.port(), prepared));
    auto const after = business.business().database().counters();
    rate = done.per_second();
    group = static_cast<double>(after.writes - before.writes) /
            static_cast<double>(std::max<std::uint64_t>(1, after.commits - before.commits));
  }
  auto const raw_home = copy_of(base, "raw") / "kelisim.db";
  auto const limit = replay_raw(raw_home, kept, static_cast<std::size_t>(std::max(1.0, group + 0.5)));
  table.row("durable bookings over HTTP, 64 connections", fmt::format("{:.0f}/s", rate),
            fmt::format("{:.0f}/s", limit),
            fmt::format("{:.0f} % of the same SQL raw, {:.1f} writes a commit, {} bookings", 100 * rate / limit,
                        group, prepared.bookings.size()));
  test::TestBusiness business({.seed = 4, .folder = copy_of(base, "half")});
  auto load = booking_load(business.port(), prepared);
  load.rate_per_second = rate / 2;
  auto const half = run(load);
  table.row("a booking at half of that load, p50 / p99",
            fmt::format("{:.1f} / {:.1f} ms", half.percentile_ms(0.5), half.percentile_ms(0.99)), "25 ms",
            fmt::format("sent on schedule, {:.0f}/s", rate / 2));
  auto const scans = full_scans(raw_home, kept);
  table.row("statements of a booking that read a table whole", std::to_string(scans.size()), "0",
            scans.empty() ? "EXPLAIN QUERY PLAN" : scans.front());
}

/// nginx with one worker and one file: what this machine gives for an answer of that size.
double nginx_limit(fs::path const& folder, std::string const& body) {
  fs::create_directories(folder / "files");
  std::ofstream(folder / "files/fixed.json") << body;
  std::ofstream(folder / "nginx.conf") << fmt::format(
      "worker_processes 1; pid {0}/nginx.pid; error_log {0}/error.log; daemon on;\n"
      "events {{ worker_connections 512; }}\n"
      "http {{ access_log off; keepalive_requests 100000000; server {{ listen 127.0.0.1:18999; root {0}/files; "
      "default_type "
      "application/json; }} }}\n",
      folder.string());
  auto const command = fmt::format("nginx -c {0}/nginx.conf -p {0} 2>/dev/null", folder.string());
  if (std::system(command.c_str()) != 0) return 0;
  Load load;
  load.port = 18999;
  load.seconds = 4;
  load.request = [](std::int64_t) { return std::string("GET /fixed.json HTTP/1.1\r\nHost: localhost\r\n\r\n"); };
  auto const done = run(load);
  (void)std::system((command + " -s stop").c_str());
  return done.per_second();
}

/// Every visitor asks the same, as after a link in a newsletter; then every one for a window of their own, which is
/// read from the database.
void bench_slots(fs::path const& base, Prepared const& prepared, Table& table) {
  test::TestBusiness business({.seed = 5, .folder = copy_of(base, "slots")});
  auto const same = slots_target(prepared);
  auto const body = test::Visitor(business.port()).get(same).body;
  auto const listings = [&](std::function<std::string(std::int64_t)> const& target) {
    Load load;
    load.port = business.port();
    load.seconds = 4;
    load.request = [&](std::int64_t number) {
      return "GET " + target(number) + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
    };
    return run(load).per_second();
  };
  auto const kept = listings([&](std::int64_t) { return same; });
  auto const read = listings([&](std::int64_t number) { return slots_target(prepared, Duration(number)); });
  auto const limit = nginx_limit(base.parent_path() / "nginx", body);
  for (auto const& [what, rate] :
       {std::pair("slot listings over HTTP, 64 connections, one question", kept),
        std::pair("slot listings over HTTP, 64 connections, each another question", read)}) {
    table.row(
        what, fmt::format("{:.0f}/s", rate), limit > 0 ? fmt::format("{:.0f}/s", limit) : "nginx is missing",
        limit > 0 ? fmt::format("{:.0f} % of nginx serving the same {} bytes", 100 * rate / limit, body.size()) : "");
  }
}

class Silent final : public http::SocketListener {
 public:
  void opened(std::shared_ptr<http::Socket> socket) override { socket_ = std::move(socket); }
  void heard(std::string_view) override {}
  void closed() override { socket_.reset(); }

 private:
  std::shared_ptr<http::Socket> socket_;
};

void bench_sockets(fs::path const& base, Table& table) {
  constexpr int count = 2000;
  fs::create_directories(base.parent_path() / "sockets");
  auto const database = db::open_sqlite({.file = base.parent_path() / "sockets/kelisim.db"});
  http::Routes routes;
  routes.add_socket<Access::anyone>(
      "/v1/idle", "idle",
      [](http::Call&) -> http::Reply<std::shared_ptr<http::SocketListener>> { return std::make_shared<Silent>(); });
  SystemClock const clock;
  http::HttpServer const server({}, routes, *database, clock, nullptr);
  std::vector<int> sockets;
  auto const before = resident_bytes();
  for (int i = 0; i < count; ++i) {
    auto const made = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(server.port());
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(made, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0) break;
    std::string const hello =
        "GET /v1/idle HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
        "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n";
    (void)::send(made, hello.data(), hello.size(), MSG_NOSIGNAL);
    std::array<char, 512> answer{};
    if (::recv(made, answer.data(), answer.size(), 0) < 12 || std::string_view(answer.data() + 9, 3) != "101") break;
    sockets.push_back(made);
  }
  auto const grown = resident_bytes() - before;
  table.row("memory of one idle WebSocket",
            fmt::format("{:.1f} KiB", static_cast<double>(grown) / 1024 /
                                          static_cast<double>(std::max<std::size_t>(1, sockets.size()))),
            "32 KiB", fmt::format("{} open at once", sockets.size()));
  for (auto const one : sockets) ::close(one);
}

}  // namespace
}  // namespace kelisim::bench

int main(int argc, char** argv) {
  if (argc != 2 && !(argc == 3 && std::string_view(argv[2]) == "astro")) {
    fmt::print(stderr, "usage: bench FOLDER [astro]\n");
    return 2;
  }
  spdlog::set_level(spdlog::level::off);
  try {
    std::filesystem::path const base = std::filesystem::path(argv[1]) / "base";
    std::filesystem::create_directories(base);
    kelisim::bench::Table table;
    fmt::print("| what | measured | its limit | |\n| --- | ---: | ---: | --- |\n");
    kelisim::bench::bench_astro(table);
    kelisim::bench::bench_drafts(table);
    if (argc == 3) return 0;
    kelisim::bench::bench_sockets(base,
                                  table);  // first, while the heap holds no freed memory that would be taken again
    auto const prepared = kelisim::bench::prepare(base);
    kelisim::bench::bench_bookings(base, prepared, table);
    kelisim::bench::bench_slots(base, prepared, table);
    return 0;
  } catch (std::exception const& broken) {
    fmt::print(stderr, "bench: {}\n", broken.what());
    return 1;
  }
}
