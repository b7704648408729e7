#pragma once

#include "platform/http/problems.h"
#include "platform/http/reply.h"
#include "scheduling/rules/call_off.h"
#include "scheduling/rules/pay_booking.h"
#include "terms/preview_problem.h"
#include "use_cases/cancel_booking.h"
#include "use_cases/move_booking.h"
#include "use_cases/pay_booking.h"
#include "use_cases/remedies.h"
#include "use_cases/take_slot.h"

#include <variant>

/// Refusals as problems: the code is the refusal's own name, except where one text serves several.
namespace kelisim::scheduling {

/// Foreign, unknown and ill-formed ids look the same.

[[nodiscard]] http::Problem problem(BookingRefused const& refused);
[[nodiscard]] http::Problem problem(SlotRefused const& refused);
[[nodiscard]] http::Problem problem(HoldRefused const& refused);
[[nodiscard]] http::Problem problem(PayRefused const& refused);
[[nodiscard]] http::Problem problem(CancelRefused const& refused);
[[nodiscard]] http::Problem problem(ConfirmationRequired const& refused);
[[nodiscard]] http::Problem problem(NoticeRefusal refusal);
[[nodiscard]] http::Problem problem(MoveRefused const& refused);
[[nodiscard]] http::Problem problem(MoveAnswerRefusal refusal);
[[nodiscard]] http::Problem problem(AskRefusal refusal);
[[nodiscard]] http::Problem problem(ChoiceRefusal refusal);
[[nodiscard]] http::Problem problem(RemedyRefusal refusal);
[[nodiscard]] http::Problem problem(OutageRefusal refusal);
[[nodiscard]] http::Problem problem(ProlongationRefusal refusal);

template <class... Refusals>
[[nodiscard]] http::Problem problem(std::variant<Refusals...> const& refused) {
  return std::visit([](auto const& one) { return problem(one); }, refused);
}

}  // namespace kelisim::scheduling
