#include "json_path.h"

#include <boost/json/serialize.hpp>

#include <charconv>
#include <stdexcept>

namespace kelisim::test {
namespace {

boost::json::value const* step(boost::json::value const& value, std::string_view name) {
  if (auto const* object = value.if_object()) return object->if_contains(name);
  if (auto const* array = value.if_array()) {
    std::size_t index = 0;
    auto const [end, error] = std::from_chars(name.data(), name.data() + name.size(), index);
    return error == std::errc{} && index < array->size() ? &(*array)[index] : nullptr;
  }
  return nullptr;
}

boost::json::value const* find(boost::json::value const& value, std::string_view path) {
  auto const* here = &value;
  while (here != nullptr && !path.empty()) {
    auto const dot = path.find('.');
    here = step(*here, path.substr(0, dot));
    path = dot == std::string_view::npos ? std::string_view() : path.substr(dot + 1);
  }
  return here;
}

[[noreturn]] void wrong(boost::json::value const& value, std::string_view path, std::string_view what) {
  throw std::runtime_error("no " + std::string(what) + " at '" + std::string(path) + "' in " +
                           boost::json::serialize(value).substr(0, 2000));
}

}  // namespace

bool has(boost::json::value const& value, std::string_view path) {
  auto const* found = find(value, path);
  return found != nullptr && !found->is_null();
}

boost::json::value const& at(boost::json::value const& value, std::string_view path) {
  auto const* found = find(value, path);
  if (found == nullptr) wrong(value, path, "value");
  return *found;
}

std::string text_at(boost::json::value const& value, std::string_view path) {
  auto const* found = find(value, path);
  if (found == nullptr || !found->is_string()) wrong(value, path, "text");
  return std::string(found->as_string());
}

std::int64_t whole_at(boost::json::value const& value, std::string_view path) {
  auto const* found = find(value, path);
  if (found == nullptr || !found->is_int64()) wrong(value, path, "whole number");
  return found->as_int64();
}

bool flag_at(boost::json::value const& value, std::string_view path) {
  auto const* found = find(value, path);
  if (found == nullptr || !found->is_bool()) wrong(value, path, "flag");
  return found->as_bool();
}

}  // namespace kelisim::test
