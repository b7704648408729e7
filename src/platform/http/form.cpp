#include "platform/http/form.h"

#include "json/text_scan.h"

#include <algorithm>

namespace kelisim::http {
namespace {

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

}  // namespace

std::optional<std::string> percent_decode(std::string_view text, bool plus) {
  std::string decoded;
  decoded.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '+' && plus) {
      decoded += ' ';
    } else if (text[i] != '%') {
      decoded += text[i];
    } else {
      if (i + 2 >= text.size()) return std::nullopt;
      int const high = hex_digit(text[i + 1]);
      int const low = hex_digit(text[i + 2]);
      if (high < 0 || low < 0) return std::nullopt;
      decoded += static_cast<char>(high * 16 + low);
      i += 2;
    }
  }
  return decoded;
}

std::string percent_encode(std::string_view text) {
  static constexpr std::string_view digits = "0123456789ABCDEF";
  std::string encoded;
  encoded.reserve(text.size());
  for (char const c : text) {
    bool const plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                       std::string_view("-._~").contains(c);
    if (plain) {
      encoded += c;
      continue;
    }
    auto const byte = static_cast<unsigned char>(c);
    encoded += '%';
    encoded += digits[byte >> 4];
    encoded += digits[byte & 15];
  }
  return encoded;
}

bool is_utf8(std::string_view text) {
  while (!text.empty()) {
    auto const point = json::first_code_point(text);
    if (point.length == 0) return false;
    text.remove_prefix(point.length);
  }
  return true;
}

Result<Form, FormError> Form::parse(std::string_view text, FormLimits const& limits) {
  if (text.size() > limits.bytes) return Failure<FormError>(FormError::too_long);
  Form form;
  while (!text.empty()) {
    auto const end = std::min(text.find('&'), text.size());
    auto const pair = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (pair.empty()) continue;
    if (form.fields_.size() == limits.fields) return Failure<FormError>(FormError::too_many);
    auto const equals = std::min(pair.find('='), pair.size());
    auto name = percent_decode(pair.substr(0, equals), true);
    auto value = percent_decode(pair.substr(std::min(equals + 1, pair.size())), true);
    if (!name || !value) return Failure<FormError>(FormError::bad_escape);
    if (!is_utf8(*name) || !is_utf8(*value)) return Failure<FormError>(FormError::bad_utf8);
    if (form.get(*name)) return Failure<FormError>(FormError::doubled);
    form.fields_.emplace_back(std::move(*name), std::move(*value));
  }
  return form;
}

std::optional<std::string_view> Form::get(std::string_view name) const {
  auto const found = std::ranges::find(fields_, name, &Fields::value_type::first);
  return found == fields_.end() ? std::nullopt : std::optional<std::string_view>(found->second);
}

std::string to_form(Form::Fields const& fields) {
  std::string text;
  for (auto const& [name, value] : fields) {
    if (!text.empty()) text += '&';
    text += percent_encode(name) + '=' + percent_encode(value);
  }
  return text;
}

}  // namespace kelisim::http
