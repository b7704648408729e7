#include "astro/services.h"

namespace kelisim::astro {
namespace {

DraftResult drafted(Desk const& desk, SunActionsInput const& input) { return draft_sun_actions(desk, input); }
DraftResult drafted(Desk const& desk, ElectionInput const& input) { return draft_election(desk, input); }
DraftResult drafted(Desk const& desk, NatalBaseInput const& input) { return draft_natal_base(desk, input); }
DraftResult drafted(Desk const& desk, ExpressAnswerInput const& input) { return draft_express_answer(desk, input); }
DraftResult drafted(Desk const& desk, MoneyInput const& input) { return draft_money(desk, input); }

}  // namespace

DraftResult draft_of(Desk const& desk, ServiceInput const& input) {
  return std::visit([&](auto const& asked) { return drafted(desk, asked); }, input);
}

BirthMoment const* subject_of(ServiceInput const& input) {
  return std::visit(
      [](auto const& asked) -> BirthMoment const* {
        if constexpr (requires {
                        { asked.birth } -> std::same_as<BirthMoment const&>;
                      })
          return &asked.birth;
        return nullptr;
      },
      input);
}

}  // namespace kelisim::astro
