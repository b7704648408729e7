#pragma once

#include "http/idempotency.h"
#include "http/in_flight.h"
#include "http/kept_answers.h"
#include "http/request.h"
#include "http/socket_registry.h"
#include "platform/http/server.h"

#include <exception>
#include <string_view>

namespace kelisim::http {

/// What every request needs of the server it came to. Outlives all of them.
struct Edge {
  ServerOptions const& options;
  db::Database& database;
  Clock const& clock;
  Authenticator* authenticator;  ///< may be null: then nobody is ever signed in
  Idempotency const& idempotency;
  SocketRegistry& sockets;
  KeptAnswers& kept;
  std::shared_ptr<InFlight> in_flight;
};

inline constexpr std::string_view session_cookie = "__Host-kelisim";

/// The session's token: the cookie, or in the sandbox a bearer token.
[[nodiscard]] std::optional<std::string_view> token_of(Request const& request, bool sandbox);

/// The client's address: the peer, or what a trusted proxy says of it.
[[nodiscard]] std::string client_address(Request const& request, std::vector<std::string> const& trusted);

/// Who asks; a visitor where the token is nobody's.
[[nodiscard]] Caller caller_of(Edge const& edge, db::Tx& tx, std::optional<std::string_view> token, Instant now);
/// sign_in_required (401) or not_allowed (403) where the level does not admit the caller.
[[nodiscard]] std::optional<Problem> not_admitted(Access level, Caller const& caller);

/// What an observer hears of one answer, but for the request's own words.
struct AnsweredBy {
  std::string_view route;
  Access access;
  int status;
  std::optional<PersonId> person;
  Instant at;
};
void tell_observer(Edge const& edge, Request const& request, Call::Fields const& path, AnsweredBy const& by) noexcept;

/// `?lang`, else the person's setting, else Accept-Language.
[[nodiscard]] std::string language_of(Edge const& edge, Request const& request, Call::Fields const& query,
                                      Caller const& caller);

/// 503 for what may go well later, 500 otherwise, without a detail; a bug and a fault are logged under the route's
/// name.
[[nodiscard]] Response response_to_failure(std::exception_ptr failure, std::string_view route);

}  // namespace kelisim::http
