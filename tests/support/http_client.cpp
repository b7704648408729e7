#include "http_client.h"

#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>
#include <boost/json/parse.hpp>

#include <array>
#include <cerrno>
#include <charconv>

namespace kelisim::test {
namespace {

std::string lower(std::string_view text) {
  std::string made(text);
  for (auto& letter : made) {
    if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
  }
  return made;
}

std::string_view trim(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\r')) text.remove_suffix(1);
  return text;
}

std::size_t number(std::string_view text, int base) {
  std::size_t value = 0;
  auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), value, base);
  if (error != std::errc{} || end == text.data()) throw NoAnswer("a length that is no number");
  return value;
}

}  // namespace

std::string Answer::header(std::string const& name) const {
  auto const found = headers.find(name);
  return found == headers.end() ? std::string() : found->second;
}

boost::json::value Answer::json() const {
  boost::system::error_code broken;
  auto value = boost::json::parse(body, broken);
  if (broken)
    throw NoAnswer("status " + std::to_string(status) + " with a body that is no JSON: " + body.substr(0, 200));
  return value;
}

HttpClient::HttpClient(HttpClient&& other) noexcept
    : port_(other.port_), socket_(std::exchange(other.socket_, -1)), waiting_(std::move(other.waiting_)) {}

HttpClient& HttpClient::operator=(HttpClient&& other) noexcept {
  std::swap(port_, other.port_);
  std::swap(socket_, other.socket_);
  std::swap(waiting_, other.waiting_);
  return *this;
}

HttpClient::~HttpClient() { close(); }

void HttpClient::close() {
  if (socket_ >= 0) ::close(socket_);
  socket_ = -1;
  waiting_.clear();
}

void HttpClient::open() {
  socket_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  timeval const patience{.tv_sec = 60, .tv_usec = 0};
  int const on = 1;
  ::setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
  ::setsockopt(socket_, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port_);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  if (::connect(socket_, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0) {
    close();
    throw NoAnswer("nobody listens on port " + std::to_string(port_));
  }
}

void HttpClient::write(std::string_view bytes) {
  while (!bytes.empty()) {
    auto const sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (sent <= 0) throw NoAnswer("the connection was closed while a request was sent");
    bytes.remove_prefix(static_cast<std::size_t>(sent));
  }
}

bool HttpClient::fill() {
  std::array<char, 16384> buffer{};
  auto got = ::recv(socket_, buffer.data(), buffer.size(), 0);
  while (got < 0 && errno == EINTR) got = ::recv(socket_, buffer.data(), buffer.size(), 0);
  if (got < 0) throw NoAnswer("no answer in time");
  waiting_.append(buffer.data(), static_cast<std::size_t>(got));
  return got > 0;
}

std::string HttpClient::take_line() {
  auto end = waiting_.find('\n');
  while (end == std::string::npos) {
    if (!fill()) throw NoAnswer("closed in the middle of an answer");
    end = waiting_.find('\n');
  }
  std::string line(trim(std::string_view(waiting_).substr(0, end)));
  waiting_.erase(0, end + 1);
  return line;
}

void HttpClient::take(std::size_t count, std::string& into) {
  while (waiting_.size() < count) {
    if (!fill()) throw NoAnswer("closed in the middle of a body");
  }
  into.append(waiting_, 0, count);
  waiting_.erase(0, count);
}

Answer HttpClient::read_answer(bool head_only) {
  Answer answer;
  auto const status_line = take_line();
  if (!status_line.starts_with("HTTP/1.1 ") || status_line.size() < 12)
    throw NoAnswer("no status line: " + status_line);
  answer.status = static_cast<int>(number(std::string_view(status_line).substr(9, 3), 10));
  for (auto line = take_line(); !line.empty(); line = take_line()) {
    auto const colon = line.find(':');
    if (colon == std::string::npos) throw NoAnswer("a header without a colon: " + line);
    auto& value = answer.headers[lower(std::string_view(line).substr(0, colon))];
    if (!value.empty()) value += '\n';
    value += trim(std::string_view(line).substr(colon + 1));
  }
  auto const has_body = !head_only && answer.status != 204 && answer.status != 304 && answer.status >= 200;
  if (has_body && lower(answer.header("transfer-encoding")) == "chunked") {
    for (auto size = number(take_line(), 16); size != 0; size = number(take_line(), 16)) {
      take(size, answer.body);
      (void)take_line();
    }
    (void)take_line();
  } else if (has_body && answer.headers.contains("content-length")) {
    take(number(answer.header("content-length"), 10), answer.body);
  } else if (has_body) {
    while (fill()) continue;
    answer.body = std::exchange(waiting_, {});
    close();
  }
  if (lower(answer.header("connection")) == "close") close();
  return answer;
}

Answer HttpClient::send(Request const& request) {
  std::string head =
      request.method + " " + request.target + " HTTP/1.1\r\nHost: 127.0.0.1:" + std::to_string(port_) + "\r\n";
  for (auto const& [name, value] : request.headers) head += name + ": " + value + "\r\n";
  if (!request.body.empty() || request.method == "POST" || request.method == "PUT") {
    head += "Content-Length: " + std::to_string(request.body.size()) + "\r\n";
  }
  head += "\r\n";
  if (socket_ >= 0) {  // closed by the other side in the meantime?
    char peek = 0;
    auto const seen = ::recv(socket_, &peek, 1, MSG_PEEK | MSG_DONTWAIT);
    if (seen == 0) close();
  }
  if (socket_ < 0) open();
  try {
    write(head + request.body);
    return read_answer(request.method == "HEAD");
  } catch (NoAnswer const&) {
    close();
    throw;
  }
}

Answer HttpClient::send_raw(std::string_view bytes) {
  if (socket_ < 0) open();
  try {
    write(bytes);
    return read_answer(false);
  } catch (NoAnswer const&) {
    close();
    throw;
  }
}

}  // namespace kelisim::test
