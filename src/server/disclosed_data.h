#pragma once

#include "identity/people.h"
#include "privacy/disclosures.h"

namespace kelisim::server {

/// What a disclosure of this kind holds. Words, instants and amounts; nothing of what was said by anybody.
[[nodiscard]] boost::json::object disclosed_data(db::Tx& tx, identity::People const& people, PersonId person,
                                                 privacy::Disclosed what);

}  // namespace kelisim::server
