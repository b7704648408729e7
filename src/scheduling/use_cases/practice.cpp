#include "use_cases/practice.h"

#include "kernel/ensure.h"
#include "terms/editions.h"

#include <algorithm>

namespace kelisim::scheduling {

void settle_practice(db::Tx& tx, Parts const& parts, PersonId specialist, Instant now) {
  auto const& terms = terms::terms_in_force(tx, parts.brand, now);
  ENSURE(terms.session.has_value());
  store::insert_practice(tx, specialist, parts.brand.zone, std::chrono::minutes(terms.session->min_minutes.value),
                         now);
}

Result<void, HoursRefusal> set_hours(db::Tx& tx, Parts const& parts, PersonId specialist,
                                     std::vector<WeeklyHours> week, Instant now) {
  if (week.size() > weekly_hours_max) return Failure(HoursRefusal::too_many_hours);
  std::ranges::sort(week);
  for (auto const& hours : week)
    if (hours.to <= hours.from) return Failure(HoursRefusal::hours_reversed);
  for (std::size_t i = 1; i < week.size(); ++i)
    if (week[i].weekday == week[i - 1].weekday && week[i].from < week[i - 1].to)
      return Failure(HoursRefusal::hours_overlap);
  settle_practice(tx, parts, specialist, now);
  store::replace_week(tx, specialist, week);
  return {};
}

Result<void, catalogue::DurationRefused> set_duration(db::Tx& tx, Parts const& parts, PersonId specialist,
                                                      std::int64_t minutes, Instant now) {
  auto const& terms = terms::terms_in_force(tx, parts.brand, now);
  auto const allowed = catalogue::decide_duration({minutes, parts.brand.scheduling.max_duration_minutes}, terms);
  if (!allowed) return Failure<catalogue::DurationRefused>(allowed.error());
  settle_practice(tx, parts, specialist, now);
  ENSURE(store::set_duration(tx, specialist, std::chrono::minutes(minutes), now));
  return {};
}

Result<store::StoredException, ExceptionRefusal> add_exception(db::Tx& tx, Parts const& parts, PersonId specialist,
                                                               HoursException const& exception, Instant now) {
  if (exception.when.ends_at <= exception.when.starts_at) return Failure(ExceptionRefusal::reversed);
  if (exception.when.ends_at - exception.when.starts_at > exception_length_max)
    return Failure(ExceptionRefusal::too_long);
  if (exception.when.ends_at <= now) return Failure(ExceptionRefusal::in_the_past);
  if (store::count_exceptions_after(tx, specialist, now) >= exceptions_ahead_max)
    return Failure(ExceptionRefusal::too_many);
  settle_practice(tx, parts, specialist, now);
  store::StoredException const stored{parts.random.id<ExceptionId>(now), exception};
  store::insert_exception(tx, specialist, stored, now);
  return stored;
}

}  // namespace kelisim::scheduling
