#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace kelisim::db {

/// Looks a text up without copying it.
struct TextHash {
  using is_transparent = void;
  [[nodiscard]] std::size_t operator()(std::string_view text) const noexcept {
    return std::hash<std::string_view>()(text);
  }
};

/// A connection's prepared statements by their text.
template <class Value>
using ByText = std::unordered_map<std::string, Value, TextHash, std::equal_to<>>;

}  // namespace kelisim::db
