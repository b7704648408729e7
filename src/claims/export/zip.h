#pragma once

#include "claims/archive.h"

#include <optional>
#include <string>
#include <vector>

namespace kelisim::claims {

/// The same entries at the same instant give the same bytes.
[[nodiscard]] std::string write_zip(std::vector<ArchiveEntry> const& entries, Instant made_at);

/// Nothing for what is no whole ZIP, or is beyond archive_bytes_max before or after unpacking. In the file's order.
[[nodiscard]] std::optional<std::vector<ArchiveEntry>> read_zip(std::string_view bytes);

}  // namespace kelisim::claims
