#pragma once

#include "platform/clock.h"
#include "platform/db/database.h"
#include "platform/http/call.h"
#include "platform/http/observer.h"
#include "platform/http/routes.h"
#include "platform/http/sealer.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kelisim::http {

/// Says who holds a session token. Implemented by identity; called inside the request's transaction.
class Authenticator {
 public:
  Authenticator() = default;
  Authenticator(Authenticator const&) = delete;
  Authenticator& operator=(Authenticator const&) = delete;
  virtual ~Authenticator() = default;
  [[nodiscard]] virtual std::optional<Caller> identify(db::Tx& tx, std::string_view token, Instant now) = 0;
};

/// Every bound of the listener in one place. What is over a bound is answered 4xx and forgotten.
struct Limits {
  std::size_t header_bytes = 16 * 1024;  ///< request line and headers, with their line ends; 431
  std::size_t headers = 100;             ///< 431
  std::size_t body_bytes = 256 * 1024;   ///< 413
  std::size_t target_bytes = 2048;       ///< 414
  std::size_t json_depth = 16;
  std::size_t socket_message_bytes = 64 * 1024;  ///< a longer message closes the socket (1009)
  std::size_t socket_queue_bytes = 256 * 1024;   ///< waiting to be sent; more closes the socket (1008)
  int socket_messages_per_second = 50;           ///< on the average, four times that at once; more closes it (1008)
  std::size_t connections = 20'000;              ///< 503 above it
  std::size_t idempotency_key_bytes = 255;
  int header_seconds = 10;  ///< from the first byte of a request to the end of its headers
  int body_seconds = 30;    ///< from there to the end of its body
  int idle_seconds = 75;    ///< without a request, and for a peer that does not take its answer
};

struct ServerOptions {
  std::string address = "127.0.0.1";
  std::uint16_t port = 0;  ///< 0: any free port; see HttpServer::port()
  int threads = 1;
  bool sandbox = false;  ///< routes of Access::sandbox exist; a bearer token is accepted
  std::vector<std::string> languages = {"ru", "kk", "en"};  ///< the first is the default
  std::vector<std::string> origins = {};                    ///< allowed Origins beside our own host
  std::optional<std::filesystem::path> web = std::nullopt;  ///< the built web client
  bool shows_screens = false;  ///< pages of the web client may ask for the picture of the person's own screen
  Limits limits = {};
  /// Peers whose X-Forwarded-For is believed; from anybody else the header is passed over.
  std::vector<std::string> trusted_proxies = {};
  /// Hides the stored answers of idempotent requests; must outlive the server. Null: a key that passes with the
  /// process.
  BodySealer const* sealer = nullptr;
  /// Hears of every answer of a route; must outlive the server. Null: nobody does.
  AccessObserver* observer = nullptr;
  /// The offer's words of a clause in one of `languages`, at the instant of the request; empty text when there are
  /// none. Called in the request's transaction.
  std::function<std::string(db::Tx&, Clause const&, std::string_view language, Instant at)> clause_wording = {};
};

/// One listener: HTTP/1.1 and WebSocket. Refuses unsafe methods and sockets from a foreign Origin or Sec-Fetch-Site.
class HttpServer {
 public:
  HttpServer(ServerOptions options, Routes const& routes, db::Database& database, Clock const& clock,
             Authenticator* authenticator);
  ~HttpServer();  ///< stops accepting, finishes what is running, closes the sockets
  HttpServer(HttpServer const&) = delete;
  HttpServer& operator=(HttpServer const&) = delete;

  [[nodiscard]] std::uint16_t port() const noexcept;

  /// Closes every WebSocket of the session (1008), at once and from any thread: call it after the commit that ended
  /// it.
  void close_sockets_of(std::string_view session);

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

/// GET /healthz (one read of the database) and GET /openapi.json, for anyone. Call it last: it describes what is in
/// the table, itself included, when the first request for the description comes. `routes` must outlive the server.
void add_platform_routes(Routes& routes, std::string_view title, bool sandbox);

/// The OpenAPI 3.1 description of the table, with `x-access` on every operation.
[[nodiscard]] std::string openapi(Routes const& routes, std::string_view title, bool sandbox);

}  // namespace kelisim::http
