#pragma once

#include "catalogue/rules/publication.h"
#include "kernel/result.h"
#include "scheduling/scheduling.h"
#include "store/practices.h"

namespace kelisim::scheduling {

inline constexpr std::size_t weekly_hours_max = 70;
inline constexpr std::int64_t exceptions_ahead_max = 500;
inline constexpr Duration exception_length_max = std::chrono::days(366);

/// In order of precedence.
enum class HoursRefusal : std::uint8_t {
  too_many_hours = 1,
  hours_reversed = 2,  ///< an opening at or after its closing
  hours_overlap = 3,
};
BOOST_DESCRIBE_ENUM(HoursRefusal, too_many_hours, hours_reversed, hours_overlap)

/// The specialist's practice; a specialist who has none gets one in the business's zone with the shortest session
/// that the terms allow.
void settle_practice(db::Tx& tx, Parts const& parts, PersonId specialist, Instant now);

/// Bookings that were sold stand, whatever the new hours say.
[[nodiscard]] Result<void, HoursRefusal> set_hours(db::Tx& tx, Parts const& parts, PersonId specialist,
                                                   std::vector<WeeklyHours> week, Instant now);

/// HAR-1.session.b, HAR-1.session.c: for new slots; what is booked keeps its length.
[[nodiscard]] Result<void, catalogue::DurationRefused> set_duration(db::Tx& tx, Parts const& parts,
                                                                    PersonId specialist, std::int64_t minutes,
                                                                    Instant now);

/// In order of precedence.
enum class ExceptionRefusal : std::uint8_t {
  reversed = 1,
  too_long = 2,
  in_the_past = 3,  ///< ends at or before now
  too_many = 4,
};
BOOST_DESCRIBE_ENUM(ExceptionRefusal, reversed, too_long, in_the_past, too_many)

[[nodiscard]] Result<store::StoredException, ExceptionRefusal> add_exception(db::Tx& tx, Parts const& parts,
                                                                             PersonId specialist,
                                                                             HoursException const& exception,
                                                                             Instant now);

}  // namespace kelisim::scheduling
