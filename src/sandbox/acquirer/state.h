#pragma once

#include "acquirer/store/book.h"

#include <string_view>

namespace kelisim::sandbox {

/// The words of a payment's status at an instant. What was not decided in time has failed.
enum class Showing : std::uint8_t { open, processing, captured, declined, over };

[[nodiscard]] inline Showing showing(book::Payment const& payment, Instant now) {
  if (payment.outcome == book::Outcome::none) return now < payment.details.expires_at ? Showing::open : Showing::over;
  if (now < *payment.effective_at) return Showing::processing;
  return payment.outcome == book::Outcome::paid ? Showing::captured : Showing::declined;
}

/// The code of a failure: declined by the bank, or its time is over.
[[nodiscard]] inline std::string_view failure_code(Showing state) { return state == Showing::over ? "360" : "420"; }

}  // namespace kelisim::sandbox
