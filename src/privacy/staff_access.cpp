#include "privacy/staff_access.h"

#include "kernel/ensure.h"

namespace kelisim::privacy {

std::optional<std::string> StaffAccess::open(http::Call& call, PersonId person, Field field,
                                             std::span<std::uint8_t const> sealed, Purpose purpose) const {
  ENSURE(admits(Access::staff, call.caller.role));
  auto opened = vault_.open(call.tx, person, field, sealed);
  audit_.append(
      call.tx, call.now,
      {.action = action_read, .actor = call.person(), .subject = person, .object = field.name, .purpose = purpose});
  return opened;
}

}  // namespace kelisim::privacy
