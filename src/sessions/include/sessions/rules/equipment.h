#pragma once

#include "kernel/clause.h"
#include "terms/terms.h"

#include <boost/describe.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace kelisim::sessions {

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
