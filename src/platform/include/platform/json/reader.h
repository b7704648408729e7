#pragma once

#include "kernel/civil.h"
#include "kernel/instant.h"
#include "kernel/money.h"
#include "platform/http/reply.h"

#include <boost/json/value.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace kelisim::json {

/// Where a value stands in its text: a chain of frames that lives on the stack of the readers.
struct Path {
  Path const* up = nullptr;
  std::string_view key = {};  ///< empty for an element of an array
  std::size_t index = 0;
};

/// `weekly[2].from`; empty for the whole text.
[[nodiscard]] std::string to_string(Path const& path);

struct TextBounds {
  std::size_t min = 0;  ///< Unicode code points
  std::size_t max = 4000;
  bool lines = false;    ///< newlines may stand in it
  bool trimmed = false;  ///< white space at both ends is cut off before counting
};

/// Takes values out of parsed JSON and notes everything that is wrong, at most 20 entries. Each function gives
/// nothing after it has noted an error.
class Reader {
 public:
  using Value = boost::json::value;
  static constexpr std::size_t errors_max = 20;

  void fail(Path const& at, std::string_view code);
  [[nodiscard]] bool clean() const noexcept { return errors_.empty(); }
  [[nodiscard]] std::vector<http::FieldError> take_errors() { return std::move(errors_); }

  [[nodiscard]] std::optional<bool> boolean(Value const& value, Path const& at);
  /// Whole numbers only: `1.0`, `1e3` and what does not fit 64 bits are refused.
  [[nodiscard]] std::optional<std::int64_t> whole(Value const& value, Path const& at, std::int64_t min,
                                                  std::int64_t max);
  [[nodiscard]] std::optional<std::string> text(Value const& value, Path const& at, TextBounds const& bounds);
  /// A string that some parser will judge; at most 64 bytes.
  [[nodiscard]] std::optional<std::string_view> word(Value const& value, Path const& at);
  [[nodiscard]] std::optional<Instant> instant(Value const& value, Path const& at);
  [[nodiscard]] std::optional<CivilDate> date(Value const& value, Path const& at);
  [[nodiscard]] std::optional<CivilTime> time(Value const& value, Path const& at);
  [[nodiscard]] std::optional<Money> money(Value const& value, Path const& at);
  /// The position of the word among `names`.
  [[nodiscard]] std::optional<std::size_t> one_of(Value const& value, Path const& at,
                                                  std::span<std::string_view const> names);

  /// The object, after every field that is not among `names` has been noted.
  [[nodiscard]] boost::json::object const* object(Value const& value, Path const& at,
                                                  std::span<std::string_view const> names);
  [[nodiscard]] boost::json::object const* any_object(Value const& value, Path const& at, std::size_t max);
  [[nodiscard]] boost::json::array const* array(Value const& value, Path const& at, std::size_t max);
  /// The field, or null after `missing` has been noted where it is required.
  [[nodiscard]] Value const* field(boost::json::object const& object, Path const& at, bool required);

 private:
  std::vector<http::FieldError> errors_;
};

}  // namespace kelisim::json
