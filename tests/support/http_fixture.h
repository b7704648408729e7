#pragma once

#include "database_fixture.h"
#include "loopback.h"
#include "platform/http/server.h"

#include <atomic>

namespace kelisim::test {

/// Tokens are names of roles: whoever sends `client` is the one client.
class RoleAuthenticator final : public http::Authenticator {
 public:
  std::optional<Caller> identify(db::Tx&, std::string_view token, Instant) override {
    for (auto const& [name, role] : roles()) {
      if (token == name)
        return Caller{.role = role, .person = person(role), .session = "session-" + std::string(name)};
    }
    return std::nullopt;
  }
  static PersonId person(Role role) {
    std::string text = "01KA0000000000000000000000";
    text.back() = static_cast<char>('0' + static_cast<int>(role));
    return *PersonId::parse(text);
  }
  static std::map<std::string, Role> roles() {
    return {{"client", Role::client},
            {"specialist", Role::specialist},
            {"support", Role::support},
            {"finance", Role::finance},
            {"administrator", Role::administrator}};
  }
};

inline std::string cookie_of(std::string_view role) { return "__Host-kelisim=" + std::string(role); }

}  // namespace kelisim::test
