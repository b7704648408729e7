#include "world.h"

#include "actions.h"

#include "orders/payment_jobs.h"

#include <fmt/format.h>
#include <spdlog/spdlog.h>
#include <boost/json/serialize.hpp>

#include <algorithm>
#include <array>

namespace kelisim::sim {
namespace {

using std::chrono::hours;
using std::chrono::minutes;

constexpr int patience = 40;  ///< tries of one request before the world gives up on an answer
constexpr Duration between_editions = std::chrono::days(60);

std::vector<test::LaterEdition> const& later_editions() {
  static std::vector<test::LaterEdition> const editions{
      {"2026-12-08", 24}, {"2027-02-01", 22}, {"2027-05-01", 24}, {"2027-08-01", 12}, {"2027-11-01", 22}};
  return editions;
}

constexpr db::Sql next_job{
    "sim.next_job",
    "SELECT due_at_us FROM platform_jobs WHERE state = 'ready' AND kind NOT IN "
    "('scheduling.expire_holds', 'identity.note_use', 'identity.sweep', 'privacy.anchor_audit', 'server.forget') "
    "ORDER BY due_at_us LIMIT 1"};
constexpr Duration room_lead = minutes(5);
constexpr db::Sql leave_room{"sim.leave_room",
                             "UPDATE sessions_presences SET left_at_us = $3, seen_at_us = $3, reason = $4 "
                             "WHERE booking = $1 AND side = $2 AND left_at_us IS NULL"};
constexpr db::Sql beats_heard{
    "sim.beats_heard",
    "UPDATE sessions_presences SET seen_at_us = $1 WHERE left_at_us IS NULL AND joined_at_us <= $1"};
constexpr db::Sql enter_room{
    "sim.enter_room",
    "INSERT INTO sessions_presences (id, booking, side, person, joined_at_us, seen_at_us) "
    "SELECT $1, id, $3, CASE WHEN CAST($3 AS BIGINT) = 2 THEN specialist ELSE client END, $4, $4 "
    "FROM scheduling_bookings WHERE id = $2 AND state = 2 AND starts_at_us <= $5 AND ends_at_us > $4"};
constexpr db::Sql next_session_sql{"sim.next_session",
                                   "SELECT id, specialist, starts_at_us FROM scheduling_bookings WHERE state = 2 AND "
                                   "starts_at_us > $1 ORDER BY starts_at_us, id LIMIT 1"};
constexpr db::Sql questions_sql{"sim.questions",
                                "SELECT booking FROM scheduling_remedies WHERE choice IS NULL UNION "
                                "SELECT booking FROM scheduling_moves WHERE state = 'asked' AND side = 2"};
constexpr db::Sql open_choices_sql{"sim.open_choices",
                                   "SELECT booking FROM scheduling_remedies WHERE choice IS NULL"};

bool is_write(std::string_view method) { return method != "GET"; }

/// A fault on our side, which a client asks again: never a refusal.
bool is_fault(int status) { return status == 503 || status == 504; }

}  // namespace

World::World(Scale const& scale)
    : scale_(scale),
      dice_(scale.seed),
      weather_(scale.seed ^ 0x57EA7E12U),
      acquirer_(scale.seed ^ 0xACC0111EU),
      auditor_(acquirer_) {
  spdlog::set_level(spdlog::level::off);  // thousands of faults are made on purpose
  open();
}

World::~World() = default;

void World::open() {
  test::TestBusiness::Options options;
  options.seed = scale_.seed;
  options.postgres = scale_.postgres;
  options.folder = scale_.folder;
  options.brand = test::brand_with_editions(brand_folder_.path(), later_editions());
  options.gateway = [this](MovableClock& clock) -> orders::CardGateway& {
    acquirer_.keep_time_by(clock);
    return acquirer_;
  };
  options.around = [this](std::unique_ptr<db::Database> real) {
    auto faulty = std::make_unique<FaultyDatabase>(std::move(real), weather_);
    database_ = faulty.get();
    return faulty;
  };
  business_ = std::make_unique<test::TestBusiness>(std::move(options));
  meet_everybody();
}

void World::meet_everybody() {
  test::Visitor visitor(business_->port());
  for (auto const& edition : later_editions()) auditor_.edition(edition.version, edition.window_hours);
  auto const people = visitor.get("/sandbox/people").json();
  for (auto const& one : test::at(people, "items").as_array()) {
    auto const role = test::text_at(one, "role");
    if (role == "client") continue;
    auto person = std::make_unique<Person>(Person{.phone = test::text_at(one, "phone"),
                                                  .id = test::text_at(one, "id"),
                                                  .visitor = test::Visitor(business_->port())});
    if (role == "specialist") {
      specialists_.push_back(std::move(person));
    } else {
      staff_.emplace(role, std::move(person));
    }
  }
}

db::Database& World::real_database() { return database_->real(); }

test::LaterEdition const* World::next_edition() const {
  auto const& editions = later_editions();
  auto const too_young = editions_published_ != 0 && now() < last_edition_at_ + between_editions;
  return too_young || editions_published_ == editions.size() ? nullptr : &editions[editions_published_];
}

void World::edition_published() {
  ++editions_published_;
  last_edition_at_ = now();
}

void World::finding(std::string what) {
  report_.findings.push_back(fmt::format("seed {} operation {}: {}", scale_.seed, report_.operations, what));
}

void World::note(std::string_view action, test::Answer const& answer) {
  if (answer.status < 300) {
    ++report_.actions[std::string(action)];
  } else {
    auto const body = answer.json();
    auto const code = test::has(body, "code") ? test::text_at(body, "code") : std::to_string(answer.status);
    ++report_.actions[fmt::format("{}:{}", action, code)];
  }
}

void World::revive() {
  if (!weather_.dead()) return;
  ++report_.restarts;
  // Until its death the process heard the beats of whoever was in a room.
  real_database().write_now([&](db::Tx& tx) { tx.execute(beats_heard, now()); });
  business_->stop();
  weather_.revive();
  weather_.pause(true);
  business_->start();
  weather_.pause(false);
}

test::Answer World::ask_until_heard(Person& person, Ask const& request) {
  for (int tries = 0; tries < patience; ++tries) {
    revive();
    person.visitor.meet(business_->port());
    last_tries_ = tries + 1;
    try {
      test::Visitor::With const with{.key = request.key, .headers = {{"Kelisim-Token", "body"}}};
      auto answer = request.bytes.empty() ? person.visitor.ask(request.method, request.target, request.body, with)
                                          : person.visitor.put_bytes(request.target, request.bytes);
      if (!weather_.dead() && !is_fault(answer.status)) return answer;
    } catch (test::NoAnswer const&) {
      if (!weather_.dead()) throw;
    }
  }
  throw std::runtime_error("no final answer to " + request.method + " " + request.target);
}

test::Answer World::ask(Person& person, Ask request) {
  if (is_write(request.method) && request.key.empty()) request.key = fresh_key();
  auto answer = ask_until_heard(person, request);
  if (answer.status >= 500) {
    finding(fmt::format("{} {} was answered {}: {}", request.method, request.target, answer.status, answer.body));
  }
  if (answer.status == 401) person.signed_in = false;
  trace_.add(request.method);
  trace_.add(request.target);
  trace_.add(answer.status);
  trace_.add(answer.body);
  return answer;
}

std::optional<std::string> World::code_for(std::string const& phone) {
  run_jobs();
  return business_->carriers().code_for(phone);
}

void World::run_jobs() {
  for (int round = 0; round < 20; ++round) {
    try {
      auto const ran = business_->run_jobs();
      report_.jobs += static_cast<std::int64_t>(ran);
      trace_.add(static_cast<std::int64_t>(ran));
      if (!weather_.dead()) return;
    } catch (Fault const&) {
      if (!weather_.dead()) continue;
    }
    revive();
  }
}

/// From one job that means something to the next; what comes round every minute runs along with them, at least once
/// an hour. Jobs that are due close to each other, for the length of the pass, run together, as in a busy process.
void World::pass(Duration by) {
  auto const until = now() + by;
  auto const grain = by / 24;
  run_jobs();
  while (now() < until) {
    auto const due = real_database().read_now(
        [](db::Tx& tx) { return tx.one(next_job, [](db::Row const& row) { return row.instant(0); }); });
    auto next = now() + hours(1);
    if (due) next = std::min(next, std::max(*due, now() + grain));
    business_->clock().set(std::min(next, until));
    run_jobs();
    deliver_callbacks();
  }
}

void World::jump(Duration by) {
  auditor_.stood_still({now(), now() + by});
  business_->clock().advance(by);
  run_jobs();
  deliver_callbacks();
}

void World::deliver_callbacks() {
  for (auto const& order_number : acquirer_.due_callbacks()) hint(order_number);
}

void World::hint(std::string const& order_number) {
  auto const payment = orders::PaymentId::parse(order_number);
  if (!payment) return;
  for (int tries = 0; tries < patience; ++tries) {
    revive();
    try {
      business_->business().database().write_now([&](db::Tx& tx) { orders::hint(tx, *payment, now()); });
      if (!weather_.dead()) return;
    } catch (Fault const&) {
    }
  }
}

/// What a join and a leave leave behind, as the server of the room writes them: nobody comes before the door opens,
/// after the end, or to a session that is off.
void World::presence(std::string const& booking, bool specialist, bool joins) {
  auto const side = specialist ? 2 : 1;
  real_database().write_now([&](db::Tx& tx) {
    tx.execute(leave_room, booking, side, now(), joins ? "lost" : "left");
    if (!joins) return;
    std::array<std::uint8_t, 10> chance{};
    for (auto& byte : chance) byte = static_cast<std::uint8_t>(dice_.below(256));
    auto const id = IdText::make(now(), chance);
    tx.execute(enter_room, std::string(id.view()), booking, side, now(), now() + room_lead);
  });
}

std::set<std::string> World::open_choices() {
  auto const found = real_database().read_now(
      [](db::Tx& tx) { return tx.all(open_choices_sql, [](db::Row const& row) { return row.str(0); }); });
  return {found.begin(), found.end()};
}

std::set<std::string> World::questions() {
  auto const found = real_database().read_now(
      [](db::Tx& tx) { return tx.all(questions_sql, [](db::Row const& row) { return row.str(0); }); });
  return {found.begin(), found.end()};
}

std::optional<World::Appointment> World::next_appointment() {
  return real_database().read_now([&](db::Tx& tx) {
    return tx.one(
        next_session_sql, [](db::Row const& row) { return Appointment{row.str(0), row.str(1), row.instant(2)}; },
        now());
  });
}

bool World::sign_in_staff(Person& person) {
  auto const listed = ask(person, {.method = "GET", .target = "/sandbox/people"});
  if (listed.status != 200) return false;
  auto const codes = listed.json();
  for (auto const& one : test::at(codes, "items").as_array()) {
    if (test::text_at(one, "id") != person.id) continue;
    auto const answer = ask(person, {.method = "POST",
                                     .target = "/v1/staff-sessions",
                                     .body = {{"phone", person.phone}, {"totp", test::text_at(one, "totp_code")}}});
    note("sign_in_staff", answer);
    person.signed_in = answer.status == 200;
    if (person.signed_in) person.visitor.bear(test::text_at(answer.json(), "token"));
  }
  return person.signed_in;
}

}  // namespace kelisim::sim
