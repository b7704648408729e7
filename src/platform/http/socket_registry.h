#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>

namespace kelisim::http {

/// Which open sockets hang on which session. A ticket is taken inside the admitting transaction, before the socket
/// exists, so that a session that ends meanwhile still closes it. Thread-safe.
class SocketRegistry {
 public:
  class Ticket;

  [[nodiscard]] std::shared_ptr<Ticket> take(std::string session);
  /// Closes every socket of the session, those that are just being admitted too.
  void close_sockets_of(std::string_view session);

 private:
  friend class Ticket;
  std::mutex mutex_;
  std::unordered_multimap<std::string, Ticket*> tickets_;
};

/// One socket's place in the registry, given back with the last reference.
class SocketRegistry::Ticket {
 public:
  Ticket(SocketRegistry& registry, std::string session) : registry_(registry), session_(std::move(session)) {}
  Ticket(Ticket const&) = delete;
  Ticket& operator=(Ticket const&) = delete;
  ~Ticket();

  /// False when the session has ended already. `close` is called from any thread, at most once.
  [[nodiscard]] bool on_close(std::function<void()> close);

 private:
  friend class SocketRegistry;
  SocketRegistry& registry_;
  std::string session_;
  bool ended_ = false;
  std::function<void()> close_;
};

}  // namespace kelisim::http
