#pragma once

#include "kernel/clause.h"
#include "kernel/money.h"
#include "kernel/result.h"
#include "terms/terms.h"

#include <boost/describe.hpp>

#include <cstdint>
#include <optional>
#include <string>

namespace kelisim::overrides {

struct RequestFacts {
  std::optional<Money> alone_up_to;    ///< the brand's, for one person in one day; none: nothing is overridden
  std::optional<std::string> kept_by;  ///< id of the clause by which the price was earned; none: it was not
  bool returned;                       ///< or on its way back
  bool waits;                          ///< another override of the same session waits for its second person
  bool has_reasons;
  Money price;
  Money granted_today;  ///< alone, by the same person, on this day of the business
};
BOOST_DESCRIBE_STRUCT(RequestFacts, (), (alone_up_to, kept_by, returned, waits, has_reasons, price, granted_today))

struct Requested {
  bool needs_second;  ///< nothing goes back before somebody else agrees
  Money refund;
  Clause because;  ///< the clause that is set aside
};
BOOST_DESCRIBE_STRUCT(Requested, (), (needs_second, refund, because))

/// In order of precedence.
enum class RequestRefusal : std::uint8_t {
  no_such_right = 1,     ///< the brand grants nothing against a clause
  nothing_kept = 2,      ///< the price is not earned, or it has gone back
  waits_for_second = 3,  ///< asked before
  reasons_missing = 4,
};
BOOST_DESCRIBE_ENUM(RequestRefusal, no_such_right, nothing_kept, waits_for_second, reasons_missing)

/// The offer knows no override: it is the provider's goodwill, at the provider's cost, and never less than a clause
/// gives. One person grants alone while the day's sum stays within `alone_up_to`, the sum itself included.
[[nodiscard]] Result<Requested, RequestRefusal> decide_request(RequestFacts const& facts, terms::Terms const& terms);

struct FindingFacts {
  bool found;  ///< before
  bool same_person;
  bool returned;
  bool agrees;
  bool has_reasons;
  Money price;
  std::string kept_by;
};
BOOST_DESCRIBE_STRUCT(FindingFacts, (), (found, same_person, returned, agrees, has_reasons, price, kept_by))

struct Found {
  bool granted;
  Money refund;  ///< zero where not granted
  Clause because;
};
BOOST_DESCRIBE_STRUCT(Found, (), (granted, refund, because))

/// In order of precedence.
enum class FindingRefusal : std::uint8_t {
  already_found = 1,
  same_person = 2,   ///< who asked cannot agree
  nothing_kept = 3,  ///< it has gone back meanwhile; only "no" is left
  reasons_missing = 4,
};
BOOST_DESCRIBE_ENUM(FindingRefusal, already_found, same_person, nothing_kept, reasons_missing)

/// The second person's word on an override above the sum that one person may grant.
[[nodiscard]] Result<Found, FindingRefusal> decide_finding(FindingFacts const& facts, terms::Terms const& terms);

}  // namespace kelisim::overrides
