#pragma once

#include "http/edge.h"
#include "http/router.h"
#include "http/target.h"
#include "http/web_client.h"

#include <functional>
#include <memory>

namespace kelisim::http {

/// From a whole request to its answer: everything between the wire and the handler. Knows no sockets. Thread-safe.
class Dispatcher {
 public:
  Dispatcher(ServerOptions const& options, Routes const& routes, db::Database& database, Clock const& clock,
             Authenticator* authenticator);

  /// Called exactly once, before dispatch() returns or later from a database thread.
  using Answer = std::move_only_function<void(Response)>;
  void dispatch(Request request, Answer answer);

  struct Admission {
    std::shared_ptr<SocketListener> listener;
    std::shared_ptr<SocketRegistry::Ticket> ticket;
  };
  using Admitted = std::move_only_function<void(Result<Admission, Response>, Request)>;
  /// The same for a request that wants to become a WebSocket; gives the request back for the handshake.
  void admit(Request request, Admitted admitted);

  /// Returns when every answer has been given and its thread has let go of it.
  void wait_until_idle() const { edge_.in_flight->wait_until_none(); }

  [[nodiscard]] SocketRegistry& sockets() noexcept { return sockets_; }

 private:
  [[nodiscard]] Response not_routed(Request const& request, Target const& target, Router::Match const& match) const;

  std::unique_ptr<KeyedSealer> own_sealer_;
  Router router_;
  WebClient web_;
  Idempotency idempotency_;
  SocketRegistry sockets_;
  KeptAnswers kept_;
  Edge edge_;
};

}  // namespace kelisim::http
