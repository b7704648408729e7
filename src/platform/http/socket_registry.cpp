#include "http/socket_registry.h"

#include <vector>

namespace kelisim::http {

std::shared_ptr<SocketRegistry::Ticket> SocketRegistry::take(std::string session) {
  auto ticket = std::make_shared<Ticket>(*this, std::move(session));
  if (ticket->session_.empty()) return ticket;  // a visitor's socket hangs on nothing
  std::lock_guard const lock(mutex_);
  tickets_.emplace(ticket->session_, ticket.get());
  return ticket;
}

void SocketRegistry::close_sockets_of(std::string_view session) {
  std::vector<std::function<void()>> closing;
  {
    std::lock_guard const lock(mutex_);
    auto const [first, last] = tickets_.equal_range(std::string(session));
    for (auto it = first; it != last; ++it) {
      it->second->ended_ = true;
      if (it->second->close_) closing.push_back(std::exchange(it->second->close_, nullptr));
    }
  }
  for (auto const& close : closing) close();
}

SocketRegistry::Ticket::~Ticket() {
  std::lock_guard const lock(registry_.mutex_);
  auto const [first, last] = registry_.tickets_.equal_range(session_);
  for (auto it = first; it != last; ++it) {
    if (it->second != this) continue;
    registry_.tickets_.erase(it);
    return;
  }
}

bool SocketRegistry::Ticket::on_close(std::function<void()> close) {
  std::lock_guard const lock(registry_.mutex_);
  if (ended_) return false;
  close_ = std::move(close);
  return true;
}

}  // namespace kelisim::http
