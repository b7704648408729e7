#pragma once

#include "kernel/instant.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace kelisim::identity {

/// RFC 6238 with HMAC-SHA-1, steps of 30 s counted from 1970 and six digits, as every authenticator app has it.
inline constexpr std::size_t totp_secret_bytes = 20;

[[nodiscard]] std::int64_t totp_step(Instant at);
[[nodiscard]] std::string totp_code(std::span<std::uint8_t const> secret, std::int64_t step);

/// The step of which `code` is the code: the one of `now`, the one before or the one after. A step that is not later
/// than `last_used` is refused, so that an overseen code is of no use. Takes the same time whichever step matches.
[[nodiscard]] std::optional<std::int64_t> matching_step(std::span<std::uint8_t const> secret, std::string_view code,
                                                        Instant now, std::int64_t last_used);

/// `otpauth://totp/Issuer:account?secret=…&issuer=…`, for the QR code of an authenticator app.
[[nodiscard]] std::string totp_uri(std::span<std::uint8_t const> secret, std::string_view issuer,
                                   std::string_view account);

}  // namespace kelisim::identity
