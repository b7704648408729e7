#include "platform/http/server.h"

#include "http/connection.h"
#include "http/problem.h"
#include "http/response_head.h"
#include "http/web_socket.h"
#include "kernel/ensure.h"

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>

#include <spdlog/spdlog.h>

#include <thread>

#include <sys/resource.h>
#include <sys/socket.h>

namespace kelisim::http {

namespace asio = boost::asio;
using asio::ip::tcp;
using boost::system::error_code;

namespace {

constexpr auto sweep_period = std::chrono::milliseconds(500);
constexpr auto stopping_period = std::chrono::milliseconds(10);
constexpr auto stopping_grace = std::chrono::seconds(3);
constexpr auto accept_pause = std::chrono::milliseconds(100);  // after an error such as too many open files

// Each connection is an open file; what the system's hard limit allows is taken.
void allow_open_files(std::size_t connections) {
  static constexpr rlim_t others = 512;  // databases, files, outgoing calls
  rlimit files{};
  if (getrlimit(RLIMIT_NOFILE, &files) != 0) return;
  auto const wanted = static_cast<rlim_t>(connections) + others;
  if (files.rlim_cur >= wanted) return;
  files.rlim_cur = std::min(wanted, files.rlim_max);
  setrlimit(RLIMIT_NOFILE, &files);
  if (files.rlim_cur < connections)
    spdlog::warn("open files are limited to {}: fewer connections fit", files.rlim_cur);
}

// One thread: its listening socket, its connections and the sweep over their deadlines.
class Worker {
 public:
  Worker(ServerOptions const& options, Dispatcher& dispatcher, std::atomic<std::size_t>& connections,
         tcp::endpoint const& endpoint)
      : loop_{.options = options, .dispatcher = dispatcher, .connections = connections} {
    acceptor_.open(endpoint.protocol());
    acceptor_.set_option(tcp::acceptor::reuse_address(true));
    using ReusePort = asio::detail::socket_option::boolean<SOL_SOCKET, SO_REUSEPORT>;
    if (options.threads > 1) acceptor_.set_option(ReusePort(true));
    acceptor_.bind(endpoint);
    acceptor_.listen(1024);
  }

  [[nodiscard]] std::uint16_t port() const { return acceptor_.local_endpoint().port(); }

  void start() {
    accept();
    sweep();
    thread_ = std::thread([this] { run(); });
  }

  void stop() {
    asio::post(io_, [this] {
      error_code ignored;
      acceptor_.close(ignored);
      loop_.stopping = true;
      stopping_since_ = Loop::Steady::now();
      for (auto* const one : loop_.open) one->stop();
      close_web_sockets(loop_, false);
      timer_.cancel();
    });
  }
  void join() {
    if (thread_.joinable()) thread_.join();
  }

 private:
  // A bug in one connection's work ends that connection, not the thread.
  void run() {
    for (;;) {
      try {
        io_.run();
        return;
      } catch (std::exception const& thrown) {
        spdlog::critical("bug on an I/O thread: an exception of type {}", typeid(thrown).name());
      }
    }
  }

  void accept() {
    acceptor_.async_accept([this](error_code failure, tcp::socket socket) {
      if (loop_.stopping) return;
      if (failure) return pause();
      if (loop_.connections.load() >= loop_.options.limits.connections) {
        turn_away(socket);
      } else {
        std::make_shared<Connection>(loop_, std::move(socket))->start();
      }
      accept();
    });
  }

  void pause() {
    pause_.expires_after(accept_pause);
    pause_.async_wait([this](error_code) {
      if (!loop_.stopping) accept();
    });
  }

  void turn_away(tcp::socket& socket) {
    auto const response = to_response({.status = 503, .code = "too_many_connections", .retry_after_seconds = 5});
    auto const text = response_head(response, false, loop_.date_now()) + response.body;
    error_code ignored;
    socket.non_blocking(true, ignored);
    socket.write_some(asio::buffer(text), ignored);
  }

  void sweep() {
    timer_.expires_after(loop_.stopping ? Loop::Steady::duration(stopping_period) : sweep_period);
    timer_.async_wait([this](error_code) {
      auto const now = Loop::Steady::now();
      for (auto* const one : loop_.open) one->check(now);
      if (loop_.stopping) {
        if (loop_.open.empty() && loop_.web_sockets.empty()) return pause_.cancel(), void();
        if (now - stopping_since_ > stopping_grace) {
          for (auto* const one : loop_.open) one->cut_off();
          close_web_sockets(loop_, true);
        }
      }
      sweep();
    });
  }

  Loop loop_;
  asio::io_context io_{1};
  tcp::acceptor acceptor_{io_};
  asio::steady_timer timer_{io_};
  asio::steady_timer pause_{io_};
  Loop::Steady::time_point stopping_since_;
  std::thread thread_;
};

}  // namespace

class HttpServer::Impl {
 public:
  Impl(ServerOptions options, Routes const& routes, db::Database& database, Clock const& clock,
       Authenticator* authenticator)
      : options_(std::move(options)), dispatcher_(options_, routes, database, clock, authenticator) {
    ENSURE(options_.threads >= 1 && !options_.languages.empty());
    allow_open_files(options_.limits.connections);
    try {
      tcp::endpoint endpoint(asio::ip::make_address(options_.address), options_.port);
      for (int i = 0; i < options_.threads; ++i) {
        workers_.push_back(std::make_unique<Worker>(options_, dispatcher_, connections_, endpoint));
        endpoint.port(workers_.front()->port());
      }
    } catch (boost::system::system_error const& failure) {
      throw Fault(Fault::Retry::no, "cannot listen on " + options_.address + ":" + std::to_string(options_.port) +
                                        ": " + failure.code().message());
    }
    for (auto const& worker : workers_) worker->start();
  }

  ~Impl() {
    for (auto const& worker : workers_) worker->stop();
    for (auto const& worker : workers_) worker->join();
    dispatcher_.wait_until_idle();
  }

  Impl(Impl const&) = delete;
  Impl& operator=(Impl const&) = delete;

  [[nodiscard]] std::uint16_t port() const { return workers_.front()->port(); }
  void close_sockets_of(std::string_view session) { dispatcher_.sockets().close_sockets_of(session); }

 private:
  ServerOptions options_;
  std::atomic<std::size_t> connections_{0};
  Dispatcher dispatcher_;
  std::vector<std::unique_ptr<Worker>> workers_;
};

HttpServer::HttpServer(ServerOptions options, Routes const& routes, db::Database& database, Clock const& clock,
                       Authenticator* authenticator)
    : impl_(std::make_unique<Impl>(std::move(options), routes, database, clock, authenticator)) {}

HttpServer::~HttpServer() = default;

std::uint16_t HttpServer::port() const noexcept { return impl_->port(); }

void HttpServer::close_sockets_of(std::string_view session) { impl_->close_sockets_of(session); }

}  // namespace kelisim::http
