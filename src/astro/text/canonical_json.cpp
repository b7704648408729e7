#include "text/canonical_json.h"

#include "kernel/ensure.h"

#include <fmt/format.h>
#include <boost/json.hpp>

#include <cmath>

namespace kelisim::astro {
namespace {

std::string number(double value) {
  ENSURE(std::abs(value) <= 1e12);
  auto text = fmt::format("{:.6f}", value);
  text.erase(text.find_last_not_of('0') + 1);
  if (text.ends_with('.')) text.pop_back();
  return text == "-0" ? "0" : text;
}

void write(boost::json::value const& value, std::string& out) {
  if (auto const* object = value.if_object()) {
    std::vector<boost::json::object::value_type const*> members;
    for (auto const& member : *object) members.push_back(&member);
    std::ranges::sort(members, {}, [](auto const* member) { return std::string_view(member->key()); });
    out += '{';
    for (auto const* member : members) {
      if (member != members.front()) out += ',';
      out += boost::json::serialize(boost::json::value(member->key()));
      out += ':';
      write(member->value(), out);
    }
    out += '}';
  } else if (auto const* array = value.if_array()) {
    out += '[';
    for (auto const& one : *array) {
      if (&one != array->data()) out += ',';
      write(one, out);
    }
    out += ']';
  } else if (auto const* real = value.if_double()) {
    out += number(*real);
  } else {
    out += boost::json::serialize(value);
  }
}

}  // namespace

std::string canonical_json(boost::json::value const& value) {
  std::string out;
  write(value, out);
  return out;
}

}  // namespace kelisim::astro
