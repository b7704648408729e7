#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace kelisim::http {

/// The sending side of one WebSocket. Thread-safe; what cannot be sent because the peer is slow (over the bound of
/// queued bytes) closes the socket.
class Socket {
 public:
  Socket() = default;
  Socket(Socket const&) = delete;
  Socket& operator=(Socket const&) = delete;
  virtual ~Socket() = default;
  virtual void send(std::string text) = 0;
  /// After what was sent before; a peer that does not take it within Limits::header_seconds is cut off.
  virtual void close(std::uint16_t code, std::string_view reason) = 0;
};

/// The hearing side. Calls come one at a time for one socket, on an I/O thread: a listener that needs the database
/// posts the work and returns. Text messages only, at most 64 KiB.
class SocketListener {
 public:
  SocketListener() = default;
  SocketListener(SocketListener const&) = delete;
  SocketListener& operator=(SocketListener const&) = delete;
  virtual ~SocketListener() = default;
  virtual void opened(std::shared_ptr<Socket> socket) = 0;
  virtual void heard(std::string_view text) = 0;
  virtual void closed() = 0;
};

}  // namespace kelisim::http
