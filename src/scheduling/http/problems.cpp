#include "http/problems.h"

#include "kernel/ensure.h"
#include "terms/clauses.h"

#include <boost/describe/enum_to_string.hpp>

namespace kelisim::scheduling {

namespace {

constexpr int conflict = 409;
constexpr int unprocessable = 422;

template <class E>
http::Problem named(E why, std::optional<Clause> because, int status = conflict) {
  auto const* name = boost::describe::enum_to_string(why, nullptr);
  ENSURE(name != nullptr);
  return {.status = status, .code = name, .clause = because};
}

}  // namespace

http::Problem not_found() { return {.status = 404, .code = "not_found"}; }

http::Problem wrong_query(std::string_view name, std::string_view code) {
  return {.status = 400, .code = "invalid_query", .errors = {{std::string(name), std::string(code)}}};
}

http::Problem problem(BookingRefused const& refused) { return named(refused.why, refused.because); }

http::Problem problem(SlotRefused const& refused) {
  if (refused.why == SlotRefusal::overlaps || refused.why == SlotRefusal::no_buffer)
    return {.status = conflict, .code = "slot_taken", .clause = refused.because};
  if (refused.why == SlotRefusal::outside_hours)
    return {.status = conflict, .code = "slot_not_offered", .clause = refused.because};
  return named(refused.why, refused.because);
}

http::Problem problem(HoldRefused const& refused) { return named(refused.why, refused.because); }
http::Problem problem(PayRefused const& refused) { return named(refused.why, refused.because); }
http::Problem problem(CancelRefused const& refused) { return named(refused.why, refused.because); }

http::Problem problem(ConfirmationRequired const& refused) {
  return {.status = conflict, .code = "no_refund_not_accepted", .clause = refused.because};
}

http::Problem problem(NoticeRefusal refusal) { return named(refusal, std::nullopt); }

http::Problem problem(MoveRefused const& refused) { return named(refused.why, refused.because); }
http::Problem problem(MoveAnswerRefusal refusal) { return named(refusal, std::nullopt); }
http::Problem problem(AskRefusal refusal) { return named(refusal, std::nullopt); }
http::Problem problem(ChoiceRefusal refusal) { return named(refusal, std::nullopt); }
http::Problem problem(RemedyRefusal refusal) { return named(refusal, std::nullopt); }

http::Problem problem(OutageRefusal refusal) {
  auto const announced = refusal == OutageRefusal::announced_too_late;
  return named(refusal, announced ? std::optional(terms::clause("HAR-4.3.4a")) : std::nullopt, unprocessable);
}

http::Problem problem(ProlongationRefusal refusal) { return named(refusal, std::nullopt); }

}  // namespace kelisim::scheduling
