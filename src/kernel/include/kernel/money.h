#pragma once

#include "kernel/ensure.h"

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace kelisim {

/// ISO 4217; only currencies with two decimals.
enum class Currency : std::uint8_t { KZT = 1, RUB = 2 };

[[nodiscard]] std::string_view to_string(Currency currency);
[[nodiscard]] std::optional<Currency> parse_currency(std::string_view code);

/// An amount in minor units (tiyn, kopeck) of one currency. Arithmetic between currencies and overflow are bugs.
/// There is no multiplication by a fraction: use share() and split().
class Money {
 public:
  constexpr Money(std::int64_t minor, Currency currency) : minor_(minor), currency_(currency) {}
  [[nodiscard]] static constexpr Money zero(Currency currency) { return {0, currency}; }

  [[nodiscard]] constexpr std::int64_t minor() const noexcept { return minor_; }
  [[nodiscard]] constexpr Currency currency() const noexcept { return currency_; }
  [[nodiscard]] constexpr bool is_zero() const noexcept { return minor_ == 0; }
  [[nodiscard]] constexpr bool is_positive() const noexcept { return minor_ > 0; }

  [[nodiscard]] Money operator-() const;
  friend Money operator+(Money a, Money b);
  friend Money operator-(Money a, Money b);
  friend bool operator==(Money a, Money b) = default;
  /// Order of two amounts of the same currency.
  friend std::strong_ordering operator<=>(Money a, Money b);

 private:
  std::int64_t minor_;
  Currency currency_;
};

/// A part of a whole in hundredths of a percent: 2000 is 20 %.
struct BasisPoints {
  std::int32_t value = 0;
  friend constexpr auto operator<=>(BasisPoints, BasisPoints) = default;
};

/// The share of `whole`, cut towards zero to a whole minor unit. 0 … 10000 basis points.
[[nodiscard]] Money share(Money whole, BasisPoints part);

/// Parts in proportion to `weights` (none negative, at least one positive) that sum to `whole` to the minor unit;
/// what cannot be divided goes to the largest remainders, the earlier first.
[[nodiscard]] std::vector<Money> split(Money whole, std::vector<std::int64_t> const& weights);

/// Major units with a point and two decimals, as gateways write them: `15000.00`.
[[nodiscard]] std::string to_decimal(Money amount);
/// Digits with at most two decimals, no sign, at most 15 digits in all.
[[nodiscard]] std::optional<Money> parse_decimal(std::string_view text, Currency currency);

}  // namespace kelisim
