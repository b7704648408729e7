#pragma once

#include "catalogue/catalogue.h"
#include "identity/identity.h"
#include "platform/db/database.h"
#include "terms/demo.h"

namespace kelisim::server {

struct DemoRooms {
  identity::Parts const& identity;
  catalogue::Parts const& catalogue;
};

/// Fills a sandbox's database with the brand's demo people. Whoever is there already is left alone, so that it may
/// run at every start.
void seed_demo_people(db::Database& database, DemoRooms const& rooms, terms::DemoPeople const& demo, Instant now);

}  // namespace kelisim::server
