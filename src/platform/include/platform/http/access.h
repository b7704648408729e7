#pragma once

#include <boost/describe/enum.hpp>

#include <cstdint>

namespace kelisim {

/// Who a signed-in person is to the business. One account has one role.
enum class Role : std::uint8_t {
  visitor = 0,
  client = 1,
  specialist = 2,
  support = 3,
  finance = 4,
  administrator = 5,
  barred = 6  ///< a client whose account is blocked: what was decided, complaints and one's own data are left
};

/// Which roles a route admits. Part of the route's type: a route without a level does not compile. Whether *this*
/// object is the caller's own is asked of the store, which loads through the caller's rights.
enum class Access : std::uint8_t {
  anyone,
  signed_in,
  client,
  client_or_barred,
  specialist,
  client_or_specialist,
  support,  ///< support or administrator
  finance,  ///< finance or administrator
  staff,    ///< support, finance or administrator
  administrator,
  gateway,  ///< an outside system that proves itself in the message
  sandbox,  ///< anyone, and only in sandbox mode: elsewhere the route does not exist
};

constexpr bool admits(Access level, Role role) {
  auto const staff = role == Role::support || role == Role::finance || role == Role::administrator;
  switch (level) {
    case Access::anyone:
    case Access::gateway:
    case Access::sandbox:
      return true;
    case Access::signed_in:
      return role != Role::visitor;
    case Access::client:
      return role == Role::client;
    case Access::client_or_barred:
      return role == Role::client || role == Role::barred;
    case Access::specialist:
      return role == Role::specialist;
    case Access::client_or_specialist:
      return role == Role::client || role == Role::specialist;
    case Access::support:
      return role == Role::support || role == Role::administrator;
    case Access::finance:
      return role == Role::finance || role == Role::administrator;
    case Access::staff:
      return staff;
    case Access::administrator:
      return role == Role::administrator;
  }
  return false;
}

}  // namespace kelisim
