#pragma once

#include "kernel/instant.h"
#include "kernel/zone.h"
#include "terms/brand.h"

#include <string>
#include <vector>

namespace kelisim::identity {

/// What the brand sets (brand.toml: [otp], [email], [sms], [sign_in]) and what bounds an address. Not terms of the
/// contract, except where a clause is named. Filled by wiring.
struct Settings {
  std::string brand_name;   ///< issuer shown by authenticator apps
  Zone zone = Zone::utc();  ///< of the business: its day bounds the SMS budget, and it is a new person's zone
  std::vector<std::string> languages;

  int code_digits = 6;
  Duration code_life = std::chrono::seconds(300);  ///< the last instant is inside
  int tries_per_code = 5;
  /// Wrong codes of a number, and codes sent to it that were never entered right, each in any 24 hours.
  int per_number_per_day = 15;
  Duration resend_after = std::chrono::seconds(60);
  Duration email_code_life = std::chrono::hours(1);  ///< the last instant is inside
  int email_codes_per_day = 5;                       ///< to one person, in any 24 hours
  int sms_per_day = 5000;
  bool sms_to_kazakhstan = true;
  bool sms_to_russia = true;

  Duration client_session_life = std::chrono::days(30);
  Duration staff_session_life = std::chrono::hours(12);
  Duration staff_idle = std::chrono::minutes(15);

  int requests_per_address_per_hour = 60;  ///< registrations and requests for codes; 0: unbounded (sandbox, bench)
  int tries_per_address_per_hour = 120;    ///< codes entered; 0: unbounded
  int sessions_per_person = 20;            ///< live at once; the oldest ends
  bool token_in_body = false;              ///< sandbox: `Kelisim-Token: body` is honoured
};

/// The sandbox bounds no address and honours `Kelisim-Token: body`.
[[nodiscard]] Settings settings_of(terms::Brand const& brand, bool sandbox);

}  // namespace kelisim::identity
