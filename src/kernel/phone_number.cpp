#include "kernel/phone_number.h"

#include <fmt/format.h>

namespace kelisim {
namespace {

constexpr std::size_t letters_max = 32;
constexpr std::string_view separators = " .-()";

bool is_digit(char letter) { return letter >= '0' && letter <= '9'; }

}  // namespace

Result<PhoneNumber, PhoneError> PhoneNumber::parse(std::string_view text) {
  if (text.size() > letters_max) return Failure(PhoneError::bad_length);
  std::string digits;
  bool international = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (is_digit(text[i])) {
      digits += text[i];
    } else if (text[i] == '+' && digits.empty() && !international) {
      international = true;
    } else if (separators.find(text[i]) == std::string_view::npos) {
      return Failure(PhoneError::bad_character);
    }
  }
  if (digits.empty()) return Failure(PhoneError::empty);
  if (!international && digits.size() == 11 && digits[0] == '8') digits[0] = '7';
  if (!international && digits.size() == 10 && (digits[0] == '6' || digits[0] == '7' || digits[0] == '9')) {
    digits.insert(digits.begin(), '7');
  }
  // E.164 allows up to fifteen digits, the country code included, and no country code begins with 0. Numbers of +7
  // have eleven.
  auto const seven = digits[0] == '7';
  if (digits[0] == '0' || digits.size() > 15 || digits.size() < 8 || (seven && digits.size() != 11) ||
      (!international && !seven)) {
    return Failure(PhoneError::bad_length);
  }
  return PhoneNumber("+" + digits);
}

std::string PhoneNumber::masked() const {
  auto const tail = e164_.substr(e164_.size() - 2);
  return e164_[1] == '7' ? fmt::format("+7 *** *** ** {}", tail) : fmt::format("+*** *** {}", tail);
}

bool PhoneNumber::in_kazakhstan() const noexcept { return e164_[1] == '7' && (e164_[2] == '6' || e164_[2] == '7'); }

bool PhoneNumber::in_russia() const noexcept {
  return e164_[1] == '7' && (e164_[2] == '3' || e164_[2] == '4' || e164_[2] == '8' || e164_[2] == '9');
}

}  // namespace kelisim
