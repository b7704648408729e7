#include "astro/robustness.h"

namespace kelisim::astro {
namespace {

using std::chrono::minutes;

constexpr minutes half_day{12 * 60};

/// The step at this distance from the told time.
minutes step_at(Duration distance) {
  if (distance < minutes(60)) return minutes(2);
  if (distance < minutes(180)) return minutes(5);
  return minutes(10);
}

void add_one_side(std::vector<Instant>& instants, Instant at, Instant end) {
  auto const direction = end < at ? -1 : 1;
  auto const length = direction < 0 ? at - end : end - at;
  for (Duration distance = minutes(1); distance < length; distance += step_at(distance)) {
    instants.push_back(at + direction * distance);
  }
  instants.push_back(end);
}

}  // namespace

Trial Trial::around(Instant at, Instant earliest, Instant latest, bool time_known) {
  Trial trial;
  trial.earliest_ = earliest;
  trial.latest_ = latest;
  trial.time_known_ = time_known;
  auto& instants = trial.instants_;
  instants = {at, earliest, latest};
  add_one_side(instants, at, time_known ? std::min(earliest, at - half_day) : earliest);
  add_one_side(instants, at, time_known ? std::max(latest, at + half_day) : latest);
  std::ranges::sort(instants);
  instants.erase(std::ranges::unique(instants).begin(), instants.end());
  trial.told_ = static_cast<std::size_t>(std::ranges::lower_bound(instants, at) - instants.begin());
  return trial;
}

bool Trial::allowed(std::size_t index) const { return earliest_ <= instants_[index] && instants_[index] <= latest_; }

Robustness Trial::judge(std::function<bool(std::size_t)> const& holds) const {
  auto first = told_;
  while (first > 0 && holds(first - 1)) --first;
  auto last = told_;
  while (last + 1 < instants_.size() && holds(last + 1)) ++last;
  if (instants_[first] > earliest_ || instants_[last] < latest_) return {Robustness::Kind::needs_time, 0};
  if (first == 0 && last + 1 == instants_.size()) return {Robustness::Kind::exact, 0};
  auto const at = instants_[told_];
  auto const reach = std::min(first == 0 ? Duration::max() : at - instants_[first],
                              last + 1 == instants_.size() ? Duration::max() : instants_[last] - at);
  return {Robustness::Kind::within, static_cast<int>(std::chrono::floor<minutes>(reach).count())};
}

}  // namespace kelisim::astro
