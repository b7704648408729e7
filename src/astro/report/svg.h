#pragma once

#include "report/scene.h"

#include <string>

namespace kelisim::astro::report {

/// A whole SVG document: presentation attributes only (no style sheet, no variable, no id, no script, nothing
/// fetched), so it looks the same in a browser, in a mail and in a drawing program, and two of them may stand in one
/// page.
[[nodiscard]] std::string to_svg(Scene const& scene);

}  // namespace kelisim::astro::report
