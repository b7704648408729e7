#pragma once

#include "kernel/ensure.h"

#include <boost/describe.hpp>

#include <string>
#include <string_view>

/// Closed words as the tables hold them: the names of the enums.
namespace kelisim::claims::store {

template <class E>
E read_word(std::string const& text) {
  E value{};
  ENSURE(boost::describe::enum_from_string(text.c_str(), value));
  return value;
}

template <class E>
std::string_view word(E value) {
  auto const* name = boost::describe::enum_to_string(value, nullptr);
  ENSURE(name != nullptr);
  return name;
}

}  // namespace kelisim::claims::store
