#pragma once

#include "loopback.h"

namespace kelisim::test {

/// One frame of a WebSocket (RFC 6455), never fragmented.
struct Frame {
  int opcode = 0;  ///< 1 text, 2 binary, 8 close, 9 ping, 10 pong
  std::string payload = {};
  [[nodiscard]] int close_code() const {
    if (opcode != 8 || payload.size() < 2) return 0;
    return static_cast<unsigned char>(payload[0]) * 256 + static_cast<unsigned char>(payload[1]);
  }
};

/// The client's side of a WebSocket, spoken by hand. Does not answer pings by itself.
class WebSocketClient {
 public:
  WebSocketClient(std::uint16_t port, std::string const& target, std::map<std::string, std::string> headers = {})
      : connection_(port) {
    headers.merge(std::map<std::string, std::string>{{"Upgrade", "websocket"},
                                                     {"Connection", "Upgrade"},
                                                     {"Sec-WebSocket-Version", "13"},
                                                     {"Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ=="}});
    connection_.send(WireRequest{.target = target, .headers = std::move(headers)}.text());
    answer_ = connection_.receive().value_or(WireResponse{});
  }

  [[nodiscard]] WireResponse const& answer() const { return answer_; }

  bool send(std::string_view payload, int opcode = 1) {
    std::string frame(1, static_cast<char>(0x80 | opcode));
    auto const size = payload.size();
    if (size < 126) {
      frame += static_cast<char>(0x80 | size);
    } else {
      int const bytes = size < 65536 ? 2 : 8;
      frame += static_cast<char>(bytes == 2 ? 0xFE : 0xFF);
      for (int i = bytes; i-- > 0;) frame += static_cast<char>(size >> (8 * i) & 0xFF);
    }
    return connection_.send(frame + std::string(4, '\0') + std::string(payload));  // a mask of zeros
  }

  /// The next frame; opcode 0 when the connection ended.
  Frame receive() {
    auto const head = connection_.receive_bytes(2);
    if (head.size() < 2) return {};
    auto const byte = [](char c) { return static_cast<std::size_t>(static_cast<unsigned char>(c)); };
    auto size = byte(head[1]) & 0x7F;
    if (size >= 126) {
      auto const longer = connection_.receive_bytes(size == 126 ? 2 : 8);
      size = 0;
      for (char const c : longer) size = size << 8 | byte(c);
    }
    return {.opcode = static_cast<int>(byte(head[0]) & 0x0F), .payload = connection_.receive_bytes(size)};
  }

  Loopback& connection() { return connection_; }

 private:
  Loopback connection_;
  WireResponse answer_;
};

}  // namespace kelisim::test
