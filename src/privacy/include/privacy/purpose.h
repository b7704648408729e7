#pragma once

#include <boost/describe.hpp>

#include <cstdint>
#include <optional>
#include <string_view>

namespace kelisim::privacy {

/// Why a member of staff opens sealed data. A closed list: free words would put personal data into the audit chain.
enum class Purpose : std::uint8_t {
  client_request,  ///< the person asked for help
  booking,         ///< to bring about, move or cancel a session
  payment,         ///< a payment or a refund
  complaint,
  security,    ///< misuse of an account
  age_check,   ///< an age below 18 was entered
  legal_duty,  ///< a request of a state body
};
BOOST_DESCRIBE_ENUM(Purpose, client_request, booking, payment, complaint, security, age_check, legal_duty)

[[nodiscard]] std::string_view to_string(Purpose purpose);
[[nodiscard]] std::optional<Purpose> parse_purpose(std::string_view text);

}  // namespace kelisim::privacy
