#include "http/problems.h"

#include "platform/http/problems.h"
#include "terms/clauses.h"

namespace kelisim::scheduling {

namespace {

constexpr int unprocessable = 422;

}  // namespace

http::Problem problem(BookingRefused const& refused) { return http::named(refused.why, refused.because); }

http::Problem problem(SlotRefused const& refused) {
  if (refused.why == SlotRefusal::overlaps || refused.why == SlotRefusal::no_buffer)
    return {.status = http::conflict, .code = "slot_taken", .clause = refused.because};
  if (refused.why == SlotRefusal::outside_hours)
    return {.status = http::conflict, .code = "slot_not_offered", .clause = refused.because};
  return http::named(refused.why, refused.because);
}

http::Problem problem(HoldRefused const& refused) { return http::named(refused.why, refused.because); }
http::Problem problem(PayRefused const& refused) { return http::named(refused.why, refused.because); }
http::Problem problem(CancelRefused const& refused) { return http::named(refused.why, refused.because); }

http::Problem problem(ConfirmationRequired const& refused) {
  return {.status = http::conflict, .code = "no_refund_not_accepted", .clause = refused.because};
}

http::Problem problem(NoticeRefusal refusal) { return http::named(refusal, std::nullopt); }

http::Problem problem(MoveRefused const& refused) { return http::named(refused.why, refused.because); }
http::Problem problem(MoveAnswerRefusal refusal) { return http::named(refusal, std::nullopt); }
http::Problem problem(AskRefusal refusal) { return http::named(refusal, std::nullopt); }
http::Problem problem(ChoiceRefusal refusal) { return http::named(refusal, std::nullopt); }
http::Problem problem(RemedyRefusal refusal) { return http::named(refusal, std::nullopt); }

http::Problem problem(OutageRefusal refusal) {
  auto const announced = refusal == OutageRefusal::announced_too_late;
  return http::named(refusal, announced ? std::optional(terms::clause("HAR-4.3.4a")) : std::nullopt, unprocessable);
}

http::Problem problem(ProlongationRefusal refusal) { return http::named(refusal, std::nullopt); }

}  // namespace kelisim::scheduling
