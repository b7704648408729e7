#include "identity/anonymous.h"

#include "kernel/ensure.h"
#include "store/answered.h"
#include "use_cases/questionnaire.h"

namespace kelisim::identity {
namespace {

constexpr int clients_max = 100'000;

}  // namespace

void for_each_answer(db::Tx& tx, privacy::Vault const& vault, std::function<void(Answered const&)> const& each) {
  for (auto const& person : store::who_answered(tx, clients_max)) {
    auto saved = read_questionnaire(tx, vault, person);
    if (!saved) continue;  // erased
    ENSURE(saved->answers.age && saved->answers.concern_topic);
    auto& answers = saved->answers;
    each({*answers.age, std::move(*answers.concern_topic), std::move(answers.sex),
          std::move(answers.emotional_state)});
  }
}

}  // namespace kelisim::identity
