#pragma once

#include "kernel/result.h"

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

namespace kelisim {

enum class PhoneError : std::uint8_t { empty = 1, bad_character = 2, bad_length = 3 };

/// A telephone number in E.164. Made only by parse(); prints masked; reveal() is the only way to its digits.
class PhoneNumber {
 public:
  /// Spaces, dots, dashes and brackets are passed over. `8XXXXXXXXXX` and ten digits that begin with 6, 7 or 9 are
  /// read as numbers of +7 (Kazakhstan and Russia share it); any other number needs its `+`. At most 32 characters
  /// are read.
  [[nodiscard]] static Result<PhoneNumber, PhoneError> parse(std::string_view text);

  /// `+77000000001`.
  [[nodiscard]] std::string const& reveal() const noexcept { return e164_; }
  /// `+7 *** *** ** 01`, for screens and letters.
  [[nodiscard]] std::string masked() const;
  /// +7 6xx and +7 7xx.
  [[nodiscard]] bool in_kazakhstan() const noexcept;
  /// +7 3xx, 4xx, 8xx and 9xx.
  [[nodiscard]] bool in_russia() const noexcept;

  friend auto operator<=>(PhoneNumber const&, PhoneNumber const&) = default;

 private:
  explicit PhoneNumber(std::string e164) : e164_(std::move(e164)) {}
  std::string e164_;
};

}  // namespace kelisim
