#pragma once

#include <string>
#include <string_view>

namespace kelisim::paper {

/// Cairo writes no language into a PDF, and a screen reader needs one. Adds it, and "show the title and not the
/// file's name", as an incremental update of the catalogue. A file whose cross-reference table is not of the classic
/// form comes back as it was.
[[nodiscard]] std::string with_language(std::string pdf, std::string_view language);

}  // namespace kelisim::paper
