#pragma once

#include "kernel/id.h"
#include "kernel/instant.h"
#include "platform/db/tx.h"
#include "platform/random.h"

#include <boost/describe.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// What people confirmed in words, beside accepting an edition. Rows are only ever added.
namespace kelisim::terms {

using ConfirmationId = Id<struct ConfirmationTag>;

enum class Confirmation : std::uint8_t {
  safety = 1,  ///< HAR-3.12a: no condition that threatens a life; has read that the service is not for such cases
  partner_terms = 2,           ///< HAR-8.7a: has read and accepts the terms of the payment partner
  truth_at_registration = 3,   ///< HAR-4.2.4a: what was entered is true
  truth_of_questionnaire = 4,  ///< HAR-4.2.4a, with each questionnaire
};
BOOST_DESCRIBE_ENUM(Confirmation, safety, partner_terms, truth_at_registration, truth_of_questionnaire)

struct Confirmed {
  Confirmation what;
  std::string
      version;  ///< of the text confirmed: the partner's terms, else the edition of the offer that asks for it
  Instant at;
};

void confirm(db::Tx& tx, Random& random, PersonId const& person, Confirmed const& confirmed);

/// The newest of its kind.
[[nodiscard]] std::optional<Confirmed> last_confirmed(db::Tx& tx, PersonId const& person, Confirmation what);

/// Newest first, at most 200.
[[nodiscard]] std::vector<Confirmed> confirmations_of(db::Tx& tx, PersonId const& person);

}  // namespace kelisim::terms
