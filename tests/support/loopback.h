#pragma once

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace kelisim::test {

/// One answer as it came. Header names are lower-case; of a repeated header the last value stands.
struct WireResponse {
  int status = 0;
  std::map<std::string, std::string> headers = {};
  std::string body = {};

  [[nodiscard]] std::string header(std::string const& name) const {
    auto const found = headers.find(name);
    return found == headers.end() ? std::string() : found->second;
  }
  /// `code` of a problem, or empty.
  [[nodiscard]] std::string code() const {
    static constexpr std::string_view key = "\"code\":\"";
    auto const from = body.find(key);
    if (from == std::string::npos) return {};
    return body.substr(from + key.size(), body.find('"', from + key.size()) - from - key.size());
  }
};

/// A TCP client that says exactly what a test tells it to. Waits at most a minute for anything: what is to come comes
/// long before, and a busy machine fails nothing.
class Loopback {
 public:
  explicit Loopback(std::uint16_t port) : fd_(::socket(AF_INET, SOCK_STREAM, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (fd_ < 0 || ::connect(fd_, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0) {
      throw std::runtime_error("cannot connect to the server under test");
    }
  }
  Loopback(Loopback const&) = delete;
  Loopback& operator=(Loopback const&) = delete;
  ~Loopback() { ::close(fd_); }

  /// False when the other end has gone.
  bool send(std::string_view bytes) {
    while (!bytes.empty()) {
      auto const sent = ::send(fd_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
      if (sent <= 0) return false;
      bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
  }

  /// The next answer; nothing when the connection ended or nothing whole came.
  std::optional<WireResponse> receive(bool without_body = false) {
    std::size_t end = 0;
    while ((end = in_.find("\r\n\r\n")) == std::string::npos) {
      if (!more()) return std::nullopt;
    }
    auto response = parse_head(in_.substr(0, end));
    in_.erase(0, end + 4);
    auto const length = without_body ? 0U : std::stoul("0" + response.header("content-length"));
    while (in_.size() < length) {
      if (!more()) return std::nullopt;
    }
    response.body = in_.substr(0, length);
    in_.erase(0, length);
    return response;
  }

  /// The next `count` bytes, whatever they are; fewer when the connection ended.
  std::string receive_bytes(std::size_t count) {
    while (in_.size() < count && more()) {
    }
    auto bytes = in_.substr(0, count);
    in_.erase(0, bytes.size());
    return bytes;
  }

  /// Whether anything waits to be received, the end included.
  [[nodiscard]] bool has_heard() const { return !in_.empty() || ready_within(0); }
  /// Whether the other end closes; what it says before is kept.
  bool closes() {
    while (more()) {
    }
    return ended_;
  }

 private:
  static WireResponse parse_head(std::string_view head) {
    WireResponse response;
    response.status = std::stoi(std::string(head.substr(9, 3)));
    for (auto at = head.find("\r\n"); at != std::string_view::npos; at = head.find("\r\n")) {
      head.remove_prefix(at + 2);
      auto const line = head.substr(0, head.find("\r\n"));
      auto const colon = line.find(": ");
      std::string name(line.substr(0, colon));
      std::ranges::transform(name, name.begin(),
                             [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
      response.headers[name] = line.substr(colon + 2);
    }
    return response;
  }

  [[nodiscard]] bool ready_within(int milliseconds) const {
    pollfd waiting{.fd = fd_, .events = POLLIN, .revents = 0};
    return ::poll(&waiting, 1, milliseconds) == 1;
  }
  bool more() {
    constexpr int patience_milliseconds = 60'000;
    if (!ready_within(patience_milliseconds)) return false;
    std::array<char, 16384> buffer;
    auto const got = ::recv(fd_, buffer.data(), buffer.size(), 0);
    if (got <= 0) {
      ended_ = true;
      return false;
    }
    in_.append(buffer.data(), static_cast<std::size_t>(got));
    return true;
  }

  int fd_;
  std::string in_;
  bool ended_ = false;
};

/// One request written out and its answer, on a connection of its own.
struct WireRequest {
  std::string method = "GET";
  std::string target = "/";
  std::map<std::string, std::string> headers = {};
  std::string body = {};

  [[nodiscard]] std::string text() const {
    auto written = method + " " + target + " HTTP/1.1\r\nHost: localhost\r\n";
    for (auto const& [name, value] : headers) written += name + ": " + value + "\r\n";
    bool const tells_type = headers.contains("Content-Type");
    if (!body.empty() && !tells_type) written += "Content-Type: application/json\r\n";
    if (!body.empty()) written += "Content-Length: " + std::to_string(body.size()) + "\r\n";
    return written + "\r\n" + body;
  }
};

inline WireResponse ask(std::uint16_t port, WireRequest const& request) {
  Loopback connection(port);
  connection.send(request.text());
  return connection.receive(request.method == "HEAD").value_or(WireResponse{});
}

}  // namespace kelisim::test
