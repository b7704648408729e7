#pragma once

#include "kernel/clause.h"
#include "kernel/instant.h"
#include "kernel/money.h"
#include "kernel/phone_number.h"
#include "kernel/zone.h"
#include "terms/document.h"
#include "terms/terms.h"

#include <boost/describe.hpp>

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kelisim::terms {

/// A text in every language of the brand.
using Localized = std::map<std::string, std::string, std::less<>>;

struct Provider {
  std::string display_name;
  std::string support_email;
  std::string support_phone;
};

struct GatewaySettings {
  std::string kind;
  std::string display_name;
  std::string terms_url;
  std::string terms_version;        ///< of the text there: whoever confirmed another one is asked again
  std::string merchant_id_setting;  ///< the name of the server setting; the value never stands in a brand
  std::string secret_key_setting;
  std::string base_url_setting;
  Duration payment_lifetime;
  Duration refund_initiate;
};

struct SchedulingSettings {
  Duration slot_hold;
  Duration buffer;
  Duration slot_step;
  int booking_horizon_days;
  Duration min_lead;
  int max_duration_minutes;
  Duration room_opens;  ///< before the start; at least what the terms promise
  std::vector<Duration> reminders_before;
};

/// How long the business takes over claims. None of it is a term of the offer: the law's answer is a duty beside it,
/// and the earlier of the two leads.
struct ClaimSettings {
  int law_answer_calendar_days;
  int answer_working_days;
  int appeal_calendar_days;
  std::string work_calendar;  ///< ISO 3166 country of the calendar
};

/// What staff may grant against a clause.
struct OverrideSettings {
  std::int64_t alone_up_to_minor;  ///< by one person in one day of the business; more needs a second person
};

struct OtpLimits {
  int digits;
  Duration lifetime;
  int attempts_max;  ///< per code
  Duration resend;
  int per_number_per_day;
};

/// Of the letter that proves an address; digits, tries and resending are those of OtpLimits.
struct EmailLimits {
  Duration code_lifetime;
  int per_person_per_day;
};

struct SmsLimits {
  std::vector<std::string> countries;  ///< ISO 3166: "KZ", "RU"
  int daily_budget;
  /// Whether a message may go to this number at all.
  [[nodiscard]] bool allows(PhoneNumber const& number) const;
};

struct SignInLimits {
  Duration client_lifetime;
  Duration staff_lifetime;
  Duration staff_idle;
};

/// How the media of a session goes between the two.
enum class MediaMode : std::uint8_t {
  relay = 1,   ///< through our relay alone: neither learns the other's address
  direct = 2,  ///< from browser to browser
};

/// What the two of a session may do in its room besides seeing and hearing each other.
struct SessionSettings {
  bool chat;          ///< write to each other
  bool screen_share;  ///< show the other their screen
};

/// Blocks of the personal account that a brand may leave out; the others are rights or duties.
enum class AccountBlock : std::uint8_t {
  sign_in_sessions = 1,   ///< where one is signed in
  voluntary_answers = 2,  ///< what the questionnaire asks of whoever wishes
};
BOOST_DESCRIBE_ENUM(AccountBlock, sign_in_sessions, voluntary_answers)

/// Who helps at once in a country: emergency.toml.
struct EmergencyContact {
  std::string country;  ///< ISO 3166
  std::string phone;    ///< as it is dialled there: "112"
  Localized name;
  Localized text;
};

struct Topic {
  std::string key;
  Localized label;
};

/// A template of notices/<language>.toml: by field `sms`, `title`, `body`, `email_subject`, `email_body`; the
/// template `words` holds words for values instead.
using NoticeText = std::map<std::string, std::string, std::less<>>;

/// theme.toml: colours by name, and the line under the name of the brand.
struct Theme {
  std::string name;
  std::string short_name;
  Localized tagline;
  std::map<std::string, std::string, std::less<>> light;
  std::map<std::string, std::string, std::less<>> dark;
};

/// A clause as answers show it: the paragraph's number and its wording in the asked language.
struct ClauseView {
  std::string id;
  std::string number;
  std::string text;
};
BOOST_DESCRIBE_STRUCT(ClauseView, (), (id, number, text))

/// One business: settings, documents, terms. Read once at start-up from brands/<id>/ and never changed. Whatever is
/// missing or not understood is BadBrand, which names file and key; there are no defaults.
struct Brand {
  std::string id;
  std::string name;
  std::string domain;
  Zone zone;
  Currency currency;
  std::vector<std::string> languages;
  std::string default_language;
  Provider provider;
  BasisPoints commission;
  GatewaySettings gateway;
  Duration preview_lifetime;
  SchedulingSettings scheduling;
  OtpLimits otp;
  EmailLimits email;
  SmsLimits sms;
  SignInLimits sign_in;
  std::optional<ClaimSettings> claims;        ///< absent: the brand takes no claims in the account
  std::optional<OverrideSettings> overrides;  ///< absent: nothing is granted against a clause
  std::string emergency_phone;
  std::vector<EmergencyContact> emergency_contacts;  ///< in the order in which they are shown; never empty
  MediaMode media_mode;
  SessionSettings session;
  std::vector<AccountBlock> account_blocks;  ///< that the account shows
  Theme theme;
  std::vector<Topic> topics;
  std::map<std::string, std::map<std::string, NoticeText, std::less<>>, std::less<>> notices;  ///< language, template
  DocumentBook documents;
  TermsBook terms;

  [[nodiscard]] static Brand load(std::filesystem::path const& folder);

  [[nodiscard]] bool speaks(std::string_view language) const;
  /// HAR-4.3.2a: a block that is left out is absent; what people entered there stays theirs and is in their data.
  [[nodiscard]] bool shows(AccountBlock block) const;
  /// `language` where the brand speaks it, else its default.
  [[nodiscard]] std::string const& spoken(std::string_view language) const;

  /// The field of a notice, or nothing where this template does not use it. An unknown template or language is a bug.
  [[nodiscard]] std::optional<std::string_view> notice(std::string_view template_name, std::string_view field,
                                                       std::string_view language) const;

  /// The clause with its wording of that edition of the offer; the number alone where the edition has no such
  /// paragraph.
  [[nodiscard]] ClauseView view(Clause const& clause, std::string_view offer_version,
                                std::string_view language) const;
};

}  // namespace kelisim::terms
