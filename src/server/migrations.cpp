#include "migrations.h"

#include "catalogue/migrations.h"
#include "claims/migrations.h"
#include "contracts/migrations.h"
#include "crisis/migrations.h"
#include "groups/migrations.h"
#include "handover/migrations.h"
#include "identity/migrations.h"
#include "ledger/migrations.h"
#include "letters/migrations.h"
#include "news/migrations.h"
#include "notify/migrations.h"
#include "obligations/migrations.h"
#include "orders/migrations.h"
#include "overrides/migrations.h"
#include "platform/migrations.h"
#include "privacy/migrations.h"
#include "reviews/migrations.h"
#include "sandbox/routes.h"
#include "scheduling/migrations.h"
#include "sessions/migrations.h"
#include "statistics/migrations.h"
#include "terms/migrations.h"

namespace kelisim::server {

std::span<db::Migration const> migrations();  // of this room, embedded by the build

std::vector<db::Migration> all_migrations() {
  std::vector<db::Migration> all;
  for (auto const room :
       {platform::migrations(),   terms::migrations(),      obligations::migrations(), privacy::migrations(),
        identity::migrations(),   ledger::migrations(),     notify::migrations(),      catalogue::migrations(),
        orders::migrations(),     scheduling::migrations(), contracts::migrations(),   overrides::migrations(),
        sessions::migrations(),   claims::migrations(),     crisis::migrations(),      groups::migrations(),
        statistics::migrations(), reviews::migrations(),    news::migrations(),        letters::migrations(),
        handover::migrations(),   sandbox::migrations(),    server::migrations()}) {
    all.insert(all.end(), room.begin(), room.end());
  }
  return all;
}

}  // namespace kelisim::server
