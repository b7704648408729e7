#pragma once

#include "claims/scanner.h"
#include "identity/people.h"
#include "notify/notifier.h"
#include "orders/orders.h"
#include "platform/http/routes.h"
#include "platform/jobs/runner.h"
#include "platform/random.h"
#include "privacy/audit.h"
#include "privacy/vault.h"
#include "scheduling/scheduling.h"
#include "sessions/record_seal.h"
#include "sessions/service_claims.h"
#include "sessions/sessions.h"
#include "terms/brand.h"
#include "terms/decisions.h"

/// What a client says against a session, what the business answers, and whether the services count as accepted.
namespace kelisim::claims {

/// What the use cases of the room work with. Everything outlives the routes.
struct Parts {
  terms::Brand const& brand;
  privacy::Vault const& vault;
  privacy::Audit const& audit;
  identity::People const& people;
  orders::Orders& orders;
  notify::Notifier const& notifier;
  scheduling::Parts const& scheduling;
  Random& random;
  sessions::RecordSeal const& seal;
  Scanner* scanner = nullptr;  ///< null: files are kept without a look for malware
};

/// Sessions asks here before anything is earned.
class Acceptances final : public sessions::ServiceClaims {
 public:
  Acceptances(terms::Brand const& brand, Random& random) : brand_(brand), random_(random) {}
  [[nodiscard]] bool holds_back(db::Tx& tx, scheduling::BookingId booking) const override;
  [[nodiscard]] std::string accept(db::Tx& tx, scheduling::Booking const& booking, Instant ended_at,
                                   Instant now) override;

 private:
  terms::Brand const& brand_;
  Random& random_;
};

/// The client's claims and questions, the staff's queue and case page. The parts are kept by reference.
void add_routes(http::Routes& routes, Parts const& parts);

/// Looks at the files that came, and forgets those that did not come whole.
void add_jobs(jobs::JobRunner& runner, Parts const& parts);

/// Kinds `claims.filing`, `claims.acceptance`, `claims.ruling`.
void add_replays(terms::Replayer& replayer);

}  // namespace kelisim::claims
