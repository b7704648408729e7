#pragma once

#include "kernel/id.h"
#include "kernel/instant.h"
#include "kernel/result.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace kelisim::terms {

/// What a preview promises: the decision of this kind about this subject, shown to this person, decided at this
/// instant with this outcome.
struct PreviewPromise {
  std::string kind;
  std::string subject;  ///< and whatever else the decision was asked with, e.g. `<booking>|<new start>`
  PersonId person;
  Instant decided_at;
  std::string outcome;  ///< canonical JSON; only its hash goes into the token
};

/// In order of precedence.
enum class PreviewRefusal : std::uint8_t {
  malformed = 1,
  forged = 2,
  other_purpose = 3,  ///< another kind, subject or person
  expired = 4,
  outdated = 5,  ///< decided again as of then it comes out otherwise: what it is about has changed since (promises())
};

/// What a verified token says. The confirmation decides again as of `decided_at` and must find the same outcome.
struct HonouredPreview {
  Instant decided_at;
  std::string outcome_hash;
  [[nodiscard]] bool promises(std::string_view outcome) const;
};

/// Makes and checks the signed tokens of previews (HMAC-SHA-512/256 of libsodium's crypto_auth). A token holds no
/// personal data and is at most 600 characters. It does not stop a second use: the booking's state does.
class PreviewSigner {
 public:
  using Key = std::array<std::uint8_t, 32>;
  PreviewSigner(Key const& key, Duration lifetime) : key_(key), lifetime_(lifetime) {}

  [[nodiscard]] std::string sign(PreviewPromise const& promise) const;
  [[nodiscard]] Instant expires_at(Instant decided_at) const { return decided_at + lifetime_; }

  /// Valid through the instant of expiry itself.
  [[nodiscard]] Result<HonouredPreview, PreviewRefusal> verify(std::string_view token, std::string_view kind,
                                                               std::string_view subject, PersonId const& person,
                                                               Instant now) const;

 private:
  Key key_;
  Duration lifetime_;
};

}  // namespace kelisim::terms
