#pragma once

#include "world.h"

#include <compare>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace kelisim::sim {

/// Something that nobody may do to the database, constraints and triggers dropped where they forbid it, and how the
/// finding begins that it must lead to.
struct Harm {
  char const* name;
  char const* finding;
  std::vector<char const*> statements;
};

struct Life {
  std::uint64_t seed;
  std::int64_t operations;

  friend auto operator<=>(Life const&, Life const&) = default;
};

/// Faultless worlds for all harms of a process, each lived once, and those that are harmed.
[[nodiscard]] World& lived_world(Life life);
[[nodiscard]] std::span<Life const> lived_worlds();
/// What the auditor finds when the harm is done to the first of them that holds what it harms, and how many rows the
/// harm changed; it is undone.
struct Done {
  std::vector<std::string> findings;
  std::int64_t changed = 0;
};
[[nodiscard]] Done do_harm(Harm const& harm);

[[nodiscard]] std::string all_of(std::vector<std::string> const& findings);

}  // namespace kelisim::sim
