#include "scheduling/engagements.h"

#include "store/occupations.h"
#include "use_cases/holds.h"

namespace kelisim::scheduling {

std::optional<TakenBy> engage(db::Tx& tx, Parts const& parts, std::string_view engagement, PersonId specialist,
                              Interval when, Instant now) {
  auto const busy_until = when.ends_at + parts.brand.scheduling.buffer;
  Interval const taken{when.starts_at, busy_until};
  expire_holds_around(tx, parts, specialist, taken, now);
  while (!store::occupy(tx, {engagement, specialist, when, busy_until})) {
    // Somebody was faster: what they wrote is visible now, unless it is gone again.
    if (auto const other = store::taken_by(tx, specialist, taken)) return other;
  }
  return std::nullopt;
}

void disengage(db::Tx& tx, std::string_view engagement) { store::vacate_engagement(tx, engagement); }

}  // namespace kelisim::scheduling
