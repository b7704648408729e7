#include "rule.h"

#include <fmt/format.h>

#include <charconv>

namespace kelisim::clauses {
namespace {

std::int64_t parse_whole(std::string_view text) {
  std::int64_t value = 0;
  auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size()) {
    throw std::runtime_error(fmt::format("'{}' is no whole number", text));
  }
  return value;
}

/// The decimals of a second as microseconds: `.5` is 500000.
std::int64_t parse_fraction(std::string_view digits) {
  std::string micros(digits.substr(0, 6));
  micros.resize(6, '0');
  return parse_whole(micros);
}

}  // namespace

void Observed::cite(Clause const& because, std::span<Clause const> rests_on) {
  cites.push_back(because);
  cites.insert(cites.end(), rests_on.begin(), rests_on.end());
}

void Observed::cite(std::optional<Clause> const& because) {
  if (because) cites.push_back(*because);
}

Instant parse_time(std::string_view given, Zone const& zone) {
  auto text = given;
  Duration shift{0};
  if (text.ends_with("us")) {
    auto const space = text.rfind(' ');
    auto const sign = text.substr(space + 1);
    shift =
        Duration(parse_whole(sign.substr(sign.starts_with('+') ? 1 : 0, sign.size() - 2 - (sign.starts_with('+')))));
    text = text.substr(0, space);
  }
  if (text.ends_with('Z')) {
    auto const instant = parse_rfc3339(text);
    if (!instant) throw std::runtime_error(fmt::format("'{}' is no instant", given));
    return *instant + shift;
  }
  auto const space = text.find(' ');
  auto const date = parse_civil_date(text.substr(0, space));
  auto clock = space == std::string_view::npos ? std::string_view{} : text.substr(space + 1);
  auto const point = clock.find('.');
  if (point != std::string_view::npos) {
    shift += Duration(parse_fraction(clock.substr(point + 1)));
    clock = clock.substr(0, point);
  }
  auto const time = parse_civil_time(clock);
  if (!date || !time) throw std::runtime_error(fmt::format("'{}' is no time", given));
  return zone.instant({*date, *time}) + shift;
}

bool Facts::answer(std::string_view name) {
  auto const& word = text(name);
  if (word != "yes" && word != "no") throw std::runtime_error(fmt::format("'{}' is neither yes nor no", name));
  return word == "yes";
}

std::int64_t Facts::whole(std::string_view name) { return parse_whole(text(name)); }

std::int64_t Facts::whole_or(std::string_view name, std::int64_t otherwise) {
  return has(name) ? whole(name) : otherwise;
}

Instant Facts::instant(std::string_view name) { return parse_time(text(name), zone_); }

std::optional<Instant> Facts::maybe_instant(std::string_view name) {
  return has(name) ? std::optional(instant(name)) : std::nullopt;
}

Money Facts::money(std::string_view name) {
  auto const money = parse_decimal(text(name), Currency::KZT);
  if (!money) throw std::runtime_error(fmt::format("'{}' is no amount", name));
  return *money;
}

std::vector<std::string> Facts::list(std::string_view name) {
  std::vector<std::string> items;
  std::string_view rest = text(name);
  while (true) {
    auto const comma = rest.find(", ");
    items.emplace_back(rest.substr(0, comma));
    if (comma == std::string_view::npos) return items;
    rest.remove_prefix(comma + 2);
  }
}

CivilDate Facts::date(std::string_view name) {
  auto const date = parse_civil_date(text(name));
  if (!date) throw std::runtime_error(fmt::format("'{}' is no date", name));
  return *date;
}

std::string show(Value const& value, Zone const& zone) {
  struct Shower {
    Zone const& zone;
    std::string operator()(bool flag) const { return flag ? "yes" : "no"; }
    std::string operator()(std::int64_t number) const { return std::to_string(number); }
    std::string operator()(std::string const& text) const { return text; }
    std::string operator()(Instant at) const {
      auto const wall = zone.local(at);
      auto const micros = ((at.micros % 1'000'000) + 1'000'000) % 1'000'000;
      return fmt::format("{} {}{}", to_string(wall.date), to_string(wall.time),
                         micros == 0 ? "" : fmt::format(" +{}us", micros));
    }
    std::string operator()(Money money) const { return to_decimal(money); }
  };
  return std::visit(Shower{zone}, value);
}

bool means(std::string_view text, Value const& value, Zone const& zone) {
  if (auto const* instant = std::get_if<Instant>(&value)) return parse_time(text, zone) == *instant;
  if (auto const* money = std::get_if<Money>(&value)) return parse_decimal(text, money->currency()) == *money;
  return text == show(value, zone);
}

}  // namespace kelisim::clauses
