#include "kernel/money.h"

#include "kernel/digits.h"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>

namespace kelisim {
namespace {

using Wide = __int128;

std::int64_t narrow(Wide value) {
  auto const narrowed = static_cast<std::int64_t>(value);
  ENSURE(Wide{narrowed} == value);
  return narrowed;
}

}  // namespace

std::string_view to_string(Currency currency) {
  switch (currency) {
    case Currency::KZT:
      return "KZT";
    case Currency::RUB:
      return "RUB";
  }
  ENSURE(false && "a known currency");
  return {};
}

std::optional<Currency> parse_currency(std::string_view code) {
  if (code == "KZT") return Currency::KZT;
  if (code == "RUB") return Currency::RUB;
  return std::nullopt;
}

Money Money::operator-() const { return {narrow(-Wide{minor_}), currency_}; }

Money operator+(Money a, Money b) {
  ENSURE(a.currency_ == b.currency_);
  return {narrow(Wide{a.minor_} + b.minor_), a.currency_};
}

Money operator-(Money a, Money b) {
  ENSURE(a.currency_ == b.currency_);
  return {narrow(Wide{a.minor_} - b.minor_), a.currency_};
}

std::strong_ordering operator<=>(Money a, Money b) {
  ENSURE(a.currency_ == b.currency_);
  return a.minor_ <=> b.minor_;
}

Money share(Money whole, BasisPoints part) {
  ENSURE(part.value >= 0 && part.value <= 10'000);
  return {narrow(Wide{whole.minor()} * part.value / 10'000), whole.currency()};
}

std::vector<Money> split(Money whole, std::vector<std::int64_t> const& weights) {
  ENSURE(whole.minor() >= 0);
  Wide total = 0;
  for (auto const weight : weights) {
    ENSURE(weight >= 0);
    total += weight;
  }
  ENSURE(total > 0);
  std::vector<std::int64_t> parts(weights.size());
  std::vector<Wide> remainders(weights.size());
  std::int64_t given = 0;
  for (std::size_t i = 0; i < weights.size(); ++i) {
    Wide const scaled = Wide{whole.minor()} * weights[i];
    parts[i] = narrow(scaled / total);
    remainders[i] = scaled % total;
    given += parts[i];
  }
  std::vector<std::size_t> order(weights.size());
  std::iota(order.begin(), order.end(), 0U);
  std::ranges::sort(order, [&](std::size_t a, std::size_t b) {
    return remainders[a] != remainders[b] ? remainders[a] > remainders[b] : a < b;
  });
  for (std::size_t i = 0; given < whole.minor(); ++i, ++given) ++parts[order[i]];
  std::vector<Money> result;
  result.reserve(parts.size());
  for (auto const part : parts) result.emplace_back(part, whole.currency());
  return result;
}

std::string to_decimal(Money amount) {
  auto const minor = amount.minor();
  auto const magnitude = minor < 0 ? 0 - static_cast<std::uint64_t>(minor) : static_cast<std::uint64_t>(minor);
  return fmt::format("{}{}.{:02}", minor < 0 ? "-" : "", magnitude / 100, magnitude % 100);
}

std::optional<Money> parse_decimal(std::string_view text, Currency currency) {
  if (text.size() > 16) return std::nullopt;
  auto const point = text.find('.');
  auto const whole = parse_digits(text.substr(0, point));
  std::int64_t cents = 0;
  if (point != std::string_view::npos) {
    auto const fraction = text.substr(point + 1);
    auto const parsed = parse_digits(fraction);
    if (!parsed || fraction.size() > 2) return std::nullopt;
    cents = fraction.size() == 1 ? *parsed * 10 : *parsed;
  }
  if (!whole || *whole > 9'999'999'999'999) return std::nullopt;
  return Money(*whole * 100 + cents, currency);
}

}  // namespace kelisim
