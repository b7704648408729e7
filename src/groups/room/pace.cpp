#include "room/pace.h"

namespace kelisim::groups {
namespace {

constexpr Duration minute = std::chrono::minutes(1);

}  // namespace

int Pace::count(std::string_view who, Instant now) {
  auto const found = done_.find(who);
  if (found == done_.end()) return 0;
  auto& done = found->second;
  while (!done.empty() && done.front() + minute <= now) done.pop_front();
  return static_cast<int>(done.size());
}

void Pace::note(std::string_view who, Instant now) { done_[std::string(who)].push_back(now); }

void Pace::forget(Instant now) {
  std::erase_if(done_, [now](auto const& one) { return one.second.empty() || one.second.back() + minute <= now; });
}

}  // namespace kelisim::groups
