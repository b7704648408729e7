#include "http/router.h"

#include <algorithm>

namespace kelisim::http {
namespace {

bool is_parameter(std::string_view part) { return part.starts_with('{'); }

std::vector<std::string> split(std::string_view path) {
  std::vector<std::string> parts;
  for (path.remove_prefix(1); !path.empty();) {
    auto const end = std::min(path.find('/'), path.size());
    parts.emplace_back(path.substr(0, end));
    path.remove_prefix(std::min(end + 1, path.size()));
  }
  return parts;
}

bool matches(std::vector<std::string> const& parts, std::vector<std::string> const& segments) {
  return std::ranges::equal(
      parts, segments, [](auto const& part, auto const& segment) { return is_parameter(part) || part == segment; });
}

}  // namespace

std::string_view to_string(Method method) {
  switch (method) {
    case Method::get:
      return "GET";
    case Method::post:
      return "POST";
    case Method::put:
      return "PUT";
    case Method::del:
      return "DELETE";
  }
  return {};
}

Router::Router(Routes const& routes, bool sandbox) {
  for (auto const& entry : routes.entries()) {
    if (entry.access != Access::sandbox || sandbox) row(entry.path).routes.push_back(&entry);
  }
  for (auto const& entry : routes.sockets()) {
    if (entry.access != Access::sandbox || sandbox) row(entry.path).socket = &entry;
  }
  // Rows whose literals come earlier stand first: '{' sorts after every literal character that a path may have.
  for (auto& [length, rows] : by_length_) std::ranges::sort(rows, {}, &Row::parts);
}

Router::Row& Router::row(std::string_view path) {
  auto parts = split(path);
  auto& rows = by_length_[parts.size()];
  auto const found = std::ranges::find(rows, parts, &Row::parts);
  if (found != rows.end()) return *found;
  rows.push_back({std::move(parts), {}});
  return rows.back();
}

Router::Row const* Router::best(std::vector<std::string> const& segments) const {
  auto const rows = by_length_.find(segments.size());
  if (rows == by_length_.end()) return nullptr;
  auto const found = std::ranges::find_if(rows->second, [&](Row const& row) { return matches(row.parts, segments); });
  return found == rows->second.end() ? nullptr : &*found;
}

Router::Match Router::find(std::string_view method, std::vector<std::string> const& segments) const {
  Match match;
  auto const* const row = best(segments);
  if (row == nullptr) return match;
  auto const wanted = method == "HEAD" ? std::string_view("GET") : method;
  for (auto const* const route : row->routes) {
    auto const name = to_string(route->method);
    if (name == wanted) match.route = route;
    match.allow += (match.allow.empty() ? "" : ", ") + std::string(name);
    if (route->method == Method::get) match.allow += ", HEAD";
  }
  match.socket = row->socket;
  for (std::size_t i = 0; i < segments.size(); ++i) {
    auto const& part = row->parts[i];
    if (is_parameter(part)) match.fields.emplace_back(part.substr(1, part.size() - 2), segments[i]);
  }
  return match;
}

}  // namespace kelisim::http
