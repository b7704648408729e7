#include "astro/facts.h"

#include "astro/findings.h"

#include "kernel/ensure.h"

#include <fmt/format.h>

namespace kelisim::astro {

std::string to_string(Robustness robust) {
  switch (robust.kind) {
    case Robustness::Kind::exact:
      return "exact";
    case Robustness::Kind::within:
      return fmt::format("time±{}", robust.minutes);
    case Robustness::Kind::needs_time:
      return "needs_time";
  }
  ENSURE(false);
}

std::string Facts::add(Fact fact) {
  auto const found = std::ranges::find(facts_, fact.id, &Fact::id);
  return found != facts_.end() ? found->id : facts_.emplace_back(std::move(fact)).id;
}

Fact const* Facts::find(std::string_view id) const {
  auto const found = std::ranges::find(facts_, id, &Fact::id);
  return found == facts_.end() ? nullptr : &*found;
}

Robustness Facts::robust(std::vector<std::string> const& ids) const {
  auto robust = time_independent;
  for (auto const& id : ids) {
    auto const* fact = find(id);
    ENSURE(fact != nullptr);
    robust = weaker(robust, fact->robust);
  }
  return robust;
}

std::string to_string(FragmentKey const& key) { return fmt::format("{}/{}.{}", key.group, key.subject, key.key); }

}  // namespace kelisim::astro
