#include "room_visit.h"

#include "http_client.h"

#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>

namespace kelisim::test {
namespace {

constexpr unsigned char text_frame = 0x81;
constexpr unsigned char close_frame = 0x88;
constexpr unsigned char ping_frame = 0x89;

int connect_to(std::uint16_t port) {
  auto const made = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  timeval const patience{.tv_sec = 60, .tv_usec = 0};
  ::setsockopt(made, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  if (::connect(made, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0) return made;
  ::close(made);
  throw NoAnswer("nobody listens on port " + std::to_string(port));
}

}  // namespace

RoomVisit::RoomVisit(std::uint16_t port, std::string const& token, std::string const& booking,
                     std::string const& origin)
    : socket_(connect_to(port)) {
  knock(port, token, "/v1/bookings/" + booking + "/room", origin);
}

RoomVisit::RoomVisit(std::uint16_t port, std::string const& token, GroupId const& event, std::string const& origin)
    : socket_(connect_to(port)) {
  knock(port, token, "/v1/groups/" + event.id + "/room", origin);
}

void RoomVisit::knock(std::uint16_t port, std::string const& token, std::string const& target,
                      std::string const& origin) {
  std::string head = "GET " + target + " HTTP/1.1\r\nHost: 127.0.0.1:" + std::to_string(port) +
                     "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                     "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n";
  if (!token.empty()) head += "Authorization: Bearer " + token + "\r\n";
  if (!origin.empty()) head += "Origin: " + origin + "\r\n";
  head += "\r\n";
  (void)::send(socket_, head.data(), head.size(), MSG_NOSIGNAL);
  std::string answer;
  while (!answer.ends_with("\r\n\r\n")) answer += read(1);
  status_ = std::stoi(answer.substr(9, 3));
}

RoomVisit::~RoomVisit() {
  if (socket_ >= 0) ::close(socket_);
}

std::string RoomVisit::read(std::size_t count) {
  while (waiting_.size() < count) {
    std::array<char, 4096> buffer{};
    auto const got = ::recv(socket_, buffer.data(), buffer.size(), 0);
    if (got <= 0) throw NoAnswer("the room fell silent");
    waiting_.append(buffer.data(), static_cast<std::size_t>(got));
  }
  auto taken = waiting_.substr(0, count);
  waiting_.erase(0, count);
  return taken;
}

std::optional<std::string> RoomVisit::hear() {
  while (true) {
    auto const head = read(2);
    auto const kind = static_cast<unsigned char>(head[0]);
    std::size_t length = static_cast<unsigned char>(head[1]) & 0x7FU;
    if (length == 126) {
      auto const more = read(2);
      length =
          static_cast<std::size_t>(static_cast<unsigned char>(more[0])) << 8U | static_cast<unsigned char>(more[1]);
    }
    auto const payload = read(length);
    if (kind == text_frame) return payload;
    if (kind == ping_frame) continue;
    if (kind == close_frame && length >= 2) {
      close_code_ = static_cast<unsigned char>(payload[0]) << 8 | static_cast<unsigned char>(payload[1]);
    }
    return std::nullopt;
  }
}

std::string RoomVisit::hear_until(std::string_view word) {
  while (auto const text = hear()) {
    if (text->find(word) != std::string::npos) return *text;
  }
  throw NoAnswer("the room closed with " + std::to_string(close_code_) + " before it said " + std::string(word));
}

void RoomVisit::say(std::string_view text) {
  std::string frame{static_cast<char>(text_frame)};
  if (text.size() < 126) {
    frame += static_cast<char>(0x80U | text.size());
  } else {
    frame += static_cast<char>(0xFEU);
    frame += static_cast<char>(text.size() >> 8U & 0xFFU);
    frame += static_cast<char>(text.size() & 0xFFU);
  }
  frame.append(4, '\0');  // a mask of zeros leaves the text as it is
  frame += text;
  (void)::send(socket_, frame.data(), frame.size(), MSG_NOSIGNAL);
}

void RoomVisit::leave() {
  say(R"({"type":"leave"})");
  try {
    while (hear()) continue;
  } catch (NoAnswer const&) {
    if (close_code_ == 0) return;  // closed without a frame: gone all the same
  }
}

}  // namespace kelisim::test
