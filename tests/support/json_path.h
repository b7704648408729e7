#pragma once

#include <boost/json/value.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace kelisim::test {

/// Whether there is something other than null at `order.paid.minor` or `items.0.id`.
[[nodiscard]] bool has(boost::json::value const& value, std::string_view path);
/// What stands there; a test that asks for something that is missing fails with the path and the whole text.
[[nodiscard]] boost::json::value const& at(boost::json::value const& value, std::string_view path);
[[nodiscard]] std::string text_at(boost::json::value const& value, std::string_view path);
[[nodiscard]] std::int64_t whole_at(boost::json::value const& value, std::string_view path);
[[nodiscard]] bool flag_at(boost::json::value const& value, std::string_view path);

}  // namespace kelisim::test
