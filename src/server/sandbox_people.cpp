#include "sandbox_people.h"

#include "identity/demo.h"
#include "kernel/ensure.h"
#include "scheduling/scheduling.h"

#include <boost/describe/enum_from_string.hpp>

namespace kelisim::server {
namespace {

std::string_view in(terms::Localized const& name, std::string const& language) { return name.at(language); }

void seed_staff(db::Tx& tx, DemoRooms const& rooms, terms::DemoStaff const& staff, Instant now) {
  auto const& language = rooms.identity.brand.default_language;
  Role role{};
  ENSURE(boost::describe::enum_from_string(staff.role.c_str(), role));
  // A number that is taken is of an earlier start.
  (void)rooms.catalogue.people.create_staff(tx, now, staff.phone, role, in(staff.name, language), language,
                                            std::nullopt);
}

void seed_specialist(db::Tx& tx, DemoRooms const& rooms, terms::DemoSpecialist const& demo, Instant now) {
  auto const& language = demo.languages.front();
  auto const made = rooms.catalogue.people.create_staff(tx, now, demo.phone, Role::specialist,
                                                        in(demo.name, rooms.identity.brand.default_language),
                                                        language, std::nullopt);
  if (!made) return;
  catalogue::seed_specialist(tx, rooms.catalogue, made->person, demo, now);
  auto const zone = Zone::load(demo.zone);
  ENSURE(zone.has_value());
  scheduling::NewPractice practice{made->person, *zone, std::chrono::minutes(demo.duration_minutes), {}};
  for (auto const& hours : demo.hours) practice.week.push_back({hours.weekday, hours.from, hours.to});
  scheduling::open_practice(tx, practice, now);
}

}  // namespace

void seed_demo_people(db::Database& database, DemoRooms const& rooms, terms::DemoPeople const& demo, Instant now) {
  database.write_now([&](db::Tx& tx) {
    for (auto const& staff : demo.staff) seed_staff(tx, rooms, staff, now);
    for (auto const& specialist : demo.specialists) seed_specialist(tx, rooms, specialist, now);
    for (auto const& client : demo.clients) identity::register_demo_client(tx, rooms.identity, client, now);
  });
}

}  // namespace kelisim::server
