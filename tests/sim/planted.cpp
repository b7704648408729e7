#include "planted.h"

#include <algorithm>
#include <map>
#include <memory>
#include <tuple>

namespace kelisim::sim {
namespace {

/// Between them everything happened that can be harmed.
constexpr std::uint64_t seeds[] = {15, 12, 13, 14, 22};
constexpr std::int64_t operations = 1800;

bool leads_to(Harm const& harm, Done const& done) {
  return done.changed > 0 && std::ranges::any_of(done.findings, [&](std::string const& found) {
           return found.starts_with(harm.finding);
         });
}

}  // namespace

World& lived_world(std::uint64_t seed) {
  static std::map<std::uint64_t, std::unique_ptr<World>> worlds;
  auto& world = worlds[seed];
  if (!world) {
    world = std::make_unique<World>(Scale{.seed = seed, .operations = operations});
    std::ignore = world->run();
  }
  return *world;
}

std::span<std::uint64_t const> lived_worlds() { return seeds; }

Done do_harm(Harm const& harm) {
  Done done;
  for (auto const seed : seeds) {
    done.changed = 0;
    done.findings = lived_world(seed).findings_after([&](db::Tx& tx) {
      for (auto const* const statement : harm.statements) done.changed += tx.execute({"planted.harm", statement});
    });
    if (leads_to(harm, done)) return done;
  }
  return done;
}

std::string all_of(std::vector<std::string> const& findings) {
  std::string text;
  for (auto const& found : findings) text += found + "\n";
  return text;
}

}  // namespace kelisim::sim
