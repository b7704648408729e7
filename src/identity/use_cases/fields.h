#pragma once

#include "privacy/vault.h"

/// The sealed fields of this room. Their names are bound to the ciphertexts: never changed.
namespace kelisim::identity::fields {

inline constexpr privacy::Field phone{"identity.phone"};
inline constexpr privacy::Field email{"identity.email"};
inline constexpr privacy::Field email_change{"identity.email_change"};  // in the audit chain
inline constexpr privacy::Field name{"identity.name"};
inline constexpr privacy::Field totp_secret{"identity.totp_secret"};
inline constexpr privacy::Field evidence{"identity.evidence"};
inline constexpr privacy::Field questionnaire{"identity.questionnaire"};

}  // namespace kelisim::identity::fields
