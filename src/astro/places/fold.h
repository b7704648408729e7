#pragma once

#include <string>
#include <string_view>

namespace kelisim::astro {

/// The letters and digits of a name without case and diacritics, so that what sounds alike compares equal: Қ and К,
/// Ё and Е, Ö and O are the same, and hyphens, spaces, ъ, ь and apostrophes are nothing. Letters outside the Latin,
/// Greek and Cyrillic blocks, and broken UTF-8, are left out.
[[nodiscard]] std::string fold(std::string_view name);
void fold_into(std::string& folded, std::string_view name);

}  // namespace kelisim::astro
