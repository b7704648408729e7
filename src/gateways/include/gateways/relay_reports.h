#pragma once

#include "sessions/relay.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace kelisim::gateways {

/// Where coturn tells what passes through it (`redis-statsdb`): it speaks to us as to a Redis server, and nothing is
/// kept of what it says but the counts. Its words of a new place hold the address of a browser: they are dropped
/// unread, and the way between relay and server must be one that nobody else reads.
struct RelayReportsSettings {
  std::string address;  ///< of a network that only the relay and we share
  std::uint16_t port;   ///< 0: any that is free
  std::string password;
};

/// `127.0.0.1:8083`, of an address in numbers. Throws Fault where it is none.
[[nodiscard]] RelayReportsSettings read_relay_reports(std::string_view place, std::string_view relay_secret);

/// The password with which a relay of this secret tells: hex(SHA-256(secret + " reports")).
[[nodiscard]] std::string relay_reports_password(std::string_view relay_secret);

/// Listens until destroyed, on a thread of its own; `witness` outlives it. A connection that says anything but what
/// coturn says is closed. At most 64 connections, 8 KiB of one command.
class RelayReports {
 public:
  RelayReports(RelayReportsSettings const& settings, sessions::RelayWitness& witness);
  ~RelayReports();
  RelayReports(RelayReports const&) = delete;
  RelayReports& operator=(RelayReports const&) = delete;
  [[nodiscard]] std::uint16_t port() const;

 private:
  class Listener;
  std::unique_ptr<Listener> listener_;
};

/// What one word of coturn means: `key` names a place, `value` says what passed there. Nothing for every other word.
[[nodiscard]] std::optional<sessions::RelayReport> read_relay_report(std::string_view key, std::string_view value);

}  // namespace kelisim::gateways
