#pragma once

#include "platform/clock.h"
#include "sessions/relay.h"

#include <string>
#include <string_view>
#include <vector>

namespace kelisim::gateways {

struct TurnSettings {
  std::vector<std::string> urls;
  std::string secret;  ///< shared with the relay (`static-auth-secret`); never logged
};

/// `turn:a.example?transport=udp,turns:a.example:443?transport=tcp` as a list. Throws Fault where one is no address
/// of a relay, or is of this machine alone although `loopback_allowed` says no.
[[nodiscard]] std::vector<std::string> read_relay_urls(std::string_view text, bool loopback_allowed);

/// Access to coturn by the "TURN REST API" (draft-uberti-behave-turn-rest-00): the username is
/// `<end in unix seconds>:<id>`, the credential base64(HMAC-SHA1(secret, username)). The id is a keyed hash of
/// booking and person, the same for every access of theirs: the relay counts its quota by it.
class TurnRelay final : public sessions::Relay {
 public:
  /// `clock` is the real one, also in the sandbox: the relay judges the end by its own. It outlives this.
  TurnRelay(TurnSettings settings, Clock const& clock) : settings_(std::move(settings)), clock_(clock) {}
  [[nodiscard]] sessions::RelayAccess admit(std::string_view booking, PersonId person) override;

 private:
  TurnSettings settings_;
  Clock const& clock_;
};

}  // namespace kelisim::gateways
