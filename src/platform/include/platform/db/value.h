#pragma once

#include "kernel/id.h"
#include "kernel/instant.h"
#include "kernel/money.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace kelisim::db {

using Bytes = std::vector<std::uint8_t>;

/// One bound parameter. Text and bytes are borrowed until the call returns.
using Param = std::variant<std::monostate, std::int64_t, std::string_view, std::span<std::uint8_t const>>;

inline Param param(std::nullopt_t) { return {}; }
inline Param param(bool value) { return std::int64_t{value ? 1 : 0}; }
template <std::integral T>
  requires(!std::same_as<T, bool>)
Param param(T value) {
  return static_cast<std::int64_t>(value);
}
inline Param param(std::string_view value) { return value; }
inline Param param(std::string const& value) { return std::string_view(value); }
inline Param param(char const* value) { return std::string_view(value); }
inline Param param(Bytes const& value) { return std::span<std::uint8_t const>(value); }
inline Param param(std::span<std::uint8_t const> value) { return value; }
inline Param param(Instant value) { return value.micros; }
template <class Tag>
Param param(Id<Tag> const& value) {
  return value.view();
}
template <class T>
Param param(std::optional<T> const& value) {
  return value ? param(*value) : Param{};
}

/// One row of an answer, valid only inside the callback that receives it. Columns count from 0. Reading a NULL or a
/// column of another type with the plain getters is a bug.
class Row {
 public:
  Row() = default;
  Row(Row const&) = delete;
  Row& operator=(Row const&) = delete;
  virtual ~Row() = default;

  [[nodiscard]] virtual bool is_null(int column) const = 0;
  [[nodiscard]] virtual std::int64_t integer(int column) const = 0;
  [[nodiscard]] virtual std::string_view text(int column) const = 0;                ///< borrowed
  [[nodiscard]] virtual std::span<std::uint8_t const> bytes(int column) const = 0;  ///< borrowed

  [[nodiscard]] std::string str(int column) const { return std::string(text(column)); }
  [[nodiscard]] bool flag(int column) const { return integer(column) != 0; }
  [[nodiscard]] Instant instant(int column) const { return {integer(column)}; }
  [[nodiscard]] Bytes blob(int column) const {
    auto const view = bytes(column);
    return {view.begin(), view.end()};
  }
  template <class AnyId>
  [[nodiscard]] AnyId id(int column) const {
    auto const parsed = AnyId::parse(text(column));
    ENSURE(parsed.has_value());
    return *parsed;
  }
  /// Minor units in `column`, the currency code in the next one.
  [[nodiscard]] Money money(int column) const {
    auto const currency = parse_currency(text(column + 1));
    ENSURE(currency.has_value());
    return {integer(column), *currency};
  }
  [[nodiscard]] std::optional<std::int64_t> maybe_integer(int column) const {
    return is_null(column) ? std::nullopt : std::optional(integer(column));
  }
  [[nodiscard]] std::optional<std::string> maybe_str(int column) const {
    return is_null(column) ? std::nullopt : std::optional(str(column));
  }
  [[nodiscard]] std::optional<Instant> maybe_instant(int column) const {
    return is_null(column) ? std::nullopt : std::optional(instant(column));
  }
};

}  // namespace kelisim::db
