#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace kelisim::test {

/// The edition that lies ready, unpublished, beside the brand's first.
inline constexpr std::string_view stricter_edition = "2026-12-08";

/// An edition of the offer that differs from the first in how long before a client must cancel, and has one paragraph
/// more.
struct LaterEdition {
  std::string version;
  int window_hours = 24;
};

/// A copy of HARMONIA's folder inside `into`, with further editions of the offer, all unpublished: paragraphs 3.7 and
/// 3.8 in all languages and terms [cancellation] window_hours say the hours of the edition, and paragraph 8.9 is new.
std::filesystem::path brand_with_editions(std::filesystem::path const& into,
                                          std::vector<LaterEdition> const& editions);

/// With one: 24 hours instead of 12.
std::filesystem::path brand_with_stricter_edition(std::filesystem::path const& into);

}  // namespace kelisim::test
