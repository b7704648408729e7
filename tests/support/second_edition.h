#pragma once

#include <filesystem>
#include <string_view>

namespace kelisim::test {

/// The edition that lies ready, unpublished, beside the brand's first.
inline constexpr std::string_view stricter_edition = "2026-12-08";

/// A copy of HARMONIA's folder inside `into`, with a second edition of the offer: the client must cancel 24 hours
/// before instead of 12 (paragraphs 3.7 and 3.8 in all languages, terms [cancellation] window_hours), and
/// paragraph 8.9 is new.
std::filesystem::path brand_with_stricter_edition(std::filesystem::path const& into);

}  // namespace kelisim::test
