#include "platform/http/reserved_port.h"

#include "kernel/fault.h"

#include <boost/asio/ip/tcp.hpp>

#include <sys/socket.h>
#include <unistd.h>

namespace kelisim::http {

using boost::asio::ip::tcp;

// Bound and never listening: with SO_REUSEADDR on both, a listener may be bound beside it.
ReservedPort::ReservedPort(std::string const& address) : socket_(-1) {
  tcp::endpoint endpoint(boost::asio::ip::make_address(address), 0);
  socket_ = ::socket(endpoint.protocol().family(), SOCK_STREAM | SOCK_CLOEXEC, 0);
  int const on = 1;
  auto size = static_cast<socklen_t>(endpoint.capacity());
  bool const bound = socket_ >= 0 && ::setsockopt(socket_, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on) == 0 &&
                     ::bind(socket_, endpoint.data(), static_cast<socklen_t>(endpoint.size())) == 0 &&
                     ::getsockname(socket_, endpoint.data(), &size) == 0;
  if (!bound) {
    if (socket_ >= 0) ::close(socket_);
    throw Fault(Fault::Retry::no, "no free port on " + address);
  }
  port_ = endpoint.port();
}

ReservedPort::~ReservedPort() { ::close(socket_); }

}  // namespace kelisim::http
