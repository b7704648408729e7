#pragma once

#include "kernel/result.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace kelisim::http {

enum class FormError : std::uint8_t { too_long = 1, too_many = 2, bad_escape = 3, bad_utf8 = 4, doubled = 5 };

struct FormLimits {
  std::size_t bytes = 64 * 1024;
  std::size_t fields = 128;
};

/// The fields of an `application/x-www-form-urlencoded` text in the order they came.
class Form {
 public:
  using Fields = std::vector<std::pair<std::string, std::string>>;

  /// `+` is a space, escapes are decoded once, empty pairs (`a=1&&b=2`) are passed over, a name may come only once.
  [[nodiscard]] static Result<Form, FormError> parse(std::string_view text, FormLimits const& limits = {});

  [[nodiscard]] std::optional<std::string_view> get(std::string_view name) const;
  [[nodiscard]] Fields const& fields() const noexcept { return fields_; }
  [[nodiscard]] Fields take() && { return std::move(fields_); }

 private:
  Fields fields_;
};

/// The same spelling that parse() reads; the order of the fields is kept.
[[nodiscard]] std::string to_form(Form::Fields const& fields);

/// Decodes `%XX` once; nothing when an escape is cut or not hexadecimal. `plus` also turns `+` into a space.
[[nodiscard]] std::optional<std::string> percent_decode(std::string_view text, bool plus = false);

/// Everything but letters, digits and `-._~` as `%XX`.
[[nodiscard]] std::string percent_encode(std::string_view text);

[[nodiscard]] bool is_utf8(std::string_view text);

}  // namespace kelisim::http
