#pragma once

#include "kernel/id.h"
#include "kernel/instant.h"
#include "kernel/phone_number.h"
#include "platform/db/tx.h"
#include "platform/random.h"
#include "privacy/keys.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace kelisim::privacy {

/// The name of a personal field, `<room>.<what>`: bound to the ciphertext, so that a sealed value cannot be moved to
/// another field or person. A constant of the room that owns the column.
struct Field {
  std::string_view name;
};

/// A key that never existed may be minted; one that was destroyed may not, or an erased person would come back to
/// life.
enum class KeyState : std::uint8_t { never, live, destroyed };

/// Seals personal fields, each person's with a key of their own (XChaCha20-Poly1305). The keys lie in `privacy_keys`,
/// wrapped by the server key. No unwrapped key outlives a call: each call reads the key's state in the caller's
/// transaction, so that a destroyed key opens nothing from the next statement on, on every node.
class Vault {
 public:
  Vault(ServerKeys const& keys, Random& random) : keys_(keys), random_(random) {}

  /// Gives the person a key. Minting a live or a destroyed key is a bug.
  void mint(db::Tx& tx, PersonId person, Instant now) const;
  [[nodiscard]] KeyState state(db::Tx& tx, PersonId person) const;
  /// Makes every sealed field of the person unreadable for ever. A key that is not live is left as it is.
  void destroy(db::Tx& tx, PersonId person, Instant now) const;

  /// Version byte, nonce, ciphertext and tag: 41 bytes more than the plaintext. Needs a live key.
  [[nodiscard]] db::Bytes seal(db::Tx& tx, PersonId person, Field field, std::string_view plaintext) const;
  /// Nothing when the person's key is destroyed. A value that does not belong to this person and field, or was
  /// changed, is a Fault. For the person's own screens and for what the business does by itself; staff code uses
  /// staff_access.h.
  [[nodiscard]] std::optional<std::string> open(db::Tx& tx, PersonId person, Field field,
                                                std::span<std::uint8_t const> sealed) const;

  /// 32 bytes by which a number is found without being readable.
  [[nodiscard]] db::Bytes phone_hash(PhoneNumber const& phone) const;
  /// The same for an IP address.
  [[nodiscard]] db::Bytes address_hash(std::string_view address) const;

 private:
  [[nodiscard]] std::optional<SecretKey> person_key(db::Tx& tx, PersonId person) const;

  ServerKeys const& keys_;
  Random& random_;
};

}  // namespace kelisim::privacy
