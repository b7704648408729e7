#include "http/web_socket.h"

#include "kernel/ensure.h"

#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/message.hpp>
#include <boost/beast/websocket/stream.hpp>

#include <spdlog/spdlog.h>

#include <deque>
#include <memory>
#include <mutex>

namespace kelisim::http {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace websocket = beast::websocket;
using beast::error_code;

namespace {

constexpr std::size_t kept_buffer_bytes = 4096;  // an idle socket keeps no more than this for its next message
constexpr int burst_factor = 4;

// Messages per second on the average, a burst at once.
class Allowance {
 public:
  explicit Allowance(int per_second) : per_second_(per_second), left_(burst()) {}
  bool take(Loop::Steady::time_point now) {
    auto const passed = std::chrono::duration_cast<std::chrono::milliseconds>(now - last_).count();
    left_ = std::min<std::int64_t>(burst(), left_ + std::min<std::int64_t>(passed, 60'000) * per_second_);
    last_ = now;
    if (left_ < 1000) return false;
    left_ -= 1000;
    return true;
  }

 private:
  [[nodiscard]] std::int64_t burst() const { return std::int64_t{1000} * burst_factor * per_second_; }
  std::int64_t per_second_;
  std::int64_t left_;  // thousandths of a message
  Loop::Steady::time_point last_ = Loop::Steady::now();
};

}  // namespace

class WebSocket : public std::enable_shared_from_this<WebSocket> {
 public:
  WebSocket(Loop& loop, asio::ip::tcp::socket socket, ConnectionCount count, Dispatcher::Admission admission)
      : loop_(loop),
        count_(std::move(count)),
        stream_(std::move(socket)),
        listener_(std::move(admission.listener)),
        ticket_(std::move(admission.ticket)),
        allowance_(loop.options.limits.socket_messages_per_second) {
    loop_.web_sockets.insert(this);
  }
  WebSocket(WebSocket const&) = delete;
  WebSocket& operator=(WebSocket const&) = delete;
  ~WebSocket() { loop_.web_sockets.erase(this); }

  void open(Request const& request);
  void close(std::uint16_t code, std::string reason);
  void cut();

 private:
  class Handle;
  friend class Handle;

  // Said once what was queued before it is sent, unless the peer reads no more.
  struct GoodBye {
    websocket::close_reason words;
    asio::steady_timer patience;
  };

  void opened();
  void read();
  void received(error_code failure);
  void enqueue(std::string text);
  void write();
  void say_good_bye();
  void ended();
  void fall_silent();
  template <class F>
  void tell(F&& event);

  Loop& loop_;
  ConnectionCount count_;
  websocket::stream<asio::ip::tcp::socket, false> stream_;
  beast::flat_buffer buffer_;
  std::shared_ptr<SocketListener> listener_;
  std::shared_ptr<SocketRegistry::Ticket> ticket_;
  std::shared_ptr<Handle> handle_;
  std::deque<std::string> queue_;
  Allowance allowance_;
  std::unique_ptr<GoodBye> good_bye_;
  bool ended_ = false;
};

// What the listener holds. It may outlive the WebSocket and the server; then it does nothing.
class WebSocket::Handle final : public Socket {
 public:
  Handle(std::shared_ptr<WebSocket> socket, std::size_t queue_bytes_max)
      : socket_(std::move(socket)), queue_bytes_max_(queue_bytes_max) {}

  void send(std::string text) override {
    std::lock_guard const lock(mutex_);
    if (!socket_) return;
    if (queued_bytes_ + text.size() > queue_bytes_max_) {
      return post([](WebSocket& socket) { socket.cut(); });
    }
    queued_bytes_ += text.size();
    post([text = std::move(text)](WebSocket& socket) mutable { socket.enqueue(std::move(text)); });
  }
  void close(std::uint16_t code, std::string_view reason) override {
    std::lock_guard const lock(mutex_);
    if (!socket_) return;
    post([code, reason = std::string(reason)](WebSocket& socket) { socket.close(code, reason); });
  }
  void sent(std::size_t bytes) {
    std::lock_guard const lock(mutex_);
    queued_bytes_ -= bytes;
  }
  void detach() {
    std::shared_ptr<WebSocket> last;  // let go outside the lock
    std::lock_guard const lock(mutex_);
    last.swap(socket_);
  }

 private:
  template <class F>
  void post(F what) {
    asio::post(socket_->stream_.get_executor(),
               [socket = socket_, what = std::move(what)]() mutable { what(*socket); });
  }

  std::mutex mutex_;
  std::shared_ptr<WebSocket> socket_;
  std::size_t queue_bytes_max_;
  std::size_t queued_bytes_ = 0;
};

void WebSocket::open(Request const& request) {
  auto const& limits = loop_.options.limits;
  stream_.set_option(websocket::stream_base::timeout{std::chrono::seconds(limits.header_seconds),
                                                     std::chrono::seconds(limits.idle_seconds), true});
  stream_.read_message_max(limits.socket_message_bytes);
  stream_.auto_fragment(false);
  auto asked =
      std::make_shared<beast::http::request<beast::http::empty_body>>(beast::http::verb::get, request.target, 11);
  for (auto const& [name, value] : request.headers) asked->insert(name, value);
  stream_.async_accept(
      *asked, [self = shared_from_this(), asked](error_code failure) { failure ? self->ended() : self->opened(); });
}

void WebSocket::opened() {
  stream_.text(true);
  handle_ = std::make_shared<Handle>(shared_from_this(), loop_.options.limits.socket_queue_bytes);
  std::weak_ptr<Handle> const handle = handle_;
  bool const valid = ticket_->on_close([handle] {
    if (auto const living = handle.lock()) living->close(websocket::close_code::policy_error, "session_ended");
  });
  tell([&](SocketListener& listener) { listener.opened(handle_); });
  if (!valid) close(websocket::close_code::policy_error, "session_ended");
  if (loop_.stopping) close(websocket::close_code::going_away, "restarting");
  read();
}

template <class F>
void WebSocket::tell(F&& event) {
  auto const listener = listener_;  // it may go while it hears
  if (!listener) return;
  try {
    event(*listener);
  } catch (std::exception const& thrown) {
    spdlog::critical("bug in a WebSocket's listener: an exception of type {}", typeid(thrown).name());
    close(websocket::close_code::internal_error, "internal_error");
  }
}

void WebSocket::read() {
  stream_.async_read(buffer_,
                     [self = shared_from_this()](error_code failure, std::size_t) { self->received(failure); });
}

void WebSocket::received(error_code failure) {
  if (failure) return ended();
  if (!good_bye_) {
    if (!stream_.got_text()) {
      close(websocket::close_code::unknown_data, "text_only");
    } else if (!allowance_.take(Loop::Steady::now())) {
      close(websocket::close_code::policy_error, "too_many_messages");
    } else {
      auto const data = buffer_.cdata();
      std::string_view const text(static_cast<char const*>(data.data()), data.size());
      tell([&](SocketListener& listener) { listener.heard(text); });
    }
  }
  buffer_.consume(buffer_.size());
  if (buffer_.capacity() > kept_buffer_bytes) buffer_.shrink_to_fit();
  read();
}

void WebSocket::enqueue(std::string text) {
  if (ended_ || good_bye_) return;
  queue_.push_back(std::move(text));
  if (queue_.size() == 1) write();
}

void WebSocket::write() {
  stream_.async_write(asio::buffer(queue_.front()),
                      [self = shared_from_this()](error_code failure, std::size_t bytes) {
                        if (failure || self->ended_) return;  // the pending read ends the socket
                        self->handle_->sent(bytes);
                        self->queue_.pop_front();
                        if (!self->queue_.empty()) return self->write();
                        if (self->good_bye_) self->say_good_bye();
                      });
}

void WebSocket::close(std::uint16_t code, std::string reason) {
  if (ended_ || good_bye_) return;
  good_bye_.reset(new GoodBye{.words = {static_cast<websocket::close_code>(code), reason},
                              .patience = asio::steady_timer(stream_.get_executor())});
  if (!handle_) return cut();  // Beast cannot close in the middle of the handshake
  fall_silent();
  good_bye_->patience.expires_after(std::chrono::seconds(loop_.options.limits.header_seconds));
  good_bye_->patience.async_wait([socket = weak_from_this()](error_code cancelled) {
    auto const self = socket.lock();
    if (!cancelled && self) self->cut();
  });
  if (queue_.empty()) say_good_bye();
}

void WebSocket::say_good_bye() {
  stream_.async_close(good_bye_->words, [self = shared_from_this()](error_code) {});
}

void WebSocket::cut() {
  error_code ignored;
  beast::get_lowest_layer(stream_).close(ignored);
}

void WebSocket::ended() {
  if (std::exchange(ended_, true)) return;
  if (good_bye_) good_bye_->patience.cancel();
  cut();
  fall_silent();
}

// The listener's part is over, though a slow peer may yet have to say good-bye.
void WebSocket::fall_silent() {
  auto const listener = std::move(listener_);
  ticket_.reset();
  if (!handle_ || !listener) return;
  handle_->detach();
  try {
    listener->closed();
  } catch (std::exception const& thrown) {
    spdlog::critical("bug in a WebSocket's listener: an exception of type {}", typeid(thrown).name());
  }
}

void open_web_socket(Loop& loop, asio::ip::tcp::socket socket, ConnectionCount count, Request const& request,
                     Dispatcher::Admission admission) {
  std::make_shared<WebSocket>(loop, std::move(socket), std::move(count), std::move(admission))->open(request);
}

void close_web_sockets(Loop& loop, bool at_once) {
  // A closing socket may leave the set.
  std::vector<std::shared_ptr<WebSocket>> all;
  for (auto* const one : loop.web_sockets) all.push_back(one->shared_from_this());
  for (auto const& one : all) at_once ? one->cut() : one->close(websocket::close_code::going_away, "restarting");
}

}  // namespace kelisim::http
