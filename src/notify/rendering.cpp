#include "notify/rendering.h"

#include "kernel/ensure.h"

#include <fmt/format.h>
#include <unicode/datefmt.h>
#include <unicode/dtptngen.h>
#include <unicode/locid.h>
#include <unicode/smpdtfmt.h>

namespace kelisim::notify {
namespace {

std::string_view word(std::string_view language, std::string_view ru, std::string_view kk, std::string_view en) {
  return language == "kk" ? kk : language == "en" ? en : ru;
}

/// The civil time, written by ICU as if it were UTC: ICU's own zone rules may be older than the system's.
std::string write_civil(CivilDateTime wall, std::string_view language, char const* skeleton) {
  auto const locale = icu::Locale::createFromName(language == "en" ? "en_GB" : std::string(language).c_str());
  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<icu::DateTimePatternGenerator> const patterns(
      icu::DateTimePatternGenerator::createInstance(locale, status));
  ENSURE(U_SUCCESS(status));
  auto const pattern = patterns->getBestPattern(icu::UnicodeString::fromUTF8(skeleton), status);
  icu::SimpleDateFormat format(pattern, locale, status);
  ENSURE(U_SUCCESS(status));
  format.setTimeZone(*icu::TimeZone::getGMT());
  auto const as_utc = Zone::utc().instant(wall);
  icu::UnicodeString text;
  format.format(static_cast<UDate>(as_utc.micros / 1000), text);
  std::string utf8;
  return text.toUTF8String(utf8);
}

std::string write_value(Value const& value, Reader const& reader, Length length) {
  if (auto const* text = std::get_if<std::string>(&value)) return *text;
  if (auto const* at = std::get_if<Instant>(&value)) return write_instant(*at, reader, length);
  return write_money(std::get<Money>(value), reader.language);
}

}  // namespace

std::string write_instant(Instant at, Reader const& reader, Length length) {
  auto const business = reader.business.local(at);
  if (length == Length::short_form) {
    return fmt::format("{:02}.{:02} {}", business.date.day, business.date.month,
                       to_string(civil_time(business.time.seconds / 3600, business.time.seconds / 60 % 60)));
  }
  auto const astana = word(reader.language, "Астана", "Астана", "Astana");
  if (reader.zone.offset_seconds(at) == reader.business.offset_seconds(at)) {
    return fmt::format("{} ({})", write_civil(business, reader.language, "yMMMMdHHmm"), astana);
  }
  auto const own = write_civil(reader.zone.local(at), reader.language, "yMMMMdHHmm");
  auto const there = write_civil(business, reader.language, "HHmm");
  auto const yours = word(reader.language, "ваше время", "сіздің уақытыңыз", "your time");
  return fmt::format("{} ({}), {} {}", own, yours, there, astana);
}

std::string write_money(Money amount, std::string_view language) {
  auto const magnitude = amount.minor() < 0 ? -amount : amount;
  auto digits = std::to_string(magnitude.minor() / 100);
  std::string grouped;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (i > 0 && (digits.size() - i) % 3 == 0) grouped += "\u00a0";
    grouped += digits[i];
  }
  if (auto const rest = magnitude.minor() % 100; rest != 0) {
    grouped += fmt::format("{}{:02}", language == "en" ? "." : ",", rest);
  }
  auto const* sign = amount.currency() == Currency::KZT ? "₸" : "₽";
  return fmt::format("{}{}\u00a0{}", amount.minor() < 0 ? "−" : "", grouped, sign);
}

std::string fill(std::string_view text, Values const& values, Reader const& reader, Length length) {
  std::string filled;
  while (!text.empty()) {
    auto const open = text.find('{');
    filled += text.substr(0, open);
    if (open == std::string_view::npos) break;
    auto const close = text.find('}', open);
    ENSURE(close != std::string_view::npos);
    auto const value = values.find(text.substr(open + 1, close - open - 1));
    ENSURE(value != values.end());
    filled += write_value(value->second, reader, length);
    text = text.substr(close + 1);
  }
  return filled;
}

}  // namespace kelisim::notify
