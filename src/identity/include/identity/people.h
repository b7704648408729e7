#pragma once

#include "identity/refusals.h"
#include "identity/settings.h"
#include "kernel/id.h"
#include "kernel/instant.h"
#include "kernel/phone_number.h"
#include "kernel/result.h"
#include "kernel/zone.h"
#include "platform/db/tx.h"
#include "platform/http/access.h"
#include "platform/random.h"
#include "privacy/audit.h"
#include "privacy/vault.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kelisim::identity {

/// A registration that waits for its first code is no person yet: it has its own table and no id that others see.
/// `closed`: the contract has ended and nothing more is booked; who is blocked as well is `blocked`.
enum class PersonState : std::uint8_t { active = 1, blocked = 2, closed = 3 };
BOOST_DESCRIBE_ENUM(PersonState, active, blocked, closed)

/// What is not sealed of a person.
struct Person {
  PersonId id;
  Role role;
  PersonState state;
  std::string language;  ///< one of the brand's
  Zone zone;
  Instant created_at;
};

/// What the specialist of a booking may see of the client's questionnaire (HAR-1.questionnaire.d).
struct QuestionnaireView {
  std::string display_name;
  int age;
  bool prior_experience;
  std::string concern_topic;
  std::optional<std::string> concern_text;
};

/// A made account of staff or of a specialist.
struct Provisioned {
  PersonId person;
  std::string totp_uri;  ///< otpauth://…, with the secret: shown once, never stored in the open, never logged
};

/// What the rooms above may ask about people. Every function runs in the caller's transaction; none checks the rights
/// of a caller. Thread-safe.
class People {
 public:
  People(privacy::Vault const& vault, privacy::Audit const& audit, Random& random, Settings const& settings)
      : vault_(vault), audit_(audit), random_(random), settings_(settings) {}

  [[nodiscard]] std::optional<Person> find(db::Tx& tx, PersonId person) const;
  [[nodiscard]] std::optional<Person> find_by_phone(db::Tx& tx, PhoneNumber const& phone) const;

  /// Everybody of a role of the staff who is not blocked, at most 100: who hears what their desk must do.
  [[nodiscard]] std::vector<Person> staff_of(db::Tx& tx, Role role) const;

  /// For delivering a notice. Nothing when the person is erased or does not exist; no address, nothing either.
  [[nodiscard]] std::optional<PhoneNumber> phone(db::Tx& tx, PersonId person) const;
  [[nodiscard]] std::optional<std::string> email(db::Tx& tx, PersonId person) const;

  /// All fields of the questionnaire are saved and no age below 18 stands against the person: choosing and booking
  /// are open (HAR-1.questionnaire.a, HAR-1.user.a).
  [[nodiscard]] bool questionnaire_complete(db::Tx& tx, PersonId client) const;

  /// An age below the limit was entered and nobody of the staff has cleared it (HAR-1.user.a).
  [[nodiscard]] bool flagged_under_age(db::Tx& tx, PersonId client) const;

  /// How the client wishes to be called: for the client and for the specialist of a booking with this client; the
  /// caller of this function has made sure of the booking. Nothing before the questionnaire, or after an erasure.
  [[nodiscard]] std::optional<std::string> display_name_for_specialist(db::Tx& tx, PersonId client) const;
  /// The whole of it, for the specialist of a booking with this client.
  [[nodiscard]] std::optional<QuestionnaireView> questionnaire_for_specialist(db::Tx& tx, PersonId client) const;

  /// Blocks the account and ends its sign-in sessions, whose public ids it gives: tell the sockets after the commit.
  /// Nothing when it was blocked before. The caller leaves the audit row.
  [[nodiscard]] std::optional<std::vector<std::string>> block(db::Tx& tx, PersonId person, PersonId by,
                                                              Instant now) const;
  /// False when it was not blocked.
  bool unblock(db::Tx& tx, PersonId person) const;
  /// The contract has ended: nothing more is booked. False when it had before.
  bool close(db::Tx& tx, PersonId person, Instant now) const;
  bool reopen(db::Tx& tx, PersonId person) const;

  /// Makes an account that signs in with phone and TOTP. `role` is support, finance, administrator or specialist; one
  /// account is one natural person (HAR-1.specialist.f), so a phone that anybody has is refused. `by`: the
  /// administrator, or nobody for the first account and the sandbox. `name` is sealed.
  [[nodiscard]] Result<Provisioned, ProvisionRefusal> create_staff(db::Tx& tx, Instant now, PhoneNumber const& phone,
                                                                   Role role, std::string_view name,
                                                                   std::string_view language,
                                                                   std::optional<PersonId> by) const;

 private:
  privacy::Vault const& vault_;
  privacy::Audit const& audit_;
  Random& random_;
  Settings const& settings_;
};

}  // namespace kelisim::identity
