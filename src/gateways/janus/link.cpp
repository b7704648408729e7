#include "janus/link.h"

#include "janus/requests.h"
#include "janus/tokens.h"
#include "platform/json/parse.h"

#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/core/buffers_to_string.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/websocket/stream.hpp>
#include <boost/json/serialize.hpp>

#include <deque>

namespace kelisim::gateways::janus {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace json = boost::json;
using beast::error_code;
using tcp = asio::ip::tcp;

namespace {

constexpr std::size_t answer_bytes_max = 1024 * 1024;  // a list of some thousand rooms
constexpr std::size_t queued_max = 4096;  // requests that wait for the engine to read: more, and it is stuck
constexpr int keepalive_ticks = 15;       // Janus forgets a session that says nothing for 60 s
constexpr int connecting_ticks_max = 5;
constexpr int silent_ticks_max = 35;  // two keepalives without an answer
constexpr int answer_ticks_max = 20;
constexpr Duration token_life = std::chrono::seconds(60);

std::string_view word(json::object const& object, std::string_view name) {
  auto const* value = object.if_contains(name);
  return value != nullptr && value->is_string() ? std::string_view(value->get_string()) : std::string_view();
}

}  // namespace

// One WebSocket. Outlives its link only in handlers that then do nothing.
class Link::Connection : public std::enable_shared_from_this<Connection> {
 public:
  Connection(asio::io_context& context, Link& link) : stream_(context), link_(&link) {}

  void open(JanusSettings const& settings) {
    error_code bad;
    tcp::endpoint const engine(asio::ip::make_address(settings.host, bad), settings.port);
    host_ = settings.host;
    stream_.next_layer().async_connect(engine, [self = shared_from_this()](error_code failed) {
      if (self->link_ == nullptr) return;
      failed ? self->link_->drop() : self->shake_hands();
    });
  }

  void forget() {
    link_ = nullptr;
    error_code ignored;
    stream_.next_layer().close(ignored);
  }

  void send(std::string text) {
    queue_.push_back(std::move(text));
    if (queue_.size() > queued_max) return link_->drop();
    if (open_ && queue_.size() == 1) write();
  }

 private:
  void shake_hands() {
    stream_.next_layer().set_option(tcp::no_delay(true));
    stream_.read_message_max(answer_bytes_max);
    stream_.set_option(beast::websocket::stream_base::decorator([](beast::websocket::request_type& request) {
      request.set(beast::http::field::sec_websocket_protocol, "janus-protocol");
    }));
    stream_.async_handshake(host_, "/", [self = shared_from_this()](error_code failed) {
      if (self->link_ == nullptr) return;
      if (failed) return self->link_->drop();
      self->open_ = true;
      self->stream_.text(true);
      self->read();
      if (!self->queue_.empty()) self->write();
      self->link_->connected();
    });
  }

  void read() {
    stream_.async_read(buffer_, [self = shared_from_this()](error_code failed, std::size_t) {
      if (self->link_ == nullptr) return;
      if (failed) return self->link_->drop();
      auto const text = beast::buffers_to_string(self->buffer_.data());
      self->buffer_.consume(self->buffer_.size());
      self->link_->heard(text);
      if (self->link_ != nullptr) self->read();
    });
  }

  void write() {
    stream_.async_write(asio::buffer(queue_.front()), [self = shared_from_this()](error_code failed, std::size_t) {
      if (self->link_ == nullptr) return;
      if (failed) return self->link_->drop();
      self->queue_.pop_front();
      if (!self->queue_.empty()) self->write();
    });
  }

  beast::websocket::stream<tcp::socket, false> stream_;
  Link* link_;
  std::string host_;
  beast::flat_buffer buffer_;
  std::deque<std::string> queue_;
  bool open_ = false;
};

Link::Link(asio::io_context& context, JanusSettings settings, Clock const& clock, Hooks hooks)
    : context_(context), settings_(std::move(settings)), clock_(clock), hooks_(std::move(hooks)) {}

Link::~Link() {
  if (connection_) connection_->forget();
}

void Link::tick() {
  ++ticks_;
  if (!connection_) {
    heard_at_tick_ = ticks_;
    connection_ = std::make_shared<Connection>(context_, *this);
    return connection_->open(settings_);
  }
  auto const silent = ticks_ - heard_at_tick_;
  if (silent > (session_ ? silent_ticks_max : connecting_ticks_max)) return drop();
  std::vector<std::string> late;
  for (auto const& [transaction, asked] : asked_) {
    if (ticks_ - asked.at_tick > answer_ticks_max) late.push_back(transaction);
  }
  for (auto const& transaction : late) settle(transaction, nullptr);
  if (session_ && ticks_ % keepalive_ticks == 0) ask({{"janus", "keepalive"}}, {});
}

void Link::connected() {
  send({{"janus", "create"}}, [this](json::object const* answer) {
    auto const session = answer == nullptr ? std::nullopt : read_handle(*answer);
    if (!session) return drop();
    session_ = session;
    hooks_.changed(true);
  });
}

void Link::ask(json::object request, Answered answered) {
  if (!session_) {
    if (answered) answered(nullptr);
    return;
  }
  request["session_id"] = *session_;
  send(std::move(request), std::move(answered));
}

void Link::send(json::object request, Answered answered) {
  auto transaction = std::to_string(++last_transaction_);
  request["transaction"] = transaction;
  request["token"] = api_token();
  if (answered) asked_.emplace(std::move(transaction), Asked{std::move(answered), ticks_});
  connection_->send(json::serialize(request));
}

std::string Link::api_token() const {
  std::array const descriptors{std::string(plugin)};
  return signed_token(settings_.secret, "janus", descriptors, clock_.now() + token_life);
}

void Link::heard(std::string_view text) {
  heard_at_tick_ = ticks_;
  auto const parsed = kelisim::json::parse(text);
  if (!parsed || !parsed->is_object()) return drop();
  auto const& answer = parsed->get_object();
  if (word(answer, "janus") == "ack") return;  // of a keepalive, or of what is answered by an event later
  auto const transaction = std::string(word(answer, "transaction"));
  if (asked_.contains(transaction)) return settle(transaction, &answer);
  if (word(answer, "janus") == "timeout") return drop();
  hooks_.happened(answer);
}

void Link::settle(std::string const& transaction, json::object const* answer) {
  auto const found = asked_.find(transaction);
  if (found == asked_.end()) return;
  auto const answered = std::move(found->second.answered);
  asked_.erase(found);
  answered(answer);
}

void Link::drop() {
  if (!connection_) return;
  std::exchange(connection_, nullptr)->forget();
  auto const was_up = std::exchange(session_, std::nullopt).has_value();
  for (auto& [transaction, asked] : std::exchange(asked_, {})) asked.answered(nullptr);
  if (was_up) hooks_.changed(false);
}

}  // namespace kelisim::gateways::janus
