#include "claims/take_letter.h"

#include "use_cases/cases.h"

#include <algorithm>

namespace kelisim::claims {

std::optional<std::string> take_letter(db::Tx& tx, Parts const& parts, PersonId client, std::string_view text,
                                       Instant now) {
  auto const asked = ask_question(tx, parts, client, text, now);
  if (asked) return asked->id.str();
  if (asked.error() != WritingRefusal::too_many_cases) return std::nullopt;
  auto const cases = store::cases_of_client(tx, client, cases_searched_max);
  auto const newest = std::ranges::find_if(
      cases, [](Case const& one) { return one.standing == Standing::question && one.state == CaseState::open; });
  if (newest == cases.end() || !write_as_client(tx, parts, *newest, text, now)) return std::nullopt;
  return newest->id.str();
}

}  // namespace kelisim::claims
