#pragma once

#include "kernel/clause.h"
#include "terms/terms.h"

#include <boost/describe.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace kelisim::sessions {

/// A call of the browser with itself through the relay, for some seconds.
struct RelayTrial {
  bool reached;
  std::optional<std::int64_t> kbps;
  std::optional<std::int64_t> lost_permille;
  std::optional<std::int64_t> round_trip_ms;
};
BOOST_DESCRIBE_STRUCT(RelayTrial, (), (reached, kbps, lost_permille, round_trip_ms))

/// What the person is advised. In order of precedence: no way at all is said before a weak one.
enum class RelayAdvice : std::uint8_t { unreachable = 1, weak = 2, good = 3 };
BOOST_DESCRIBE_ENUM(RelayAdvice, unreachable, weak, good)

/// No clause knows of the relay: this is advice, and neither passes nor fails a check. Weak: picture gives way to
/// sound, or words come late (under 300 kbit/s, from 5 % lost or from 400 ms there and back).
[[nodiscard]] RelayAdvice advise_on_relay(RelayTrial const& trial);

/// What the browser measured.
struct EquipmentFacts {
  bool camera;
  bool speaker;
  bool microphone;
  std::optional<std::int64_t> bandwidth_kbps;  ///< nothing where it could not be measured
};
BOOST_DESCRIBE_STRUCT(EquipmentFacts, (), (camera, speaker, microphone, bandwidth_kbps))

struct EquipmentVerdict {
  bool pass;
  std::vector<std::string> missing;  ///< of the devices that the terms ask for
  bool bandwidth_ok;
  std::int64_t required_kbps;
  bool may_join;  ///< true: a failed check warns and blocks nothing
  Clause because;
  std::vector<Clause> rests_on;
};
BOOST_DESCRIBE_STRUCT(EquipmentVerdict, (), (pass, missing, bandwidth_ok, required_kbps, may_join, because, rests_on))

/// HAR-3.5a: "Tell the user which equipment is required and check it: … with camera, speaker and microphone."
/// HAR-3.5b: "Measure the connection and compare it with the required stable minimum of 20 Mbit/s."
/// HAR-3.5c: "A failed check warns but does not block joining and by itself changes no money rule."
[[nodiscard]] EquipmentVerdict judge_equipment(EquipmentFacts const& facts, terms::Terms const& terms);

}  // namespace kelisim::sessions
