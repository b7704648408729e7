#include "rules/entry.h"

namespace kelisim::groups {

std::optional<RegisterRefusal> refuse_registration(RegisterFacts const& facts) {
  if (facts.cancelled) return RegisterRefusal::cancelled;
  if (facts.now >= facts.ends_at) return RegisterRefusal::over;
  if (facts.removed) return RegisterRefusal::removed;
  if (facts.registered) return RegisterRefusal::registered;
  if (facts.taken >= facts.capacity) return RegisterRefusal::full;
  return std::nullopt;
}

std::optional<EnterRefusal> refuse_entry(EnterFacts const& facts) {
  if (facts.cancelled) return EnterRefusal::cancelled;
  if (facts.removed) return EnterRefusal::removed;
  if (facts.now < facts.opens_at) return EnterRefusal::too_early;
  if (facts.now >= facts.closes_at) return EnterRefusal::over;
  return std::nullopt;
}

}  // namespace kelisim::groups
