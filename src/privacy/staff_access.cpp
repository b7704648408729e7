#include "privacy/staff_access.h"

#include "kernel/ensure.h"

namespace kelisim::privacy {

Result<Purpose, http::Problem> purpose_of(http::Call const& call) {
  auto const purpose = parse_purpose(call.query("purpose").value_or(""));
  if (purpose) return *purpose;
  return http::Refused(
      http::Problem{.status = 400, .code = "purpose_required", .errors = {{.path = "purpose", .code = "unknown"}}});
}

std::optional<std::string> StaffAccess::open(http::Call& call, PersonId person, Field field,
                                             std::span<std::uint8_t const> sealed, Purpose purpose) const {
  ENSURE(admits(Access::staff, call.caller.role));
  auto opened = vault_.open(call.tx, person, field, sealed);
  audit_.append(
      call.tx, call.now,
      {.action = action_read, .actor = call.person(), .subject = person, .object = field.name, .purpose = purpose});
  return opened;
}

std::vector<std::optional<std::string>> StaffAccess::open_all(http::Call& call, PersonId person, Field field,
                                                              std::span<db::Bytes const> sealed,
                                                              Purpose purpose) const {
  ENSURE(admits(Access::staff, call.caller.role));
  std::vector<std::optional<std::string>> opened;
  for (auto const& one : sealed) opened.push_back(vault_.open(call.tx, person, field, one));
  audit_.append(
      call.tx, call.now,
      {.action = action_read, .actor = call.person(), .subject = person, .object = field.name, .purpose = purpose});
  return opened;
}

}  // namespace kelisim::privacy
