#pragma once

#include "kernel/clause.h"
#include "kernel/instant.h"
#include "kernel/result.h"
#include "scheduling/rules/booking.h"
#include "terms/terms.h"

#include <boost/describe.hpp>

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace kelisim::scheduling {

/// In order of precedence.
enum class SlotRefusal : std::uint8_t {
  in_the_past = 1,
  too_soon = 2,   ///< nearer than the brand's least lead time
  too_far = 3,    ///< beyond the brand's horizon
  too_short = 4,  ///< HAR-1.session.c
  outside_hours = 5,
  overlaps = 6,   ///< HAR-3.2c
  no_buffer = 7,  ///< HAR-3.9d
};
BOOST_DESCRIBE_ENUM(SlotRefusal, in_the_past, too_soon, too_far, too_short, outside_hours, overlaps, no_buffer)

struct SlotRefused {
  SlotRefusal why;
  std::optional<Clause> because;
};
BOOST_DESCRIBE_STRUCT(SlotRefused, (), (why, because))

/// Settings of the brand stand among the facts, so that a decision can be made again years later.
struct SlotFacts {
  Interval slot;
  bool within_hours;            ///< the specialist's hours offer exactly this start and the whole length
  std::vector<Interval> taken;  ///< live bookings and engagements of the specialist around the slot
  Instant now;
  std::int64_t buffer_seconds;
  std::int64_t min_lead_seconds;
  std::int64_t horizon_days;
};
BOOST_DESCRIBE_STRUCT(SlotFacts, (), (slot, within_hours, taken, now, buffer_seconds, min_lead_seconds, horizon_days))

struct SlotAdmitted {
  Clause because;
};
BOOST_DESCRIBE_STRUCT(SlotAdmitted, (), (because))

/// HAR-3.2c: "A specialist cannot be booked for overlapping sessions."
/// HAR-3.9d: "An extension must not be cut off by the next booking of the same specialist: plan a buffer between
/// slots." HAR-1.session.c: "Reject any session duration below 50 minutes." The buffer is kept on both sides; a slot
/// that starts exactly one buffer after another ends is free.
[[nodiscard]] Result<SlotAdmitted, SlotRefused> admit_slot(SlotFacts const& facts, terms::Terms const& terms);

/// The part of it that listings ask for each slot: overlap and buffer alone.
[[nodiscard]] bool is_free(Interval slot, std::span<Interval const> taken, Duration buffer);

/// In order of precedence, which is the order of the offer: registration, questionnaire, choice.
enum class BookingRefusal : std::uint8_t {
  not_registered = 1,                ///< HAR-1.user.b
  no_contract = 2,                   ///< HAR-0a: no recorded acceptance
  contract_ended = 3,                ///< HAR-4.3.5a, HAR-4.3.9a: ended by either side, or the account is restricted
  contract_outdated = 4,             ///< HAR-2.5b: a newer edition is in force and not accepted
  under_age = 5,                     ///< HAR-1.user.a
  questionnaire_required = 6,        ///< HAR-3.1a
  specialist_unavailable = 7,        ///< HAR-2.2b: not published, not qualified now, or unknown
  safety_confirmation_required = 8,  ///< HAR-3.12a
};
BOOST_DESCRIBE_ENUM(BookingRefusal, not_registered, no_contract, contract_ended, contract_outdated, under_age,
                    questionnaire_required, specialist_unavailable, safety_confirmation_required)

struct BookingRefused {
  BookingRefusal why;
  Clause because;
};
BOOST_DESCRIBE_STRUCT(BookingRefused, (), (why, because))

struct BookingFacts {
  bool registered;
  bool accepted_offer;
  bool ended;  ///< the contract has ended, or the account is restricted
  bool accepted_is_in_force;
  bool under_age;  ///< a questionnaire was refused for the age
  bool questionnaire_complete;
  bool specialist_offered;
  bool confirms_safety;  ///< with this request, or before
};
BOOST_DESCRIBE_STRUCT(BookingFacts, (),
                      (registered, accepted_offer, ended, accepted_is_in_force, under_age, questionnaire_complete,
                       specialist_offered, confirms_safety))

struct BookingAdmitted {
  Clause because;
};
BOOST_DESCRIBE_STRUCT(BookingAdmitted, (), (because))

/// HAR-3.1a: "Enforce the order: registration, then questionnaire, then choice of specialist."
/// HAR-1.user.b: "Only a person registered through acceptance of the offer may receive services."
/// HAR-0a: "before that record exists no paid function is available".
/// HAR-4.3.5a: the provider's end of the contract "closes the account to new bookings"; HAR-4.3.9a: so does a
///   restriction, and HAR-4.4.3a the end that the client made.
/// HAR-1.user.a: "Refuse customers below the age of majority."
/// HAR-2.2b: "Offer only specialists whose qualification has been confirmed."
/// HAR-3.12a: "Before the first booking the user confirms that they have no physical or mental health condition that
///   threatens their life or that of others and that they have read that the service is not meant for such cases."
///   Nothing else follows from it (AMB-H34), and it is asked last: nobody confirms it for a booking that cannot be.
/// `terms` are those in force.
[[nodiscard]] Result<BookingAdmitted, BookingRefused> admit_booking(BookingFacts const& facts,
                                                                    terms::Terms const& terms);

}  // namespace kelisim::scheduling
