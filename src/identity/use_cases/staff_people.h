#pragma once

#include "identity/identity.h"
#include "identity/people.h"
#include "platform/http/call.h"
#include "privacy/staff_access.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// What staff do with people. Every function writes its audit rows in the call's transaction.
namespace kelisim::identity {

/// By the exact number only; the row is written also when nobody has it.
[[nodiscard]] std::optional<Person> search_by_phone(http::Call& call, Parts const& parts, PhoneNumber const& phone,
                                                    privacy::Purpose purpose);

/// By the number of something that is theirs. No sealed data is read; the row is written all the same.
[[nodiscard]] std::optional<Person> search_by_number(http::Call& call, Parts const& parts, std::string_view number,
                                                     privacy::Purpose purpose);

struct OpenedPerson {
  Person person;
  std::optional<std::string> phone;
  std::optional<std::string> email;
  std::optional<std::string> name;  ///< of staff and specialists
  bool questionnaire_complete;
  std::optional<Instant> age_flag_raised_at;
  std::int64_t live_sessions;
};
/// Opens phone, e-mail and name; never the questionnaire, which only the booked specialist sees.
[[nodiscard]] std::optional<OpenedPerson> open_person(http::Call& call, Parts const& parts, PersonId person,
                                                      privacy::Purpose purpose);

/// Ends every sign-in session and refuses new ones. The public ids of the ended ones; nothing when it was so already.
[[nodiscard]] std::optional<std::vector<std::string>> block(http::Call& call, Parts const& parts, PersonId person,
                                                            privacy::Purpose purpose);
/// False when the person was not blocked.
[[nodiscard]] bool unblock(http::Call& call, Parts const& parts, PersonId person, privacy::Purpose purpose);

/// The person is of age after all: booking opens again. False when no flag stands.
[[nodiscard]] bool clear_age_flag(http::Call& call, Parts const& parts, PersonId person, privacy::Purpose purpose);

}  // namespace kelisim::identity
