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

/// A client is restricted under the contract, with a ground and what it does to their sessions: not here.
enum class BlockRefusal : std::uint8_t { not_found = 1, is_client = 2, unchanged = 3 };
/// Staff or a specialist: ends every sign-in session, whose public ids it gives, and refuses new ones.
[[nodiscard]] Result<std::vector<std::string>, BlockRefusal> block(http::Call& call, Parts const& parts,
                                                                   PersonId person, privacy::Purpose purpose);
[[nodiscard]] Result<void, BlockRefusal> unblock(http::Call& call, Parts const& parts, PersonId person,
                                                 privacy::Purpose purpose);

struct EmailCorrection {
  std::string email;  ///< an address by its shape
  std::string reason;
};
/// HAR-4.1.3a: "Provide staff functions to administer personal accounts (view status, correct, block, unblock,
/// close), each action logged with actor and reason." Old value, new value and reason stand sealed in the audit row.
/// False when there is no such person.
[[nodiscard]] bool correct_email(http::Call& call, Parts const& parts, PersonId person,
                                 EmailCorrection const& correction, privacy::Purpose purpose);

/// The person is of age after all: booking opens again. False when no flag stands.
[[nodiscard]] bool clear_age_flag(http::Call& call, Parts const& parts, PersonId person, privacy::Purpose purpose);

}  // namespace kelisim::identity
