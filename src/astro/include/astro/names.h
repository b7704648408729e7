#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace kelisim::astro {

/// The snake_case names of an enumeration, in its order: what JSON, rule tables and fragments call its values. Each
/// enumeration specialises it beside its definition; the values count up from zero.
template <class Enum>
inline constexpr std::array<std::string_view, 0> names{};

template <class Enum>
inline constexpr std::size_t count_of = names<Enum>.size();

template <class Enum>
[[nodiscard]] constexpr std::size_t index_of(Enum value) {
  return static_cast<std::size_t>(value);
}

template <class Enum>
[[nodiscard]] constexpr std::string_view name_of(Enum value) {
  return names<Enum>.at(index_of(value));
}

/// Nothing for a word that is no name of this enumeration.
template <class Enum>
[[nodiscard]] constexpr std::optional<Enum> parse_name(std::string_view name) {
  for (std::size_t i = 0; i < count_of<Enum>; ++i)
    if (names<Enum>[i] == name) return static_cast<Enum>(i);
  return std::nullopt;
}

}  // namespace kelisim::astro
