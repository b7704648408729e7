#pragma once

#include <boost/json/object.hpp>

#include <string>

namespace kelisim::json {

/// A JSON Schema (draft 2020-12, as OpenAPI 3.1 uses it). `name` is the C++ struct's name for objects, which OpenAPI
/// then keeps under components; empty for values written in place.
struct Schema {
  std::string name;
  boost::json::object body;
};

}  // namespace kelisim::json
