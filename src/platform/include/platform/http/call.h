#pragma once

#include "kernel/clause.h"
#include "kernel/id.h"
#include "kernel/instant.h"
#include "platform/db/tx.h"
#include "platform/http/access.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace kelisim {

/// Who makes a call. A visitor has no person.
struct Caller {
  Role role = Role::visitor;
  std::optional<PersonId> person = std::nullopt;
  std::string session = {};   ///< the session's public id; never its token
  std::string language = {};  ///< the person's setting, or empty
};

}  // namespace kelisim

namespace kelisim::http {

/// One request while its handler runs: a transaction, an instant, a caller and the address parts. Lives as long as
/// the handler's call.
class Call {
 public:
  using Fields = std::vector<std::pair<std::string, std::string>>;

  Call(db::Tx& transaction, Instant received, Caller who) : tx(transaction), now(received), caller(std::move(who)) {}

  db::Tx& tx;
  Instant now;  ///< the instant of the request's receipt, to the microsecond
  Caller caller;
  std::string language = {};  ///< one of the brand's languages, from `?lang`, the person's setting or Accept-Language
  std::string address = {};   ///< the client's IP, behind a trusted proxy too
  std::string user_agent = {};
  std::function<std::string(Clause const&)> clause_wording = {};  ///< the offer's words in `language`
  Fields path_fields = {};
  Fields query_fields = {};
  Fields header_fields = {};  ///< lower-case names

  /// A path parameter that the route declares; asking for another is a bug.
  [[nodiscard]] std::string_view path(std::string_view name) const;
  /// An id out of the path, or nothing when its text is no id (the handler answers as for one that does not exist).
  template <class AnyId>
  [[nodiscard]] std::optional<AnyId> path_id(std::string_view name) const {
    return AnyId::parse(path(name));
  }
  [[nodiscard]] std::optional<std::string_view> query(std::string_view name) const;
  [[nodiscard]] std::optional<std::string_view> header(std::string_view name) const;

  /// The signed-in person. A bug on a route that admits visitors.
  [[nodiscard]] PersonId person() const;

  /// Opens a session in the answer's cookie, or ends it. The token leaves only there (and in the sandbox in a body).
  void set_session(std::string token);
  void clear_session();
  /// Runs after the durable commit, on a database thread: to wake jobs or to close sockets. Must not throw.
  void after_commit(std::function<void()> effect);

  struct Outgoing {
    std::optional<std::string> session_token;
    bool session_cleared = false;
    std::vector<std::function<void()>> after_commit;
  };
  [[nodiscard]] Outgoing& outgoing() noexcept { return outgoing_; }

 private:
  Outgoing outgoing_;
};

}  // namespace kelisim::http
