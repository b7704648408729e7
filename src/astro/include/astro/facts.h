#pragma once

#include "astro/robustness.h"

#include "kernel/instant.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kelisim::astro {

inline constexpr Robustness time_independent{.kind = Robustness::Kind::exact, .minutes = 0};

/// `exact`, `time±15`, `needs_time`.
[[nodiscard]] std::string to_string(Robustness robust);

/// One computed statement about the sky. A draft cites facts only.
struct Fact {
  std::string id;                  ///< `sun.sign`, `aspect.sun.moon`, `ruler.7.house`
  std::string kind;                ///< sign, house, aspect, dignity, event, …
  std::string subject;             ///< body, house, event: snake_case
  std::string value;               ///< snake_case, a number or an instant
  std::optional<double> orb = {};  ///< degrees
  std::optional<bool> applying = {};
  std::optional<Instant> exact_at = {};
  double weight = 1;
  Robustness robust = time_independent;
  std::string source = {};  ///< of the moment: natal, sky, moment, transit, solar_return, progression
};

/// Facts of one draft: each id once, in the order of their coming.
class Facts {
 public:
  /// The fact's id; a second fact of the same id is ignored.
  std::string add(Fact fact);
  [[nodiscard]] Fact const* find(std::string_view id) const;
  [[nodiscard]] std::vector<Fact> const& all() const { return facts_; }
  /// The weakest robustness of these. Bug for an unknown id.
  [[nodiscard]] Robustness robust(std::vector<std::string> const& ids) const;

 private:
  std::vector<Fact> facts_;
};

}  // namespace kelisim::astro
