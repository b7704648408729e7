#include "planted.h"

#include <algorithm>
#include <map>
#include <memory>
#include <tuple>

namespace kelisim::sim {
namespace {

/// Between them everything happened that can be harmed. The last one ends while a question waits for its answer, so
/// that its force majeure shifts a promise.
constexpr Life lives[] = {{15, 1800}, {12, 1800}, {13, 1800}, {14, 1800}, {22, 1800}, {15, 600}};

bool leads_to(Harm const& harm, Done const& done) {
  return done.changed > 0 && std::ranges::any_of(done.findings, [&](std::string const& found) {
           return found.starts_with(harm.finding);
         });
}

}  // namespace

World& lived_world(Life life) {
  static std::map<Life, std::unique_ptr<World>> worlds;
  auto& world = worlds[life];
  if (!world) {
    world = std::make_unique<World>(Scale{.seed = life.seed, .operations = life.operations});
    std::ignore = world->run();
  }
  return *world;
}

std::span<Life const> lived_worlds() { return lives; }

Done do_harm(Harm const& harm) {
  Done done;
  for (auto const life : lives) {
    done.changed = 0;
    done.findings = lived_world(life).findings_after([&](db::Tx& tx) {
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
