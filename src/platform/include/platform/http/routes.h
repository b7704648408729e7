#pragma once

#include "platform/http/access.h"
#include "platform/http/call.h"
#include "platform/http/reply.h"
#include "platform/http/socket.h"
#include "platform/json/described.h"
#include "platform/json/parse.h"
#include "platform/json/schema.h"

#include <boost/json/value.hpp>

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace kelisim::http {

enum class Method : std::uint8_t { get, post, put, del };

/// What a route's transaction is. A GET that leaves an audit row writes.
enum class Effect : std::uint8_t { by_method, reads, writes };

struct QueryParam {
  std::string_view name;
  std::string_view description;
  bool required = false;
};

struct RouteOptions {
  Effect effect = Effect::by_method;
  bool key_required = false;   ///< Idempotency-Key is a must (money and bookings); elsewhere it is honoured when sent
  bool reserved_lane = false;  ///< still served when the queue is full
  bool cacheable = false;      ///< a public read with an ETag
  int success = 200;           ///< 201 for a thing made, 202 for work begun
  std::vector<QueryParam> query = {};
  std::string_view summary = {};
};

/// A route and its contract. `Body` and `Answer` are described structs (see json/described.h), Nothing, Document or
/// RawBody; JSON reading with validation and /openapi.json come from them.
template <Access level, class Body, class Answer>
struct Route {
  Method method;
  std::string_view path;  ///< `/v1/bookings/{id}/cancellation`
  std::string_view name;  ///< operation id, snake_case, unique
  RouteOptions options = {};
};

/// A route with its types erased: what the server dispatches on and OpenAPI is written from.
struct RouteEntry {
  Method method{};
  std::string path;
  std::string name;
  Access access{};
  RouteOptions options;
  bool body_is_raw = false;
  bool body_is_nothing = false;
  bool answer_is_document = false;
  json::Schema body_schema = {};
  json::Schema answer_schema = {};

  struct Outcome {
    Document document;               ///< always filled on success
    std::optional<Problem> problem;  ///< set on refusal
  };
  /// Reads and validates the body; needs no database.
  std::function<Result<std::shared_ptr<void const>, Problem>(RawBody const&, json::ParseLimits const&)> read = {};
  /// Calls the handler with what read() gave and writes the answer; inside the transaction. Called from any thread.
  std::function<Outcome(Call&, void const* body)> handle = {};

  /// Both, for those who have no server around them.
  [[nodiscard]] Outcome run(Call& call, RawBody const& raw) const;
  [[nodiscard]] bool writes() const noexcept {
    return options.effect == Effect::writes || (options.effect == Effect::by_method && method != Method::get);
  }
};

/// Admits one WebSocket: decides in a transaction and gives the object that will hear it.
struct SocketEntry {
  std::string path;
  std::string name;
  Access access{};
  std::function<Reply<std::shared_ptr<SocketListener>>(Call&)> admit;
};

/// The table of everything that can be asked. Filled once at start-up by the rooms; then read only.
class Routes {
 public:
  /// A route whose path or name is taken, or whose path is malformed, is a bug. `handler` is called from several
  /// database threads: `Reply<Answer>(Call&, Body const&)`, or `Reply<Answer>(Call&)` where Body is Nothing.
  template <Access level, class Body, class Answer, class Handler>
  void add(Route<level, Body, Answer> const& route, Handler handler);

  template <Access level, class Admit>
  void add_socket(std::string_view path, std::string_view name, Admit admit) {
    sockets_.push_back({std::string(path), std::string(name), level, std::move(admit)});
  }

  [[nodiscard]] std::vector<RouteEntry> const& entries() const noexcept { return entries_; }
  [[nodiscard]] std::vector<SocketEntry> const& sockets() const noexcept { return sockets_; }

 private:
  std::vector<RouteEntry> entries_;
  std::vector<SocketEntry> sockets_;
};

}  // namespace kelisim::http

#include "platform/http/routes_impl.h"
