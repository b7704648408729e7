#pragma once

#include "http/dispatcher.h"
#include "http/request_reader.h"

#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>

#include <atomic>
#include <chrono>
#include <string>
#include <unordered_set>

namespace kelisim::http {

class Connection;
class WebSocket;

/// What the connections of one I/O thread share. Used by that thread only, but for what is atomic.
struct Loop {
  using Steady = std::chrono::steady_clock;

  ServerOptions const& options;
  Dispatcher& dispatcher;
  std::atomic<std::size_t>& connections;  ///< of all threads, WebSockets too
  std::unordered_set<Connection*> open = {};
  std::unordered_set<WebSocket*> web_sockets = {};
  bool stopping = false;
  std::string date = {};  ///< IMF-fixdate of `date_second`
  std::int64_t date_second = 0;

  [[nodiscard]] std::string_view date_now();
};

/// Counts one connection while it lives.
class ConnectionCount {
 public:
  explicit ConnectionCount(std::atomic<std::size_t>& count) : count_(&count) { ++count; }
  ConnectionCount(ConnectionCount&& other) noexcept : count_(std::exchange(other.count_, nullptr)) {}
  ConnectionCount& operator=(ConnectionCount&&) = delete;
  ~ConnectionCount() {
    if (count_ != nullptr) --*count_;
  }

 private:
  std::atomic<std::size_t>* count_;
};

/// One TCP connection that speaks HTTP/1.1, one request at a time; what a client pipelines waits in the buffer. A
/// step that outlasts its deadline is cut off by the loop's sweep.
class Connection : public std::enable_shared_from_this<Connection> {
 public:
  Connection(Loop& loop, boost::asio::ip::tcp::socket socket);
  ~Connection();

  void start();
  /// From the sweep: says 408 or just ends it when its time is over.
  void check(Loop::Steady::time_point now);
  /// Ends it after the answer that is under way, if one is.
  void stop();
  /// Ends it now, unless a handler still runs for it.
  void cut_off();

 private:
  enum class Step : std::uint8_t { idle, reading, handling, writing, draining };

  void proceed();
  void read_more();
  void received(std::size_t bytes);
  void take_request();
  void hand_over_socket(Request request);
  void become_socket(Dispatcher::Admission admission, Request const& request);
  void answer(Response response);
  void written();
  void drain();
  void linger();
  void close();
  void expect_within(int seconds);

  Loop& loop_;
  boost::asio::ip::tcp::socket socket_;
  ConnectionCount count_;
  std::string peer_;
  RequestReader reader_;
  std::string in_;  ///< received; [begin_, end_) is not yet read
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
  std::string head_;  ///< on its way out
  Response response_;
  Step step_ = Step::idle;
  bool keep_alive_ = true;
  std::size_t drained_ = 0;
  Loop::Steady::time_point deadline_;
};

}  // namespace kelisim::http
