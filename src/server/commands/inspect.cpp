#include "commands/opened.h"
#include "kernel/ensure.h"
#include "ledger/ledger.h"
#include "privacy/audit.h"
#include "privacy/changes.h"
#include "server/commands.h"

#include <fmt/format.h>
#include <boost/describe/enum_from_string.hpp>

#include <cstdio>
#include <cstdlib>

namespace kelisim::server {

int replay(Place const& place) {
  OpenedBusiness business(place);
  auto const report = business->database().read_now(
      [&](db::Tx& tx) { return terms::replay_all(tx, business->replayer(), business->brand().terms); });
  for (auto const& difference : report.differing) {
    fmt::print("{} {} of {} decided {} under {}\n  stored   {}\n  replayed {}\n", difference.stored.id.view(),
               difference.stored.kind, difference.stored.subject, to_rfc3339(difference.stored.decided_at),
               difference.stored.terms_version, difference.stored.outcome, difference.replayed);
  }
  fmt::print("{} decisions replayed, {} differ\n", report.decisions, report.differing.size());
  return report.differing.empty() ? 0 : 1;
}

int verify_audit(Place const& place) {
  OpenedBusiness business(place);
  auto const anchors = business->audit_anchors().read();
  auto const verdict =
      business->database().read_now([&](db::Tx& tx) { return business->audit().verify(tx, anchors); });
  if (verdict.first_bad) {
    fmt::print("audit: broken at row {}; {} good rows before it\n", *verdict.first_bad, verdict.rows);
    return 1;
  }
  auto const changes = business->database().read_now([](db::Tx& tx) { return privacy::verify_changes(tx); });
  if (changes.first_bad) {
    fmt::print("history of changes: broken at or after row {}\n", *changes.first_bad);
    return 1;
  }
  fmt::print("history of changes: {} rows as they were sealed\n", changes.sealed);
  fmt::print("audit: {} rows, unbroken, {} anchors met; head {:02x}\n", verdict.rows, anchors.size(),
             fmt::join(verdict.head, ""));
  return 0;
}

int check_ledger(Place const& place) {
  OpenedBusiness business(place);
  auto const wrong = business->database().read_now([](db::Tx& tx) { return ledger::check(tx); });
  for (auto const& one : wrong) fmt::print("{}: {}\n", one.what, one.subject);
  fmt::print("ledger: {} discrepancies\n", wrong.size());
  return wrong.empty() ? 0 : 1;
}

int print_openapi(Place const& given) {
  auto folder = (std::filesystem::temp_directory_path() / "kelisim-openapi-XXXXXX").string();
  if (mkdtemp(folder.data()) == nullptr) throw Fault(Fault::Retry::no, "no temporary folder");
  {
    auto place = given;
    place.data = folder;
    place.postgres.clear();
    OpenedBusiness business(place);
    http::add_platform_routes(business->routes(), business->brand().name, place.sandbox);
    fmt::print("{}\n", http::openapi(business->routes(), business->brand().name, place.sandbox));
  }
  std::filesystem::remove_all(folder);
  return 0;
}

int add_staff(NewStaff const& staff) {
  auto const phone = PhoneNumber::parse(staff.phone);
  if (!phone) throw Fault(Fault::Retry::no, "this is no telephone number");
  Role role{};
  ENSURE(boost::describe::enum_from_string(staff.role.c_str(), role));
  OpenedBusiness business(staff.place);
  auto const made = business->database().write_now([&](db::Tx& tx) {
    return business->people().create_staff(tx, business.now(), *phone, role, staff.name,
                                           business->brand().default_language, std::nullopt);
  });
  if (!made) throw Fault(Fault::Retry::no, "this number has an account already");
  fmt::print("{}\nScan it with an authenticator app now: it is not shown again.\n", made->totp_uri);
  return 0;
}

}  // namespace kelisim::server
