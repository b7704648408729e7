#include "http/component_names.h"

#include "kernel/ensure.h"

#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>

#include <algorithm>

namespace kelisim::http {
namespace {

constexpr std::string_view prefix = "#/components/schemas/";

std::string plain(std::string_view text) {
  std::string made;
  for (char const c : text) {
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')) made += c;
  }
  return made;
}

// `kelisim::scheduling::(anonymous namespace)::Booking` is Booking of scheduling.
std::string own_name(std::string_view qualified) {
  auto const arguments = std::min(qualified.find('<'), qualified.size());
  auto const scope = qualified.substr(0, arguments).rfind("::");
  return plain(scope == std::string_view::npos ? qualified : qualified.substr(scope + 2));
}

std::string room_of(std::string_view qualified) {
  static constexpr std::string_view root = "kelisim::";
  if (!qualified.starts_with(root)) return {};
  qualified.remove_prefix(root.size());
  auto room = plain(qualified.substr(0, std::min(qualified.find("::"), qualified.size())));
  if (!room.empty() && room[0] >= 'a' && room[0] <= 'z') room[0] = static_cast<char>(room[0] - 32);
  return room;
}

// Structs of one qualified name may differ, when each stands in the unnamed namespace of its own file.
std::string identity(json::Component const& component) {
  return component.name + '\n' + boost::json::serialize(component.body);
}

}  // namespace

std::string ComponentNames::free_name(std::string_view qualified) const {
  auto const own = own_name(qualified);
  auto const taken = [&](std::string const& name) {
    return std::ranges::any_of(names_, [&](auto const& entry) { return entry.second == name; });
  };
  if (!taken(own)) return own;
  auto const longer = room_of(qualified) + own;
  if (!taken(longer)) return longer;
  for (int i = 2;; ++i) {
    if (auto numbered = longer + std::to_string(i); !taken(numbered)) return numbered;
  }
}

void ComponentNames::add(json::Schema const& schema) {
  for (auto const& part : schema.parts) {
    auto const id = identity(part);
    if (!names_.contains(id)) names_.emplace(id, free_name(part.name));
  }
  for (auto const& part : schema.parts) {
    all_.try_emplace(names_.at(identity(part)), rewritten(part.body, schema).as_object());
  }
}

std::string const& ComponentNames::name_of(std::string_view qualified, json::Schema const& within) const {
  auto const part = std::ranges::find(within.parts, qualified, &json::Component::name);
  ENSURE(part != within.parts.end());
  return names_.at(identity(*part));
}

boost::json::value ComponentNames::rewritten(boost::json::value const& value, json::Schema const& within) const {
  if (value.is_array()) {
    boost::json::array made;
    for (auto const& one : value.get_array()) made.push_back(rewritten(one, within));
    return made;
  }
  if (!value.is_object()) return value;
  boost::json::object made;
  for (auto const& [key, one] : value.get_object()) {
    if (key == "$ref") {
      std::string_view const target = one.as_string();
      made.emplace(key, std::string(prefix) + name_of(target.substr(prefix.size()), within));
    } else {
      made.emplace(key, rewritten(one, within));
    }
  }
  return made;
}

boost::json::object ComponentNames::shorten(json::Schema const& schema) const {
  return rewritten(schema.body, schema).as_object();
}

boost::json::object ComponentNames::components() const {
  boost::json::object made;
  for (auto const& [name, body] : all_) made.emplace(name, body);
  return made;
}

}  // namespace kelisim::http
