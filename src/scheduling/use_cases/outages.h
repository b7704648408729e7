#pragma once

#include "scheduling/scheduling.h"
#include "store/outages.h"

#include <optional>
#include <string>
#include <vector>

namespace kelisim::scheduling {

struct NewOutage {
  OutageKind kind;
  Instant from;
  std::optional<Instant> until;
  PersonId by;
};
/// Writes the outage and looks for the sessions that it touches, now and until it is over. No slot is offered inside
/// planned work or force majeure from this instant on. A force majeure opens the promises of its notice and its
/// certificate (HAR-7.2a, HAR-7.3a).
[[nodiscard]] Result<Outage, OutageRefusal> open_outage(db::Tx& tx, Parts const& parts, NewOutage const& wanted,
                                                        Instant now);

/// A session that an outage would touch, and what would become of it.
struct Touched {
  Booking booking;
  std::optional<Cancelled> called_off;  ///< nothing: its two are told, and attendance decides
};
/// What open_outage() would find now, by start, at most `limit` sessions. Nothing is written and nobody is told.
[[nodiscard]] Result<std::vector<Touched>, OutageRefusal> preview_outage(db::Tx& tx, Parts const& parts,
                                                                         NewOutage const& wanted, int limit,
                                                                         Instant now);

/// Calls off the sessions that the outage touches, or tells their two where the terms do not: each session once.
/// Returns when to look again; nothing once the outage is over.
std::optional<Instant> settle_outage(db::Tx& tx, Parts const& parts, OutageId id, Instant now);

/// HAR-6.1a: closing says what was done about it. HAR-7.1a: after a force majeure every open promise that was running
/// beside it is due later by the time that it ran. False when it is closed already.
bool close_outage(db::Tx& tx, Parts const& parts, OutageId id, std::string_view remedy, PersonId by, Instant now);

/// A force majeure lasts longer: the sessions in the time that comes to it are found, and no slot is offered there.
[[nodiscard]] Result<Outage, ProlongationRefusal> prolong_outage(db::Tx& tx, Parts const& parts, Outage const& outage,
                                                                 Instant until, PersonId by, Instant now);

/// In order of precedence. HAR-7.3a: a certificate is stored as the file that it is, never as words alone.
enum class PaperRefusal : std::uint8_t { no_force_majeure = 1, given_already = 2, file_missing = 3 };
/// The notice or the certificate of a force majeure has been given to the other side.
[[nodiscard]] Result<void, PaperRefusal> give_paper(db::Tx& tx, Outage const& outage, store::GivenPaper const& paper);

/// Key of the promise of a paper.
[[nodiscard]] std::string paper_promise(OutageId outage, OutagePaper what);

}  // namespace kelisim::scheduling
