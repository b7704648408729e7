#pragma once

#include "orders/orders.h"
#include "platform/clock.h"
#include "platform/db/database.h"
#include "platform/http/routes.h"
#include "platform/jobs/runner.h"
#include "platform/random.h"
#include "privacy/vault.h"
#include "scheduling/events.h"
#include "scheduling/notices.h"
#include "scheduling/scheduling.h"
#include "scheduling/session_facts.h"
#include "sessions/record_seal.h"
#include "sessions/relay.h"
#include "sessions/service_claims.h"
#include "terms/brand.h"
#include "terms/decisions.h"

#include <memory>

/// The hour itself: who was in the room and when, the live room that brings the two browsers together, and what the
/// session came to. Media goes from browser to browser, or sealed through the relay, and never through this code;
/// nothing here can record it
/// (HAR-3.4a, HAR-3.4b, HAR-3.4c).
namespace kelisim::sessions {

/// Browsers say that they are there each second; so long without a word, the connection is lost. Real time.
inline constexpr Duration usual_silence = std::chrono::seconds(3);

/// What the use cases of the room work with. Everything outlives routes, jobs and live rooms.
struct Parts {
  terms::Brand const& brand;
  orders::Orders& orders;
  scheduling::BookingNotices& notices;
  scheduling::Parts const& scheduling;
  ServiceClaims& claims;
  db::Database& database;
  Clock const& clock;
  Random& random;
  RecordSeal const& seal;
  privacy::Vault const& vault;
  Duration silence;  ///< real time after which a connection that says nothing is lost, half a second more or less
  Relay* relay = nullptr;  ///< null: the two connect directly
};

/// The live rooms of this process. Destroying them closes every socket; the database, which may still have joins and
/// leaves to write, is destroyed before the parts.
class Rooms {
 public:
  explicit Rooms(Parts const& parts);
  ~Rooms();
  Rooms(Rooms const&) = delete;
  Rooms& operator=(Rooms const&) = delete;

  class Live;
  [[nodiscard]] std::shared_ptr<Live> const& live() noexcept { return live_; }
  /// Puts what the relay saw pass into the records of the sessions that are live.
  [[nodiscard]] RelayWitness& relay_witness() noexcept;

 private:
  std::shared_ptr<Live> live_;
};

/// Key of the promise that the session is accepted, and its pay earned, by itself (HAR-3.10a): kept by the job that
/// does it. A claim in time lifts it.
[[nodiscard]] std::string acceptance_promise(scheduling::BookingId booking);

/// What scheduling asks about a session.
class SessionRecord final : public scheduling::SessionFacts {
 public:
  explicit SessionRecord(terms::Brand const& brand) : brand_(brand) {}
  [[nodiscard]] scheduling::SessionView about(db::Tx& tx, scheduling::Booking const& booking, scheduling::Party side,
                                              Instant now) const override;

 private:
  terms::Brand const& brand_;
};

/// Sets and lifts the closing job of a session.
class SessionPlan final : public scheduling::BookingEvents {
 public:
  void appointed(db::Tx& tx, scheduling::Booking const& booking, Instant now) override;
  void called_off(db::Tx& tx, scheduling::Booking const& booking, Instant now) override;
};

/// Under /v1/bookings/{id}: WebSocket room, GET messages, GET presence, GET relay-access, PUT equipment-check.
void add_routes(http::Routes& routes, Parts const& parts, Rooms& rooms);

/// `sessions.close` at the moved end, `sessions.earn` when the time for claims is over.
void add_jobs(jobs::JobRunner& runner, Parts const& parts);

/// `sessions.attendance`, `sessions.connection`.
void add_replays(terms::Replayer& replayer);

/// Ends the stays that a process left open when it died, at the instant at which it last saw them. At start-up,
/// before anybody can join, and only where no other process is at work.
void end_stale_stays(db::Tx& tx);

}  // namespace kelisim::sessions
