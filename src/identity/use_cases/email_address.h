#pragma once

#include <cstddef>
#include <string_view>

namespace kelisim::identity {

inline constexpr std::size_t email_max = 254;  ///< RFC 5321: a path is at most 256, brackets included

/// `local@domain` of printable ASCII without spaces, quotes or brackets; the domain has a dot and no empty part.
/// Whether somebody reads it is found out by writing to it.
[[nodiscard]] bool is_email_address(std::string_view text);

}  // namespace kelisim::identity
