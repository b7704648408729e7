#include "platform/json/reader.h"

#include "json/text_scan.h"
#include "kernel/text.h"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include <fmt/format.h>

#include <algorithm>

namespace kelisim::json {
namespace {

constexpr std::size_t word_bytes_max = 64;

bool is_space(char32_t c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == 0xA0 || c == 0xFEFF; }

std::string_view trim(std::string_view text) {
  while (!text.empty()) {
    auto const point = first_code_point(text);
    if (!is_space(point.value)) break;
    text.remove_prefix(point.length);
  }
  while (!text.empty()) {
    std::size_t start = text.size() - 1;
    while (start > 0 && (static_cast<unsigned char>(text[start]) & 0xC0) == 0x80) --start;
    if (!is_space(first_code_point(text.substr(start)).value)) break;
    text = text.substr(0, start);
  }
  return text;
}

bool is_control(char32_t c) { return c < 0x20 || (c >= 0x7F && c < 0xA0); }

bool is_within(char32_t c, char32_t first, char32_t last) { return c >= first && c <= last; }

// What is not seen, or turns around the writing beside it: a name of one line stands in other people's pages and
// letters. Signs of direction (UAX #9), separators of lines, blanks without width, fillers, tags, no characters.
bool is_deceptive(char32_t c) {
  static constexpr std::array<char32_t, 11> single{0xAD,   0x34F,  0x61C,  0x115F, 0x1160, 0x200B,
                                                   0x200E, 0x200F, 0x3164, 0xFEFF, 0xFFA0};
  return std::ranges::find(single, c) != single.end() || is_within(c, 0x17B4, 0x17B5) ||
         is_within(c, 0x180B, 0x180F) || is_within(c, 0x2028, 0x202E) || is_within(c, 0x2060, 0x206F) ||
         is_within(c, 0xFFF0, 0xFFFB) || is_within(c, 0xE0000, 0xE0FFF) || (c & 0xFFFE) == 0xFFFE;
}

}  // namespace

std::string to_string(Path const& path) {
  if (path.up == nullptr) return {};
  auto text = to_string(*path.up);
  if (path.key.empty()) return text + fmt::format("[{}]", path.index);
  if (!text.empty()) text += '.';
  return text.append(path.key);
}

void Reader::fail(Path const& at, std::string_view code) {
  if (errors_.size() < errors_max) errors_.push_back({to_string(at), std::string(code)});
}

std::optional<bool> Reader::boolean(Value const& value, Path const& at) {
  if (value.is_bool()) return value.get_bool();
  fail(at, "wrong_type");
  return std::nullopt;
}

std::optional<std::int64_t> Reader::whole(Value const& value, Path const& at, std::int64_t min, std::int64_t max) {
  if (value.is_double()) {
    fail(at, "not_whole");
  } else if (value.is_uint64()) {  // the parser makes these only of what is over the largest int64
    fail(at, "too_large");
  } else if (!value.is_int64()) {
    fail(at, "wrong_type");
  } else if (value.get_int64() < min) {
    fail(at, "too_small");
  } else if (value.get_int64() > max) {
    fail(at, "too_large");
  } else {
    return value.get_int64();
  }
  return std::nullopt;
}

std::optional<std::string> Reader::text(Value const& value, Path const& at, TextBounds const& bounds) {
  if (!value.is_string()) {
    fail(at, "wrong_type");
    return std::nullopt;
  }
  std::string_view text = value.get_string();
  if (bounds.trimmed) text = trim(text);
  std::size_t count = 0;
  for (auto rest = text; !rest.empty(); ++count) {
    auto const point = first_code_point(rest);
    if (point.length == 0 || (is_control(point.value) && !(bounds.lines && point.value == '\n')) ||
        (is_deceptive(point.value) && !bounds.lines)) {
      fail(at, "bad_character");
      return std::nullopt;
    }
    rest.remove_prefix(point.length);
  }
  bool const blank = bounds.trimmed && bounds.min > 0 && !says_something(text);
  if (blank || count < bounds.min || count > bounds.max) {
    fail(at, blank || count < bounds.min ? "too_short" : "too_long");
    return std::nullopt;
  }
  return std::string(text);
}

std::optional<std::string_view> Reader::word(Value const& value, Path const& at) {
  if (!value.is_string()) {
    fail(at, "wrong_type");
  } else if (value.get_string().size() > word_bytes_max) {
    fail(at, "bad_format");
  } else {
    return std::string_view(value.get_string());
  }
  return std::nullopt;
}

std::optional<Instant> Reader::instant(Value const& value, Path const& at) {
  auto const text = word(value, at);
  auto const made = text ? parse_rfc3339(*text) : std::nullopt;
  if (text && !made) fail(at, "bad_format");
  return made;
}

std::optional<CivilDate> Reader::date(Value const& value, Path const& at) {
  auto const text = word(value, at);
  auto const made = text ? parse_civil_date(*text) : std::nullopt;
  if (text && !made) fail(at, "bad_format");
  return made;
}

std::optional<CivilTime> Reader::time(Value const& value, Path const& at) {
  auto const text = word(value, at);
  auto const made = text ? parse_civil_time(*text) : std::nullopt;
  if (text && !made) fail(at, "bad_format");
  return made;
}

std::optional<Money> Reader::money(Value const& value, Path const& at) {
  static constexpr std::array<std::string_view, 2> names{"minor", "currency"};
  auto const* const fields = object(value, at, names);
  if (fields == nullptr) return std::nullopt;
  Path const minor_at{&at, "minor"};
  Path const currency_at{&at, "currency"};
  auto const* const minor = field(*fields, minor_at, true);
  auto const* const currency = field(*fields, currency_at, true);
  auto const amount = minor != nullptr ? whole(*minor, minor_at, INT64_MIN, INT64_MAX) : std::nullopt;
  auto const code = currency != nullptr ? word(*currency, currency_at) : std::nullopt;
  auto const known = code ? parse_currency(*code) : std::nullopt;
  if (code && !known) fail(currency_at, "unknown_value");
  return amount && known ? std::optional(Money(*amount, *known)) : std::nullopt;
}

std::optional<std::size_t> Reader::one_of(Value const& value, Path const& at,
                                          std::span<std::string_view const> names) {
  if (!value.is_string()) {
    fail(at, "wrong_type");
    return std::nullopt;
  }
  auto const found = std::ranges::find(names, std::string_view(value.get_string()));
  if (found == names.end()) {
    fail(at, "unknown_value");
    return std::nullopt;
  }
  return static_cast<std::size_t>(found - names.begin());
}

boost::json::object const* Reader::object(Value const& value, Path const& at,
                                          std::span<std::string_view const> names) {
  if (!value.is_object()) {
    fail(at, "wrong_type");
    return nullptr;
  }
  for (auto const& one : value.get_object()) {
    if (std::ranges::find(names, std::string_view(one.key())) != names.end()) continue;
    fail(Path{&at, one.key()}, "unknown_field");
  }
  return &value.get_object();
}

boost::json::object const* Reader::any_object(Value const& value, Path const& at, std::size_t max) {
  if (!value.is_object() || value.get_object().size() > max) {
    fail(at, value.is_object() ? "too_many" : "wrong_type");
    return nullptr;
  }
  return &value.get_object();
}

boost::json::array const* Reader::array(Value const& value, Path const& at, std::size_t max) {
  if (!value.is_array() || value.get_array().size() > max) {
    fail(at, value.is_array() ? "too_many" : "wrong_type");
    return nullptr;
  }
  return &value.get_array();
}

Reader::Value const* Reader::field(boost::json::object const& object, Path const& at, bool required) {
  auto const* const found = object.if_contains(at.key);
  if (found == nullptr && required) fail(at, "missing");
  return found;
}

}  // namespace kelisim::json
