#pragma once

#include "kernel/civil.h"
#include "kernel/clause.h"
#include "kernel/id.h"
#include "kernel/instant.h"
#include "kernel/money.h"
#include "kernel/result.h"
#include "platform/http/reply.h"
#include "platform/json/schema.h"
#include "platform/json/writer.h"

#include <boost/describe.hpp>
#include <boost/json/value.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace kelisim::json {

/// Text of min … max characters (Unicode code points, after trimming); control characters are refused except, where
/// `lines` is set, the newline.
template <std::size_t min, std::size_t max, bool lines = false>
struct Text {
  std::string value;
  [[nodiscard]] std::string_view view() const noexcept { return value; }
  friend auto operator<=>(Text const&, Text const&) = default;
};

/// A whole number in [min, max].
template <std::int64_t min, std::int64_t max>
struct Whole {
  std::int64_t value{};
  friend auto operator<=>(Whole const&, Whole const&) = default;
};

// The mapping is driven by Boost.Describe: BOOST_DESCRIBE_STRUCT(Type, (), (members…)) and BOOST_DESCRIBE_ENUM(…) for
// enums, which are written as their names. Members: bool, std::int64_t, std::int32_t, std::string (at most 4000
// characters), Text, Whole, Instant, CivilDate, CivilTime, Money, Id<…>, Role, Clause and std::string_view (written
// only), enums, optional, vector (at most 1000 elements), map from string (at most 256), boost::json::value (any
// JSON), described structs. Unknown and doubled fields are refused; a missing optional is absent, `null` is refused,
// an empty optional is not written. A struct that cannot be default-constructed is built in the order of its
// description, which must be the order of its declaration.

/// Everything that is wrong with the value, by path (`weekly[2].from`), never more than 20 entries.
template <class T>
[[nodiscard]] Result<T, std::vector<http::FieldError>> read(boost::json::value const& value);

template <class T>
[[nodiscard]] boost::json::value write(T const& value);

template <class T>
[[nodiscard]] Schema schema();

/// write() and serialize: canonical for hashing and storing (members in the order of their description).
template <class T>
[[nodiscard]] std::string to_text(T const& value);
/// The same for a person's eyes: with the wording of every clause.
template <class T>
[[nodiscard]] std::string to_text(T const& value, ClauseWording const& wording);

/// Parses with the bounds of a stored text and reads; a text that does not fit its type is a bug of the store.
template <class T>
[[nodiscard]] T from_text(std::string_view text);

}  // namespace kelisim::json

#include "platform/json/described_impl.h"
