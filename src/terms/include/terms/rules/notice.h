#pragma once

#include "kernel/civil.h"
#include "kernel/clause.h"
#include "kernel/instant.h"
#include "terms/terms.h"

#include <boost/describe.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace kelisim::terms {

/// HAR-3.8c: "The notice must reach the provider in support hours, 10:00-19:00 Astana time. Accept notices round the
/// clock, but a notice sent outside these hours takes effect at the next 10:00:00."
/// HAR-3.8e: the wall clock is that of the IANA zone at that date, never a fixed offset.
/// Both edges of the hours are inside as far as the terms say so; to the microsecond. Nothing where the terms make a
/// notice outside the hours void. Without support hours, and with `at_submission`, the instant of receipt itself.
[[nodiscard]] std::optional<Instant> effective_instant(Instant received_at, CancellationTerms const& terms);

/// One line of how a deadline was computed. `text_key` is `deadline.start`, `deadline.cutoff`,
/// `deadline.inside_hours`, `deadline.after_closing`, `deadline.before_opening` or `deadline.at_submission`; `at` is
/// the instant reached by it.
struct DeadlineStep {
  std::string text_key;
  Instant at;
  Clause clause;
  std::optional<std::int64_t> hours;
  std::optional<CivilTime> open;
  std::optional<CivilTime> close;
  std::optional<std::string> zone;
};
BOOST_DESCRIBE_STRUCT(DeadlineStep, (), (text_key, at, clause, hours, open, close, zone))

struct RefundDeadline {
  Instant at;      ///< the latest instant of sending whose notice is in time, inclusive
  Instant cutoff;  ///< start − window
  std::vector<DeadlineStep> steps;
  Clause because;
};
BOOST_DESCRIBE_STRUCT(RefundDeadline, (), (at, cutoff, steps, because))

/// HAR-3.8d: "Show on every booking the latest moment for a cancellation with refund, computed from both the 12-hour
/// and the support-hours rule." cutoff := start − 12 h of elapsed time; inside the hours of its day the deadline is
/// the cutoff, after closing it is that day's closing, before opening it is the closing of the day before.
[[nodiscard]] RefundDeadline refund_deadline(Instant starts_at, CancellationTerms const& terms);

/// HAR-3.8a, HAR-3.8b, HAR-3.7b: whether a notice that takes effect at `effective_at` is in time for this start.
[[nodiscard]] bool in_time(std::optional<Instant> effective_at, Instant starts_at, Duration window,
                           Boundary boundary);

}  // namespace kelisim::terms
