#include "identity/settings.h"

#include <algorithm>

namespace kelisim::identity {

Settings settings_of(terms::Brand const& brand, bool sandbox) {
  auto const serves = [&](std::string_view country) { return std::ranges::count(brand.sms.countries, country) > 0; };
  Settings settings{.brand_name = brand.name,
                    .zone = brand.zone,
                    .languages = brand.languages,
                    .code_digits = brand.otp.digits,
                    .code_life = brand.otp.lifetime,
                    .tries_per_code = brand.otp.attempts_max,
                    .per_number_per_day = brand.otp.per_number_per_day,
                    .resend_after = brand.otp.resend,
                    .email_code_life = brand.email.code_lifetime,
                    .email_codes_per_day = brand.email.per_person_per_day,
                    .sms_per_day = brand.sms.daily_budget,
                    .sms_to_kazakhstan = serves("KZ"),
                    .sms_to_russia = serves("RU"),
                    .client_session_life = brand.sign_in.client_lifetime,
                    .staff_session_life = brand.sign_in.staff_lifetime,
                    .staff_idle = brand.sign_in.staff_idle,
                    .token_in_body = sandbox};
  if (sandbox) {
    settings.requests_per_address_per_hour = 0;
    settings.tries_per_address_per_hour = 0;
  }
  return settings;
}

}  // namespace kelisim::identity
