#pragma once

#include "kernel/id.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace kelisim::sessions {

/// What a browser needs to send its media through the relay.
struct RelayAccess {
  std::vector<std::string> urls;  ///< RFC 7065: "turn:relay.example:3478?transport=udp"
  std::string username;           ///< holds nothing personal: relays write it into their logs
  std::string credential;         ///< never logged, never stored
  std::string name;               ///< by which the relay tells of this person in this booking, the same each time
};

/// What the relay says of one place that somebody holds there. Counts are since it last told of this place.
struct RelayReport {
  std::string name;   ///< as in RelayAccess
  std::string place;  ///< tells the places of one person apart
  bool begins = false;
  std::int64_t packets_taken = 0;  ///< of the one who holds the place, passed on to the other
  std::int64_t packets_given = 0;  ///< of the other, passed on to the one who holds the place
};

/// Hears what the relay saw pass. Each call may come on any thread.
class RelayWitness {
 public:
  RelayWitness() = default;
  RelayWitness(RelayWitness const&) = delete;
  RelayWitness& operator=(RelayWitness const&) = delete;
  virtual ~RelayWitness() = default;

  /// The relay is there and tells of what it sees: so said at least each ten seconds.
  virtual void alive() = 0;
  virtual void heard(RelayReport const& report) = 0;
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
