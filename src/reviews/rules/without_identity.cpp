#include "kernel/ensure.h"
#include "reviews/rules/feedback.h"

#include <unicode/regex.h>

namespace kelisim::reviews {
namespace {

constexpr std::int32_t shortest_name = 2;

icu::UnicodeString blanked(icu::UnicodeString const& text, icu::UnicodeString const& pattern) {
  UErrorCode status = U_ZERO_ERROR;
  icu::RegexMatcher matcher(pattern, text, UREGEX_CASE_INSENSITIVE, status);
  auto result = matcher.replaceAll(icu::UnicodeString::fromUTF8("[…]"), status);
  ENSURE(U_SUCCESS(status));
  return result;
}

/// A name in any of its endings: Анна, Анны, Анной, Айгүлдің. Of a longer name the last letter may change.
icu::UnicodeString pattern_of(icu::UnicodeString const& name) {
  auto const is_long = name.countChar32() > 3;
  auto const stem = is_long ? name.tempSubString(0, name.moveIndex32(name.length(), -1)) : name;
  icu::UnicodeString pattern(u"(?<![\\p{L}\\p{N}])\\Q");
  pattern.append(stem).append(u"\\E\\p{L}");
  return pattern.append(is_long ? u"{0,5}" : u"{0,3}").append(u"(?![\\p{L}\\p{N}])");
}

}  // namespace

std::string without_identity(std::string_view words, std::span<std::string const> names) {
  auto text = icu::UnicodeString::fromUTF8({words.data(), static_cast<std::int32_t>(words.size())});
  text = blanked(text, u"[^\\s@<>,;]+@[^\\s@<>,;]+");
  text = blanked(text, u"\\+?\\d(?:[\\s().\\-\u2010-\u2014\u00A0]*\\d){6,}");
  text = blanked(text, u"(?<![0-9a-z])[0-9a-hjkmnp-tv-z]{26}(?![0-9a-z])");
  for (auto const& given : names) {
    auto const name = icu::UnicodeString::fromUTF8(given);
    if (name.countChar32() >= shortest_name && name.indexOf(u"\\E") < 0) text = blanked(text, pattern_of(name));
  }
  std::string utf8;
  return text.toUTF8String(utf8);
}

}  // namespace kelisim::reviews
