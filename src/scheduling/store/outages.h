#pragma once

#include "scheduling/booking.h"
#include "scheduling/outages.h"
#include "scheduling/rules/call_off.h"

#include <boost/describe.hpp>

#include <optional>
#include <string>
#include <vector>

namespace kelisim::scheduling {

/// What is given to the other side of a force majeure, once each.
enum class OutagePaper : std::uint8_t { notice, certificate };
BOOST_DESCRIBE_ENUM(OutagePaper, notice, certificate)

/// A time in which the service does not work, or will not; a row that says who and when.
struct Outage {
  OutageId id;
  OutageKind kind;
  Instant from;
  std::optional<Instant> until;  ///< planned or expected
  Instant opened_at;
  PersonId opened_by;  ///< its owner (HAR-6.1a)
  std::optional<Instant> closed_at = std::nullopt;
  std::optional<PersonId> closed_by = std::nullopt;
  std::optional<std::string> remedy = std::nullopt;  ///< what was done about it
};

/// The time that it takes, as far as that is known at `now`: closed early it ends then, open without an end it lasts.
[[nodiscard]] Interval time_of(Outage const& outage, Instant now);

namespace store {

void insert_outage(db::Tx& tx, Outage const& outage);
/// False when it is closed already, or there is none.
bool close_outage(db::Tx& tx, OutageId id, std::string_view remedy, PersonId by, Instant now);
using ProlongationId = Id<struct OutageProlongationTag>;
/// The outage lasts until then; who said so stays beside it.
void prolong_outage(db::Tx& tx, ProlongationId id, Outage const& outage, Instant until, PersonId by, Instant now);
struct Prolongation {
  Instant from;
  Instant until;
  PersonId by;
  Instant at;
};
/// In their order.
[[nodiscard]] std::vector<Prolongation> prolongations_of(db::Tx& tx, OutageId outage);
[[nodiscard]] std::optional<Outage> find_outage(db::Tx& tx, OutageId id);
/// Newest made first.
[[nodiscard]] std::vector<Outage> list_outages(db::Tx& tx, int limit);
/// In which no slot is offered: planned work and force majeure that touch `around`, as long as they last.
[[nodiscard]] std::vector<Interval> closed_times(db::Tx& tx, Interval around);

/// Confirmed bookings that touch `time` and were not found for this outage before, by start.
[[nodiscard]] std::vector<Booking> affected(db::Tx& tx, OutageId outage, Interval time, int limit);
void insert_affected(db::Tx& tx, OutageId outage, BookingId booking, bool called_off, Instant now);
struct AffectedCounts {
  std::int64_t found;
  std::int64_t called_off;
};
[[nodiscard]] AffectedCounts count_affected(db::Tx& tx, OutageId outage);

struct GivenPaper {
  OutagePaper what;
  Instant given_at;
  PersonId given_by;
  std::string text;
  std::optional<std::string> file = std::nullopt;  ///< of the certificate
};
/// False when it was given before.
bool insert_paper(db::Tx& tx, OutageId outage, GivenPaper const& paper);
[[nodiscard]] std::vector<GivenPaper> papers_of(db::Tx& tx, OutageId outage);

}  // namespace store

}  // namespace kelisim::scheduling
