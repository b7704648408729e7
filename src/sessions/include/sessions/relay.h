#pragma once

#include "kernel/id.h"

#include <string>
#include <string_view>
#include <vector>

namespace kelisim::sessions {

/// What a browser needs to send its media through the relay.
struct RelayAccess {
  std::vector<std::string> urls;  ///< RFC 7065: "turn:relay.example:3478?transport=udp"
  std::string username;           ///< holds nothing personal: relays write it into their logs
  std::string credential;         ///< never logged, never stored
};

/// Lets the two of a booking through the relay of the business. Thread-safe.
class Relay {
 public:
  Relay() = default;
  Relay(Relay const&) = delete;
  Relay& operator=(Relay const&) = delete;
  virtual ~Relay() = default;

  /// For this person in this booking, for at most ten minutes of real time from now (I40). `booking` tells the
  /// bookings of one person apart.
  [[nodiscard]] virtual RelayAccess admit(std::string_view booking, PersonId person) = 0;
};

}  // namespace kelisim::sessions
