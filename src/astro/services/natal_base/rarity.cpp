#include "astro/rarity.h"

#include "services/natal_base/candidates.h"
#include "services/rules.h"

namespace kelisim::astro {
namespace {

/// SplitMix64 (Steele, Lea and Flood, 2014): a fixed sequence, so that the table can be made again.
class Sequence {
 public:
  explicit Sequence(int seed) : state_(static_cast<std::uint64_t>(seed)) {}

  /// Evenly in [from, to).
  double between(double from, double to) {
    state_ += 0x9E3779B97F4A7C15U;
    auto mixed = state_;
    mixed = (mixed ^ (mixed >> 30U)) * 0xBF58476D1CE4E5B9U;
    mixed = (mixed ^ (mixed >> 27U)) * 0x94D049BB133111EBU;
    mixed ^= mixed >> 31U;
    constexpr double unit = 1.0 / 9007199254740992.0;  // 2^53
    return from + (to - from) * unit * static_cast<double>(mixed >> 11U);
  }

 private:
  std::uint64_t state_;
};

}  // namespace

std::map<std::string, int> count_findings(Ephemeris& ephemeris, Content const& content, int charts, int seed) {
  constexpr double micros_in_a_year = 365.25 * 86400e6;
  auto const& rules = content.rules();
  Rarity const even{.charts = 1, .seen = {}};
  Sequence sequence(seed);
  std::map<std::string, int> seen;
  for (int number = 0; number < charts; ++number) {
    BirthMoment birth;
    birth.at = {static_cast<std::int64_t>(sequence.between(-30, 40) * micros_in_a_year)};
    birth.earliest = birth.latest = birth.at;
    birth.data.place.at = {.latitude = sequence.between(35, 60), .longitude = sequence.between(-180, 180)};
    auto const reading = NatalReading::of_one_moment(ephemeris, birth, rules.settings.natal);
    Facts facts;
    reading.add_facts(ephemeris, facts, rules.settings.star_orb);
    for (auto const& candidate : natal_candidates(reading, facts, rules.natal, even)) ++seen[candidate.finding.id];
  }
  return seen;
}

}  // namespace kelisim::astro
