#pragma once

#include "kernel/instant.h"
#include "kernel/money.h"
#include "kernel/zone.h"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <variant>

namespace kelisim::notify {

/// What fills a place of a template. Instants and money are written in the reader's language and zone.
using Value = std::variant<std::string, Instant, Money>;
using Values = std::map<std::string, Value, std::less<>>;

/// In whose way times and sums are written.
struct Reader {
  std::string language;  ///< ru, kk, en
  Zone zone;
  Zone business;
};

enum class Length : std::uint8_t {
  full,       ///< "11 декабря 2026 г., 20:00", with the business's time beside it where it differs
  short_form  ///< "11.12, 20:00" in the business's time: an SMS has no room
};

/// Each `{name}` becomes its value. A name that has no value is a bug: templates and callers are checked by a test.
[[nodiscard]] std::string fill(std::string_view text, Values const& values, Reader const& reader, Length length);

[[nodiscard]] std::string write_instant(Instant at, Reader const& reader, Length length);
/// "15 000 ₸": no decimals where there are none, a hard space between the groups.
[[nodiscard]] std::string write_money(Money amount, std::string_view language);

}  // namespace kelisim::notify
