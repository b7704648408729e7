#pragma once

#include "kernel/result.h"
#include "platform/http/reply.h"

#include <boost/json/storage_ptr.hpp>
#include <boost/json/value.hpp>

#include <cstddef>
#include <string_view>
#include <vector>

namespace kelisim::json {

/// What a JSON text may hold. The length of the text itself is bounded by whoever read it.
struct ParseLimits {
  std::size_t depth = 16;         ///< objects and arrays inside one another
  std::size_t fields = 256;       ///< of one object
  std::size_t elements = 10'000;  ///< of one array
  std::size_t key_bytes = 128;
};

/// The bounds of texts that we wrote ourselves.
inline constexpr ParseLimits stored_limits{.depth = 64, .fields = 10'000, .elements = 1'000'000, .key_bytes = 4096};

/// One whole JSON text (RFC 8259, UTF-8). Codes: `bad_json` (syntax, NaN, invalid UTF-8, anything after the value),
/// `too_deep`, `too_many`, `too_long` (a key) and `doubled_field`, each with the path where it was met.
[[nodiscard]] Result<boost::json::value, std::vector<http::FieldError>> parse(std::string_view text,
                                                                              ParseLimits const& limits = {},
                                                                              boost::json::storage_ptr memory = {});

}  // namespace kelisim::json
