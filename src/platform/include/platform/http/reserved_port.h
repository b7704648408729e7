#pragma once

#include <cstdint>
#include <string>

namespace kelisim::http {

/// A free TCP port that the system gives to nobody else while this lives, and on which an HttpServer of this process
/// may listen meanwhile: for who must know the port before there is a listener. Throws Fault when there is none.
class ReservedPort {
 public:
  explicit ReservedPort(std::string const& address);
  ~ReservedPort();
  ReservedPort(ReservedPort const&) = delete;
  ReservedPort& operator=(ReservedPort const&) = delete;

  [[nodiscard]] std::uint16_t port() const noexcept { return port_; }

 private:
  int socket_;
  std::uint16_t port_ = 0;
};

}  // namespace kelisim::http
