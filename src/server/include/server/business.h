#pragma once

#include "claims/scanner.h"
#include "groups/engine.h"
#include "identity/people.h"
#include "ledger/ledger.h"
#include "notify/channels.h"
#include "notify/notifier.h"
#include "orders/card_gateway.h"
#include "platform/clock.h"
#include "platform/db/database.h"
#include "platform/http/observer.h"
#include "platform/http/routes.h"
#include "platform/http/sealer.h"
#include "platform/http/server.h"
#include "platform/jobs/runner.h"
#include "platform/random.h"
#include "privacy/anchors.h"
#include "privacy/audit.h"
#include "privacy/keys.h"
#include "sessions/relay.h"
#include "sessions/sessions.h"
#include "terms/brand.h"
#include "terms/decisions.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <string>

namespace kelisim::server {

struct BusinessOptions {
  std::filesystem::path brand;  ///< brands/<id>
  std::filesystem::path data;   ///< keys and, embedded, the database; made when missing
  std::string postgres = {};    ///< libpq keywords; empty: the embedded database
  std::string origin;           ///< "https://harmonia.kz": of links in letters
  bool sandbox = false;
  std::filesystem::path astrology = {};  ///< the brand whose `astro/` the astrologer's desk works by; empty: `brand`
  std::filesystem::path atlas = "build/data/atlas.tsv";  ///< of places; read where there is such a desk
  Duration room_silence = sessions::usual_silence;       ///< as sessions::Parts::silence
  /// Stands between the business and its database once that is open: the simulator's bad weather. Empty: nothing.
  std::function<std::unique_ptr<db::Database>(std::unique_ptr<db::Database>)> around = {};
  std::function<void(jobs::JobReport const&)> report = {};  ///< hears how each job ended, on a worker's thread
};

/// The ports. All outlive the business.
struct Outside {
  Clock& clock;
  Random& random;
  orders::CardGateway& gateway;
  notify::SmsCarrier& sms;
  notify::MailCarrier& mail;
  sessions::Relay* relay = nullptr;        ///< null: the media of sessions goes directly
  groups::Engine* group_engine = nullptr;  ///< null: group events have no media
  claims::Scanner* scanner = nullptr;      ///< null: evidence is kept without a look for malware
  MovableClock* movable_clock = nullptr;   ///< the same clock, where the sandbox may move it
  std::function<void()> clock_moved = {};  ///< beside the jobs, who else wakes when it was
};

/// One business, wired: rooms, routes, jobs, replays over one database. Opening it migrates, settles the published
/// editions and refuses a database of the other mode (sandbox or not) or of another brand. It listens to nobody and
/// runs no job until told: a server starts an HttpServer on routes() and jobs().start(); a simulator calls handlers
/// and jobs().run_due() by itself.
class Business {
 public:
  Business(BusinessOptions const& options, Outside outside);
  ~Business();
  Business(Business const&) = delete;
  Business& operator=(Business const&) = delete;

  /// Told the public id of a sign-in session after the commit that ended it. Before any request is served.
  void on_session_ended(std::function<void(std::string const&)> listener);

  /// Takes in the letters that wait in `<data>/inbox` (letters/README.md). How many became requests.
  int take_letters();

  [[nodiscard]] db::Database& database() noexcept;
  /// Hears what the relay saw pass. Not after the business is gone.
  [[nodiscard]] sessions::RelayWitness& relay_witness() noexcept;
  [[nodiscard]] http::Routes& routes() noexcept;
  [[nodiscard]] http::Authenticator& authenticator() noexcept;
  [[nodiscard]] http::AccessObserver& observer() noexcept;
  [[nodiscard]] http::BodySealer const& sealer() const noexcept;
  [[nodiscard]] jobs::JobRunner& jobs() noexcept;
  [[nodiscard]] terms::Brand const& brand() const noexcept;
  [[nodiscard]] terms::Replayer const& replayer() const noexcept;
  [[nodiscard]] identity::People const& people() const noexcept;
  [[nodiscard]] privacy::ServerKeys const& keys() const noexcept;
  [[nodiscard]] privacy::Audit const& audit() const noexcept;
  [[nodiscard]] privacy::AnchorFile const& audit_anchors() const noexcept;
  [[nodiscard]] notify::Notifier const& notifier() const noexcept;

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace kelisim::server
