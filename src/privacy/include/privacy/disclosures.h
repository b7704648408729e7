#pragma once

#include "kernel/id.h"
#include "kernel/instant.h"
#include "platform/db/tx.h"
#include "platform/http/routes.h"
#include "platform/random.h"
#include "privacy/audit.h"
#include "privacy/rules/disclose.h"
#include "privacy/vault.h"

#include <boost/describe.hpp>
#include <boost/json/object.hpp>

#include <functional>
#include <vector>

/// The register of what third parties ask of a person's data and are given (HAR-4.1.4a). There is no other way out:
/// no route gives anybody else's data to whoever is not the person, their specialist or staff.
namespace kelisim::privacy {

/// What may be asked for. A closed list; what is said in sessions and in the questionnaire is not on it (HAR-4.2.6).
enum class Disclosed : std::uint8_t { contact = 1, account = 2, bookings = 3 };
BOOST_DESCRIBE_ENUM(Disclosed, contact, account, bookings)

struct DisclosureParts {
  Vault const& vault;
  Audit const& audit;
  Random& random;
  /// Reads the data of one kind; filled by wiring, which knows the rooms.
  std::function<boost::json::object(db::Tx&, PersonId, Disclosed)> read;
};

/// POST|GET /v1/staff/people/{id}/disclosures, POST /v1/staff/disclosures/{id}/execution, GET /v1/me/disclosures,
/// POST /v1/me/disclosures/{id}/answer. The parts are kept by reference.
void add_routes(http::Routes& routes, DisclosureParts const& parts);

}  // namespace kelisim::privacy
