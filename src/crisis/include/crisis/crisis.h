#pragma once

#include "identity/people.h"
#include "kernel/id.h"
#include "notify/notifier.h"
#include "platform/http/routes.h"
#include "platform/random.h"
#include "terms/brand.h"

#include <boost/describe.hpp>

#include <cstdint>
#include <optional>
#include <string>

namespace kelisim::crisis {

using AlertId = Id<struct AlertTag>;

enum class AlertKind : std::uint8_t {
  urgent,     ///< HAR-4.2.11a: suicidal thoughts or another abnormal state
  condition,  ///< HAR-3.12b: a change of mental or physical condition
};
BOOST_DESCRIBE_ENUM(AlertKind, urgent, condition)

/// All of it outlives the routes.
struct Parts {
  terms::Brand const& brand;
  identity::People const& people;
  notify::Notifier const& notifier;
  Random& random;
};

struct Alert {
  AlertKind kind;
  PersonId client;
  std::string words;  ///< for the specialist's eyes alone; may be empty
};

struct Raised {
  AlertId id;
  std::optional<PersonId> specialist;  ///< who was told: of the booking that is next or runs, else of the last one
  std::int64_t duty_told;
};

/// How many alerts of one person are told. What comes beyond was told already: it would only use up the messages of a
/// day that a specialist gets by SMS, and so silence somebody else's alert.
inline constexpr int alerts_an_hour_max = 5;
inline constexpr int alerts_a_day_max = 10;

enum class AlertRefusal : std::uint8_t { told_already = 1 };

/// HAR-4.2.11a: "Give the user an urgent-alert action to tell the specialist at once about suicidal thoughts or other
/// abnormal mental or physical states, at any hour, with emergency contacts shown immediately." HAR-3.12b: a change
/// of condition goes the same way. The specialist is told with the words, the duty of support without them.
[[nodiscard]] Result<Raised, AlertRefusal> raise_alert(db::Tx& tx, Parts const& parts, Alert const& alert,
                                                       Instant now);

/// GET /v1/crisis, GET /urgent, POST /v1/alerts, GET /v1/staff/alerts.
void add_routes(http::Routes& routes, Parts const& parts);

}  // namespace kelisim::crisis
