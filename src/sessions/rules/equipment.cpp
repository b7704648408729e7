#include "sessions/rules/equipment.h"

#include "kernel/ensure.h"

#include <array>
#include <utility>

namespace kelisim::sessions {

RelayAdvice advise_on_relay(RelayTrial const& trial) {
  static constexpr std::int64_t picture_kbps = 300;
  static constexpr std::int64_t lost_permille_max = 50;
  static constexpr std::int64_t round_trip_ms_max = 400;
  if (!trial.reached) return RelayAdvice::unreachable;
  auto const weak = trial.kbps.value_or(0) < picture_kbps || trial.lost_permille.value_or(0) >= lost_permille_max ||
                    trial.round_trip_ms.value_or(0) >= round_trip_ms_max;
  return weak ? RelayAdvice::weak : RelayAdvice::good;
}

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
