#include "server/business.h"

#include "booking_notice_writer.h"
#include "claims/claims.h"
#include "claims/take_letter.h"
#include "claims/timeline.h"
#include "consultations/desk.h"
#include "contracts/contracts.h"
#include "crisis/crisis.h"
#include "disclosed_data.h"
#include "groups/groups.h"
#include "handover/handover.h"
#include "http/person_timeline.h"
#include "http/staff_jobs.h"
#include "identity/authenticator.h"
#include "identity/identity.h"
#include "kernel/fault.h"
#include "letters/letters.h"
#include "migrations.h"
#include "news/news.h"
#include "notify/routes.h"
#include "obligations/routes.h"
#include "orders/payment_jobs.h"
#include "orders/routes.h"
#include "overrides/overrides.h"
#include "privacy/access_log.h"
#include "privacy/anchors.h"
#include "privacy/changes.h"
#include "privacy/routes.h"
#include "promise_alarms.h"
#include "retention.h"
#include "reviews/reviews.h"
#include "sandbox/routes.h"
#include "sandbox_people.h"
#include "scheduling/scheduling.h"
#include "sessions/messages.h"
#include "sessions/sessions.h"
#include "speakers_calendar.h"
#include "statistics/statistics.h"
#include "store/business.h"
#include "terms/editions.h"
#include "terms/routes.h"

#include <fmt/format.h>
#include <spdlog/spdlog.h>

namespace kelisim::server {
namespace {

terms::PreviewSigner::Key preview_key(privacy::ServerKeys const& keys) {
  terms::PreviewSigner::Key key{};
  std::ranges::copy(keys.key(privacy::KeyUse::sign_previews), key.begin());
  return key;
}

std::unique_ptr<consultations::AstrologersDesk> open_desk(BusinessOptions const& options, terms::Brand const& brand) {
  auto const& folder = options.astrology.empty() ? options.brand : options.astrology;
  if (!consultations::has_astrology(folder)) {
    if (!options.astrology.empty()) throw Fault(Fault::Retry::no, folder.string() + " has no folder astro");
    return nullptr;
  }
  return std::make_unique<consultations::AstrologersDesk>(
      consultations::DeskFolders{.brand = folder, .atlas = options.atlas, .business = brand.name});
}

std::vector<identity::OwnMessage> own_messages(db::Tx& tx, privacy::Vault const& vault, PersonId person, int limit) {
  std::vector<identity::OwnMessage> messages;
  for (auto& [booking, author, message] : sessions::messages_of(tx, vault, person, limit)) {
    messages.push_back({booking.str(), author == person, std::move(message.text), message.said_at});
  }
  return messages;
}

/// Of cases, orders and bookings. Certificates do not exist yet; the room that sells them adds theirs here.
std::optional<PersonId> owner_of_number(db::Tx& tx, std::string_view number) {
  if (auto const client = claims::owner_of_case(tx, number)) return client;
  if (auto const id = orders::OrderId::parse(number)) {
    if (auto const order = orders::find_order(tx, *id)) return order->client;
  }
  if (auto const id = scheduling::BookingId::parse(number)) {
    if (auto const booking = scheduling::find_booking(tx, *id)) return booking->client;
  }
  return std::nullopt;
}

std::unique_ptr<db::Database> open_database(BusinessOptions const& options) {
  auto database = options.postgres.empty() ? db::open_sqlite({.file = options.data / "kelisim.db"})
                                           : db::open_postgres({.conninfo = options.postgres});
  return options.around ? options.around(std::move(database)) : std::move(database);
}

}  // namespace

/// In order of need: what is made later may use what is made earlier, and is torn down before it.
struct Business::Parts {
  Parts(BusinessOptions const& given, Outside const& ports)
      : options(given),
        outside(ports),
        brand(terms::Brand::load(given.brand)),
        settings(identity::settings_of(brand, given.sandbox)),
        keys(privacy::ServerKeys::load_or_create(given.data, ports.random)),
        vault(keys, ports.random),
        audit(keys),
        anchors(given.data / "audit" / "heads"),
        accesses(vault, audit, ports.random),
        sealer(keys.key(privacy::KeyUse::seal_stored_answers)),
        people(vault, audit, ports.random, settings),
        orders(ports.random, brand.terms, brand.gateway.refund_initiate),
        previews(preview_key(keys), brand.preview_lifetime),
        notifier({brand, vault, people, settings, ports.random, given.origin}),
        notices(notifier, people, brand),
        alarms(notifier, people),
        record(brand),
        seal(keys.key(privacy::KeyUse::sign_session_records)),
        identity{keys,
                 vault,
                 audit,
                 ports.random,
                 brand,
                 settings,
                 notifier,
                 [this](std::string const& id) { session_ended(id); },
                 owner_of_number,
                 [this](db::Tx& tx, PersonId person, int limit) { return own_messages(tx, vault, person, limit); }},
        catalogue{brand, people, ports.random},
        scheduling{brand, previews, people, orders, notices, plan, record, ports.random},
        crisis{brand, people, notifier, ports.random},
        contracts{brand,      keys,         vault,
                  audit,      people,       notifier,
                  scheduling, ports.random, [this](std::string const& id) { session_ended(id); }},
        overrides{brand, vault, audit, notifier, orders, ports.random},
        statistics{brand, vault, audit},
        reviews{brand, vault, audit, people, ports.random},
        handover{vault, audit, people, ports.random},
        spool(given.data / "inbox", keys, ports.random),
        letters{brand, people, vault, spool,
                [this](db::Tx& tx, PersonId client, std::string_view text, Instant now) {
                  return claims::take_letter(tx, claims, client, text, now);
                }},
        news{brand, people, settings, audit, notifier, ports.random, given.origin},
        disclosures{vault, audit, ports.random,
                    [this](db::Tx& tx, PersonId person, privacy::Disclosed what) {
                      return disclosed_data(tx, people, person, what);
                    }},
        booking_orders(scheduling),
        speakers_calendar(scheduling),
        claims{brand, vault, audit, people, orders, notifier, scheduling, ports.random, seal, ports.scanner},
        acceptances(brand, ports.random),
        terms_routes{brand,
                     ports.random,
                     given.sandbox,
                     [this](http::Call& call) { return identity::seal_evidence(call, identity); },
                     [](db::Tx& tx, std::string_view version, Instant now) {
                       auto const live = scheduling::bookings_on_other_terms(tx, version, now);
                       return terms::LiveBookings{live.paid, live.unpaid};
                     },
                     &replayer},
        astrology(open_desk(given, brand)),
        database(open_database(given)),
        sessions{brand,       orders,       notices, scheduling, acceptances,        *database,
                 ports.clock, ports.random, seal,    vault,      given.room_silence, ports.relay},
        group_settings(terms::load_group_settings(given.brand)),
        authenticator(keys, settings),
        runner(*database, ports.clock, {.report = given.report}),
        rooms(sessions) {
    if (!group_settings) return;
    terms_routes.groups = group_settings;
    groups.emplace(groups::Parts{brand, *group_settings, people, vault, audit, notifier, *database, ports.clock,
                                 ports.random, speakers_calendar, given.room_silence, ports.group_engine,
                                 ports.relay});
    group_rooms.emplace(*groups);
  }

  void open() {
    database->migrate(all_migrations());
    database->write_now([this](db::Tx& tx) {
      auto const owner = store::claim(tx, {brand.id, options.sandbox});
      if (owner.brand != brand.id || owner.sandbox != options.sandbox) {
        throw Fault(Fault::Retry::no, fmt::format("this database belongs to '{}' {} sandbox mode", owner.brand,
                                                  owner.sandbox ? "in" : "outside of"));
      }
      if (options.sandbox && outside.movable_clock != nullptr) sandbox::restore_clock(tx, *outside.movable_clock);
    });
    auto const now = outside.clock.now();
    database->write_now([&](db::Tx& tx) {
      terms::settle_editions(tx, brand, now);
      if (options.postgres.empty()) {
        jobs::release_leases(tx);
        sessions::end_stale_stays(tx);
        groups::end_stale_stays(tx);
      }
    });
    if (options.sandbox) {
      auto const demo = terms::DemoPeople::load(options.brand, brand);
      seed_demo_people(*database, {identity, catalogue}, demo, now);
    }
    add_routes();
    add_jobs();
    add_replays();
  }

  void add_routes() {
    terms::add_routes(routes, terms_routes);
    privacy::add_routes(routes, audit);
    privacy::add_routes(routes, accesses, audit);
    privacy::add_history_routes(routes, vault, audit);
    privacy::add_routes(routes, disclosures);
    identity::add_routes(routes, identity);
    notify::add_routes(routes, notifier);
    catalogue::add_routes(routes, catalogue);
    obligations::add_routes(routes);
    orders::add_routes(routes);
    scheduling::add_routes(routes, scheduling);
    contracts::add_routes(routes, contracts);
    overrides::add_routes(routes, overrides);
    statistics::add_routes(routes, statistics);
    reviews::add_routes(routes, reviews);
    news::add_routes(routes, news);
    handover::add_routes(routes, handover);
    sessions::add_routes(routes, sessions, rooms);
    if (groups) groups::add_routes(routes, *groups, *group_rooms);
    crisis::add_routes(routes, crisis);
    claims::add_routes(routes, claims);
    if (astrology) consultations::add_routes(routes, *astrology);
    add_job_routes(routes);
    add_timeline_route(routes, {people, audit});
    if (options.sandbox && outside.movable_clock != nullptr) {
      sandbox::add_routes(routes, {*outside.movable_clock, notifier, identity, [this] {
                                     runner.wake();
                                     if (outside.clock_moved) outside.clock_moved();
                                   }});
    }
  }

  void add_jobs() {
    privacy::add_jobs(runner, audit, anchors);
    privacy::add_jobs(runner, accesses);
    privacy::add_change_jobs(runner, audit);
    identity::add_jobs(runner, identity, authenticator);
    notifier.add_jobs(runner, outside.sms, outside.mail);
    obligations::add_jobs(runner, alarms);
    orders::add_jobs(runner, outside.random, outside.gateway, booking_orders, brand.gateway.refund_initiate);
    scheduling::add_jobs(runner, scheduling);
    sessions::add_jobs(runner, sessions);
    if (groups) groups::add_jobs(runner, *groups);
    claims::add_jobs(runner, claims);
    news::add_jobs(runner, news);
    add_retention(runner);
  }

  void add_replays() {
    identity::add_replays(replayer);
    catalogue::add_replays(replayer);
    scheduling::add_replays(replayer);
    contracts::add_replays(replayer);
    overrides::add_replays(replayer);
    sessions::add_replays(replayer);
    claims::add_replays(replayer);
  }

  BusinessOptions options;
  Outside outside;
  std::function<void(std::string const&)> session_ended = [](std::string const&) {};

  terms::Brand brand;
  identity::Settings settings;
  privacy::ServerKeys keys;
  privacy::Vault vault;
  privacy::Audit audit;
  privacy::AnchorFile anchors;
  privacy::AccessLog accesses;
  http::KeyedSealer sealer;
  identity::People people;
  orders::Orders orders;
  terms::PreviewSigner previews;
  notify::Notifier notifier;
  BookingNoticeWriter notices;
  PromiseAlarms alarms;
  sessions::SessionRecord record;
  sessions::RecordSeal seal;
  sessions::SessionPlan plan;
  identity::Parts identity;
  catalogue::Parts catalogue;
  scheduling::Parts scheduling;
  crisis::Parts crisis;
  contracts::Parts contracts;
  overrides::Parts overrides;
  statistics::Parts statistics;
  reviews::Parts reviews;
  handover::Parts handover;
  letters::Spool spool;
  letters::Parts letters;
  news::Parts news;
  privacy::DisclosureParts disclosures;
  scheduling::BookingOrders booking_orders;
  SpeakersCalendar speakers_calendar;
  claims::Parts claims;
  claims::Acceptances acceptances;
  terms::RouteParts terms_routes;
  std::unique_ptr<consultations::AstrologersDesk> astrology;  ///< null: the brand has no astrology

  // The live rooms write their last leaves when they close: the database goes after them, and the parts after it.
  std::unique_ptr<db::Database> database;
  sessions::Parts sessions;
  std::optional<terms::GroupSettings> group_settings;  ///< nothing: the brand holds no group events
  std::optional<groups::Parts> groups;
  identity::SessionAuthenticator authenticator;
  http::Routes routes;
  terms::Replayer replayer;
  jobs::JobRunner runner;
  sessions::Rooms rooms;
  std::optional<groups::Rooms> group_rooms;
};

Business::Business(BusinessOptions const& options, Outside outside)
    : parts_(std::make_unique<Parts>(options, std::move(outside))) {
  parts_->open();
}

Business::~Business() {
  try {
    parts_->database->write_now([this](db::Tx& tx) { parts_->accesses.write_out(tx, parts_->outside.clock.now()); });
  } catch (Fault const& fault) {
    spdlog::warn("the last minute of the access log was not written: {}", fault.what());
  }
}

void Business::on_session_ended(std::function<void(std::string const&)> listener) {
  parts_->session_ended = std::move(listener);
}

int Business::take_letters() {
  return letters::take_letters(*parts_->database, parts_->letters, parts_->outside.clock.now());
}

db::Database& Business::database() noexcept { return *parts_->database; }
sessions::RelayWitness& Business::relay_witness() noexcept { return parts_->rooms.relay_witness(); }
http::Routes& Business::routes() noexcept { return parts_->routes; }
http::Authenticator& Business::authenticator() noexcept { return parts_->authenticator; }
http::AccessObserver& Business::observer() noexcept { return parts_->accesses; }
http::BodySealer const& Business::sealer() const noexcept { return parts_->sealer; }
jobs::JobRunner& Business::jobs() noexcept { return parts_->runner; }
terms::Brand const& Business::brand() const noexcept { return parts_->brand; }
terms::Replayer const& Business::replayer() const noexcept { return parts_->replayer; }
identity::People const& Business::people() const noexcept { return parts_->people; }
privacy::ServerKeys const& Business::keys() const noexcept { return parts_->keys; }
privacy::Audit const& Business::audit() const noexcept { return parts_->audit; }
privacy::AnchorFile const& Business::audit_anchors() const noexcept { return parts_->anchors; }
notify::Notifier const& Business::notifier() const noexcept { return parts_->notifier; }

}  // namespace kelisim::server
