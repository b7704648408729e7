#include "rules/names.h"

#include "kernel/ensure.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uspoof.h>

#include <memory>

namespace kelisim::groups {
namespace {

using Checker = std::unique_ptr<USpoofChecker, decltype(&uspoof_close)>;

Checker made() {
  UErrorCode status = U_ZERO_ERROR;
  Checker checker(uspoof_open(&status), &uspoof_close);
  ENSURE(U_SUCCESS(status));
  return checker;
}

/// How it is drawn, without spaces and marks.
icu::UnicodeString shape_of(icu::UnicodeString const& name) {
  static Checker const checker = made();
  UErrorCode status = U_ZERO_ERROR;
  icu::UnicodeString drawn;
  uspoof_getSkeletonUnicodeString(checker.get(), 0, name, drawn, &status);
  ENSURE(U_SUCCESS(status));
  icu::UnicodeString bare;
  for (std::int32_t at = 0; at < drawn.length(); at = drawn.moveIndex32(at, 1)) {
    auto const letter = drawn.char32At(at);
    if (!u_isUWhiteSpace(letter) && u_charType(letter) != U_NON_SPACING_MARK) bare.append(letter);
  }
  return bare;
}

icu::UnicodeString folded(icu::UnicodeString const& name) {
  UErrorCode status = U_ZERO_ERROR;
  auto const* const folding = icu::Normalizer2::getNFKCCasefoldInstance(status);
  ENSURE(U_SUCCESS(status));
  auto const done = folding->normalize(name, status);
  ENSURE(U_SUCCESS(status));
  return done;
}

icu::UnicodeString text_of(std::string_view utf8) {
  return icu::UnicodeString::fromUTF8({utf8.data(), static_cast<std::int32_t>(utf8.size())});
}

}  // namespace

bool look_alike(std::string_view one, std::string_view other) {
  auto const a = text_of(one);
  auto const b = text_of(other);
  // Large letters of two alphabets may be drawn alike where the small ones are not.
  return shape_of(a) == shape_of(b) || shape_of(folded(a)) == shape_of(folded(b));
}

}  // namespace kelisim::groups
