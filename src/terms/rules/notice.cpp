#include "terms/rules/notice.h"

namespace kelisim::terms {
namespace {

constexpr Duration tick{1};

/// The support hours of one day: a notice received in [opens, last] takes effect at once.
struct Day {
  Instant opens;
  Instant last;
};

Day day_of(CivilDate date, SupportHours const& hours) {
  auto const close = hours.zone.value.instant({date, hours.close.value});
  return {.opens = hours.zone.value.instant({date, hours.open.value}),
          .last = hours.close_inclusive.value ? close : close - tick};
}

DeadlineStep step(std::string_view text_key, Instant at, Clause const& clause) {
  return {std::string(text_key), at, clause, std::nullopt, std::nullopt, std::nullopt, std::nullopt};
}

DeadlineStep hours_step(std::string_view text_key, Instant at, SupportHours const& hours) {
  auto made = step(text_key, at, hours.open.clause);
  made.open = hours.open.value;
  made.close = hours.close.value;
  made.zone = hours.zone.value.name();
  return made;
}

DeadlineStep apply_hours(Instant cutoff, SupportHours const& hours) {
  if (hours.off_hours.value == OffHours::at_submission) return hours_step("deadline.at_submission", cutoff, hours);
  auto const date = hours.zone.value.local(cutoff).date;
  auto const day = day_of(date, hours);
  if (cutoff > day.last) return hours_step("deadline.after_closing", day.last, hours);
  if (cutoff >= day.opens) return hours_step("deadline.inside_hours", cutoff, hours);
  return hours_step("deadline.before_opening", day_of(add_days(date, -1), hours).last, hours);
}

}  // namespace

std::optional<Instant> effective_instant(Instant received_at, CancellationTerms const& terms) {
  if (!terms.support_hours) return received_at;
  auto const& hours = *terms.support_hours;
  auto const date = hours.zone.value.local(received_at).date;
  auto const day = day_of(date, hours);
  if (received_at >= day.opens && received_at <= day.last) return received_at;
  switch (hours.off_hours.value) {
    case OffHours::at_submission:
      return received_at;
    case OffHours::void_notice:
      return std::nullopt;
    case OffHours::deemed_next_opening:
      break;
  }
  return received_at < day.opens ? day.opens : day_of(add_days(date, 1), hours).opens;
}

bool in_time(std::optional<Instant> effective_at, Instant starts_at, Duration window, Boundary boundary) {
  if (!effective_at) return false;
  auto const cutoff = starts_at - window;
  return boundary == Boundary::inclusive ? *effective_at <= cutoff : *effective_at < cutoff;
}

RefundDeadline refund_deadline(Instant starts_at, CancellationTerms const& terms) {
  auto const cutoff = starts_at - terms.window.value;
  auto const last = terms.boundary.value == Boundary::inclusive ? cutoff : cutoff - tick;
  RefundDeadline deadline{.at = last, .cutoff = cutoff, .steps = {}, .because = terms.deadline_shown.clause};
  deadline.steps.push_back(step("deadline.start", starts_at, terms.deadline_shown.clause));
  deadline.steps.push_back(step("deadline.cutoff", last, terms.boundary.clause));
  deadline.steps.back().hours = std::chrono::duration_cast<std::chrono::hours>(terms.window.value).count();
  if (terms.support_hours) {
    deadline.steps.push_back(apply_hours(last, *terms.support_hours));
    deadline.at = deadline.steps.back().at;
  }
  return deadline;
}

}  // namespace kelisim::terms
