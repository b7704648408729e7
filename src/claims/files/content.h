#pragma once

#include "claims/rules/take_file.h"

#include <optional>
#include <string>
#include <string_view>

/// Files as bytes: what they are, and pictures without what a camera writes beside them. Thread-safe.
namespace kelisim::claims {

/// By the bytes alone; nothing for what a case does not take.
[[nodiscard]] std::optional<FileKind> kind_of(std::string_view bytes);

[[nodiscard]] std::string_view media_type(FileKind kind);
/// With its dot.
[[nodiscard]] std::string_view extension(FileKind kind);

/// The picture drawn anew, upright, of the same kind: no place, no time, no device, no thumbnail, nothing behind its
/// end. Nothing for one that cannot be read, has more than pixels_max or comes in more than scans_max.
[[nodiscard]] std::optional<std::string> redrawn(FileKind kind, std::string_view bytes);

}  // namespace kelisim::claims
