#pragma once

#include "kernel/ensure.h"

#include <boost/describe.hpp>

#include <string>
#include <string_view>

namespace kelisim::contracts::store {

/// A described enum as it stands in a column.
template <class E>
std::string_view word(E value) {
  auto const* name = boost::describe::enum_to_string(value, nullptr);
  ENSURE(name != nullptr);
  return name;
}

template <class E>
E read_word(std::string const& text) {
  E value{};
  ENSURE(boost::describe::enum_from_string(text.c_str(), value));
  return value;
}

}  // namespace kelisim::contracts::store
