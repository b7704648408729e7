#pragma once

#include "kernel/ensure.h"
#include "platform/http/reply.h"

#include <boost/describe/enum_to_string.hpp>
#include <optional>
#include <string>
#include <string_view>

// The problems that are the same in every room.
namespace kelisim::http {

constexpr int conflict = 409;

/// There is nothing here, or nothing for this caller: the two look alike.
[[nodiscard]] inline Problem not_found() { return {.status = 404, .code = "not_found"}; }

/// A parameter of the query that says nothing the route understands.
[[nodiscard]] inline Problem wrong_query(std::string_view name, std::string_view code) {
  return {.status = 400, .code = "invalid_query", .errors = {{std::string(name), std::string(code)}}};
}

/// A field of the body that has the right type and a value that cannot be.
[[nodiscard]] inline Problem wrong_field(std::string_view path, std::string_view code) {
  return {.status = 400, .code = "invalid_body", .errors = {{std::string(path), std::string(code)}}};
}

/// A refusal whose code is the name of its enumerator, with the clause that it follows.
template <class E>
[[nodiscard]] Problem named(E why, std::optional<Clause> because = std::nullopt, int status = conflict) {
  auto const* name = boost::describe::enum_to_string(why, nullptr);
  ENSURE(name != nullptr);
  return {.status = status, .code = name, .clause = because};
}

}  // namespace kelisim::http
