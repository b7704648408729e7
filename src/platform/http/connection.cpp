#include "http/connection.h"

#include "http/problem.h"
#include "http/response_head.h"
#include "http/web_socket.h"
#include "platform/clock.h"

#include <boost/asio/dispatch.hpp>
#include <boost/asio/write.hpp>

#include <array>

namespace kelisim::http {

namespace asio = boost::asio;
using boost::system::error_code;

namespace {

constexpr std::size_t buffer_bytes = 4096;
constexpr std::size_t drained_bytes_max = 1024 * 1024;
constexpr int drain_seconds = 2;
constexpr std::size_t joined_bytes_max = 8192;  // a body up to this travels in one piece with its head

constexpr std::string_view go_on = "HTTP/1.1 100 Continue\r\n\r\n";

}  // namespace

std::string_view Loop::date_now() {
  auto const second = SystemClock().now().micros / 1'000'000;
  if (second != date_second) {
    date = imf_fixdate(second);
    date_second = second;
  }
  return date;
}

Connection::Connection(Loop& loop, asio::ip::tcp::socket socket)
    : loop_(loop), socket_(std::move(socket)), count_(loop.connections), reader_(loop.options.limits) {
  error_code failure;
  auto const peer = socket_.remote_endpoint(failure);
  if (!failure) peer_ = peer.address().to_string();
  socket_.set_option(asio::ip::tcp::no_delay(true), failure);
  loop_.open.insert(this);
}

Connection::~Connection() { loop_.open.erase(this); }

void Connection::start() {
  expect_within(loop_.options.limits.header_seconds);
  proceed();
}

void Connection::expect_within(int seconds) { deadline_ = Loop::Steady::now() + std::chrono::seconds(seconds); }

void Connection::proceed() {
  for (;;) {
    auto const before = reader_.state();
    auto const used = reader_.feed(std::string_view(in_).substr(begin_, end_ - begin_));
    begin_ += used;
    auto const now = reader_.state();
    if (before == RequestReader::State::empty && now != before) {
      step_ = Step::reading;
      expect_within(loop_.options.limits.header_seconds);
    }
    if (before != now && now == RequestReader::State::body) expect_within(loop_.options.limits.body_seconds);
    if (now == RequestReader::State::done) return take_request();
    if (now == RequestReader::State::refused) {
      keep_alive_ = false;
      return answer(reader_.refusal());
    }
    if (used == 0) break;
  }
  if (reader_.state() == RequestReader::State::body && reader_.take_expectation()) {
    error_code failure;  // a line this short goes into the send buffer at once, or the peer is of no use
    asio::write(socket_, asio::buffer(go_on), failure);
    if (failure) return close();
  }
  if (step_ == Step::idle && loop_.stopping) return close();
  read_more();
}

void Connection::read_more() {
  if (begin_ == end_) {
    begin_ = end_ = 0;
    if (in_.size() > 4 * buffer_bytes) std::string().swap(in_);
  } else if (begin_ > 0) {
    in_.erase(0, begin_);
    end_ -= begin_;
    begin_ = 0;
  }
  if (in_.size() - end_ < buffer_bytes / 2) in_.resize(end_ + buffer_bytes);
  socket_.async_read_some(asio::buffer(in_.data() + end_, in_.size() - end_),
                          [self = shared_from_this()](error_code failure, std::size_t bytes) {
                            failure ? self->close() : self->received(bytes);
                          });
}

void Connection::received(std::size_t bytes) {
  if (step_ == Step::draining) {
    drained_ += bytes;
    begin_ = end_ = 0;
    return drained_ > drained_bytes_max ? close() : read_more();
  }
  end_ += bytes;
  proceed();
}

void Connection::take_request() {
  auto request = reader_.take();
  request.peer = peer_;
  keep_alive_ = request.keep_alive && !loop_.stopping;
  step_ = Step::handling;
  if (request.wants_socket()) return hand_over_socket(std::move(request));
  // The answer may come from a database thread; what it belongs to, its end included, stays on the connection's own.
  loop_.dispatcher.dispatch(std::move(request), [self = shared_from_this()](Response response) mutable {
    auto const executor = self->socket_.get_executor();
    asio::dispatch(executor, [self = std::move(self), response = std::move(response)]() mutable {
      self->answer(std::move(response));
    });
  });
}

void Connection::hand_over_socket(Request request) {
  using Result = Result<Dispatcher::Admission, Response>;
  loop_.dispatcher.admit(std::move(request), [self = shared_from_this()](Result result, Request asked) mutable {
    auto const executor = self->socket_.get_executor();
    asio::dispatch(
        executor, [self = std::move(self), result = std::move(result), asked = std::move(asked)]() mutable {
          result ? self->become_socket(std::move(*result), asked) : self->answer(std::move(result.error()));
        });
  });
}

void Connection::become_socket(Dispatcher::Admission admission, Request const& request) {
  if (begin_ != end_ || loop_.stopping) {  // a client awaits the handshake before it speaks
    keep_alive_ = false;
    return answer(http::refuse(400, "bad_handshake"));
  }
  open_web_socket(loop_, std::move(socket_), std::move(count_), request, std::move(admission));
}

void Connection::answer(Response response) {
  response_ = std::move(response);
  keep_alive_ = keep_alive_ && !response_.close && !loop_.stopping;
  head_ = response_head(response_, keep_alive_, loop_.date_now());
  step_ = Step::writing;
  expect_within(loop_.options.limits.idle_seconds);
  auto content = response_.without_body ? std::string_view() : response_.content();
  if (content.size() <= joined_bytes_max) {
    head_ += content;
    content = {};
  }
  std::array<asio::const_buffer, 2> const buffers{asio::buffer(head_), asio::buffer(content)};
  asio::async_write(socket_, buffers, [self = shared_from_this()](error_code failure, std::size_t) {
    failure ? self->close() : self->written();
  });
}

void Connection::written() {
  response_ = {};
  if (!keep_alive_) return drain();
  step_ = Step::idle;
  expect_within(loop_.options.limits.idle_seconds);
  proceed();
}

// Closing while the peer still sends would destroy the answer on its way (RST), so what comes is read and dropped for
// a moment.
void Connection::drain() {
  linger();
  begin_ = end_ = 0;
  read_more();
}

void Connection::linger() {
  error_code ignored;
  socket_.shutdown(asio::ip::tcp::socket::shutdown_send, ignored);
  step_ = Step::draining;
  expect_within(drain_seconds);
}

void Connection::check(Loop::Steady::time_point now) {
  if (now < deadline_ || step_ == Step::handling) return;
  if (step_ == Step::reading) {
    error_code ignored;
    auto response = http::refuse(408, "request_timeout");
    response.close = true;
    auto const text = response_head(response, false, loop_.date_now()) + response.body;
    socket_.non_blocking(true, ignored);
    socket_.write_some(asio::buffer(text), ignored);
    return linger();  // the pending read goes on, now to drop what comes
  }
  close();
}

void Connection::stop() {
  if (step_ == Step::idle || step_ == Step::reading || step_ == Step::draining) close();
  keep_alive_ = false;
}

void Connection::cut_off() {
  if (step_ != Step::handling) close();
}

void Connection::close() {
  error_code ignored;
  socket_.close(ignored);
}

}  // namespace kelisim::http
