#pragma once

#include "groups/calendar.h"
#include "groups/engine.h"
#include "groups/event.h"
#include "identity/people.h"
#include "notify/notifier.h"
#include "platform/clock.h"
#include "platform/db/database.h"
#include "platform/http/routes.h"
#include "platform/jobs/runner.h"
#include "platform/random.h"
#include "privacy/audit.h"
#include "privacy/vault.h"
#include "sessions/relay.h"
#include "terms/brand.h"
#include "terms/group_settings.h"

#include <memory>

/// Group events: staff appoint them, clients register, specialists speak. The media goes through an engine (port
/// `Engine`) to which browsers speak through this room alone; nothing here can record it.
namespace kelisim::groups {

/// What the room works with. Everything outlives routes, jobs and live rooms.
struct Parts {
  terms::Brand const& brand;
  terms::GroupSettings settings;
  identity::People const& people;
  privacy::Vault const& vault;
  privacy::Audit const& audit;
  notify::Notifier& notifier;
  db::Database& database;
  Clock const& clock;
  Random& random;
  Calendar& calendar;
  Duration silence;          ///< real time after which a connection that says nothing is lost
  Engine* engine = nullptr;  ///< null: no media; everything else works
  sessions::Relay* relay =
      nullptr;  ///< lets browsers whose network lets no UDP through reach the engine; may be null
};

/// The live rooms of this process. Everybody in an event is in the same process. Destroying them closes every socket;
/// the database is destroyed after them, and the engine after that.
class Rooms {
 public:
  explicit Rooms(Parts const& parts);
  ~Rooms();
  Rooms(Rooms const&) = delete;
  Rooms& operator=(Rooms const&) = delete;

  class Live;
  [[nodiscard]] std::shared_ptr<Live> const& live() noexcept { return live_; }

 private:
  std::shared_ptr<Live> live_;
};

/// GET /v1/groups, GET /v1/groups/{id}, POST and DELETE /v1/groups/{id}/registration, WebSocket /v1/groups/{id}/room,
/// POST /v1/staff/groups, POST /v1/staff/groups/{id}/cancellation, POST /v1/staff/groups/{id}/moves, GET
/// /v1/staff/groups/{id}/attendance.
void add_routes(http::Routes& routes, Parts const& parts, Rooms& rooms);

/// `groups.forget`: what was written in a chat goes when the brand's days are over. And the condition of the notices
/// that an event was called off or moved.
void add_jobs(jobs::JobRunner& runner, Parts const& parts);

/// As sessions::end_stale_stays.
void end_stale_stays(db::Tx& tx);

}  // namespace kelisim::groups
