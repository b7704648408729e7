#pragma once

#include "http/request.h"

#include <string>
#include <string_view>

namespace kelisim::http {

/// The headers that stand on every answer, whatever it is (ASVS 3.2.1, 3.4.1–3.4.8, 14.2.2). A header that the
/// response itself brings takes the place of ours (Cache-Control, Content-Security-Policy, Permissions-Policy).
///
/// `date` is the IMF-fixdate of now. The text ends with the empty line.
[[nodiscard]] std::string response_head(Response const& response, bool keep_alive, std::string_view date);

/// `Sun, 06 Nov 1994 08:49:37 GMT`.
[[nodiscard]] std::string imf_fixdate(std::int64_t unix_seconds);

/// Whether name and value may stand in a header: a token, and visible characters with spaces (no CR, LF, NUL).
[[nodiscard]] bool is_header(std::string_view name, std::string_view value);

}  // namespace kelisim::http
