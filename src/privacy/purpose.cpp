#include "privacy/purpose.h"

#include "kernel/ensure.h"

#include <boost/describe/enum_from_string.hpp>
#include <boost/describe/enum_to_string.hpp>

namespace kelisim::privacy {

std::string_view to_string(Purpose purpose) {
  auto const* const name = boost::describe::enum_to_string(purpose, nullptr);
  ENSURE(name != nullptr);
  return name;
}

std::optional<Purpose> parse_purpose(std::string_view text) {
  Purpose purpose{};
  if (!boost::describe::enum_from_string(std::string(text).c_str(), purpose)) return std::nullopt;
  return purpose;
}

}  // namespace kelisim::privacy
