#include "sessions/rules/equipment.h"

#include "kernel/ensure.h"

#include <array>
#include <utility>

namespace kelisim::sessions {

EquipmentVerdict judge_equipment(EquipmentFacts const& facts, terms::Terms const& terms) {
  ENSURE(terms.equipment.has_value());
  auto const& equipment = *terms.equipment;
  std::array<std::pair<std::string_view, bool>, 3> const devices{
      {{"camera", facts.camera}, {"speaker", facts.speaker}, {"microphone", facts.microphone}}};
  EquipmentVerdict verdict{.pass = false,
                           .missing = {},
                           .bandwidth_ok = false,
                           .required_kbps = std::int64_t{1000} * equipment.min_bandwidth_mbps.value,
                           .may_join = false,
                           .because = equipment.needs.clause,
                           .rests_on = {}};
  for (auto const& need : equipment.needs.value) {
    auto const device = std::ranges::find(devices, need, &std::pair<std::string_view, bool>::first);
    if (device == devices.end() || !device->second) verdict.missing.push_back(need);
  }
  verdict.bandwidth_ok = facts.bandwidth_kbps && *facts.bandwidth_kbps >= verdict.required_kbps;
  verdict.pass = verdict.missing.empty() && verdict.bandwidth_ok;
  verdict.may_join = verdict.pass || !equipment.block_on_fail.value;
  if (verdict.missing.empty()) verdict.because = equipment.min_bandwidth_mbps.clause;
  verdict.rests_on = {equipment.needs.clause, equipment.min_bandwidth_mbps.clause, equipment.block_on_fail.clause};
  return verdict;
}

}  // namespace kelisim::sessions
