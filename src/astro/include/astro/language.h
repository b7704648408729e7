#pragma once

#include "astro/names.h"

#include <cstdint>

namespace kelisim::astro {

/// The languages in which documents are written and places are named.
enum class Language : std::uint8_t { ru, kk, en };
template <>
inline constexpr auto names<Language> = std::to_array<std::string_view>({"ru", "kk", "en"});

}  // namespace kelisim::astro
