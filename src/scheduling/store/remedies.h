#pragma once

#include "scheduling/booking.h"

#include <boost/describe.hpp>

#include <optional>
#include <string>
#include <vector>

namespace kelisim::scheduling {

/// What a client took: the money, another time for the cancelled session, or a free repeat of one that fell short.
enum class RemedyChoice : std::uint8_t { refund, move, repeat };
BOOST_DESCRIBE_ENUM(RemedyChoice, refund, move, repeat)

namespace store {

using RemedyId = Id<struct RemedyTag>;

/// A choice that the business owes the client of a booking; open until one is taken.
struct OfferedRemedy {
  RemedyId id;
  BookingId booking;
  Remedy offered;
  std::string clause;  ///< id of the ledger row
  Instant offered_at;
  std::optional<Instant> due_at;  ///< exclusive; then the money goes back by itself
  std::optional<RemedyChoice> choice = std::nullopt;
};

/// False when a remedy of the booking is open already.
[[nodiscard]] bool insert_remedy(db::Tx& tx, OfferedRemedy const& remedy);
/// The newest, open or not.
[[nodiscard]] std::optional<OfferedRemedy> last_remedy(db::Tx& tx, BookingId booking);
/// Bookings of the client with an open choice, the longest open first.
[[nodiscard]] std::vector<BookingId> open_remedies_of(db::Tx& tx, PersonId client);
/// `by` is nobody where the time ran out. False when it was taken before.
[[nodiscard]] bool take_remedy(db::Tx& tx, RemedyId id, RemedyChoice choice, std::optional<PersonId> by, Instant now);

}  // namespace store

}  // namespace kelisim::scheduling
