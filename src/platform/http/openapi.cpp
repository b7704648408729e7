#include "http/component_names.h"
#include "http/edge.h"
#include "http/router.h"
#include "platform/http/server.h"

#include <boost/json/array.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include <algorithm>

namespace kelisim::http {
namespace {

using boost::json::array;
using boost::json::object;

std::string_view to_string(Access access) {
  switch (access) {
    case Access::anyone:
      return "anyone";
    case Access::signed_in:
      return "signed_in";
    case Access::client:
      return "client";
    case Access::client_or_barred:
      return "client_or_barred";
    case Access::specialist:
      return "specialist";
    case Access::client_or_specialist:
      return "client_or_specialist";
    case Access::support:
      return "support";
    case Access::finance:
      return "finance";
    case Access::staff:
      return "staff";
    case Access::administrator:
      return "administrator";
    case Access::gateway:
      return "gateway";
    case Access::sandbox:
      return "sandbox";
  }
  return {};
}

object parameter(std::string_view name, std::string_view in, bool required, std::string_view description) {
  object made{{"name", name}, {"in", in}};
  if (required) made.emplace("required", true);
  if (!description.empty()) made.emplace("description", description);
  made.emplace("schema", object{{"type", "string"}});
  return made;
}

void add_path_parameters(array& parameters, std::string_view path) {
  for (auto open = path.find('{'); open != std::string_view::npos; open = path.find('{', open + 1)) {
    parameters.push_back(parameter(path.substr(open + 1, path.find('}', open) - open - 1), "path", true, {}));
  }
}

// The first word of the path after the version: what the operation is about.
std::string_view tag_of(std::string_view path) {
  path.remove_prefix(path.starts_with("/v1/") ? 4 : 1);
  return path.substr(0, std::min(path.find('/'), path.size()));
}

object operation_head(std::string_view path, std::string_view name, std::string_view summary, Access access) {
  object made{{"operationId", name}, {"tags", array{tag_of(path)}}};
  if (!summary.empty()) made.emplace("summary", summary);
  made.emplace("x-access", to_string(access));
  bool const open = admits(access, Role::visitor);
  made.emplace("security", open ? array{} : array{object{{"session", array{}}}});
  return made;
}

object content(std::string_view type, object schema) { return {{type, object{{"schema", std::move(schema)}}}}; }

object success(RouteEntry const& route, ComponentNames const& names) {
  if (route.answer_is_document) {
    return {{"200", object{{"description", "A document"}, {"content", content("*/*", {{"type", "string"}})}}}};
  }
  if (route.answer_schema.body.empty()) return {{"204", object{{"description", "Done"}}}};
  return {
      {std::to_string(route.options.success),
       object{{"description", "OK"}, {"content", content("application/json", names.shorten(route.answer_schema))}}}};
}

object operation(RouteEntry const& route, ComponentNames const& names) {
  auto made = operation_head(route.path, route.name, route.options.summary, route.access);
  array parameters;
  add_path_parameters(parameters, route.path);
  for (auto const& one : route.options.query) {
    parameters.push_back(parameter(one.name, "query", one.required, one.description));
  }
  if (route.writes()) {
    parameters.push_back(parameter("Idempotency-Key", "header", route.options.key_required,
                                   "The same key with the same request gets the same answer"));
  }
  if (!parameters.empty()) made.emplace("parameters", std::move(parameters));
  if (route.body_is_raw) {
    made.emplace("requestBody", object{{"content", content("*/*", {{"type", "string"}})}});
  } else if (!route.body_is_nothing) {
    made.emplace("requestBody", object{{"required", true},
                                       {"content", content("application/json", names.shorten(route.body_schema))}});
  }
  auto responses = success(route, names);
  responses.emplace("default", object{{"$ref", "#/components/responses/Problem"}});
  made.emplace("responses", std::move(responses));
  return made;
}

object socket_operation(SocketEntry const& socket) {
  auto made = operation_head(socket.path, socket.name, "WebSocket", socket.access);
  array parameters;
  add_path_parameters(parameters, socket.path);
  if (!parameters.empty()) made.emplace("parameters", std::move(parameters));
  made.emplace("x-websocket", true);
  made.emplace("responses", object{{"101", object{{"description", "The WebSocket is open"}}},
                                   {"default", object{{"$ref", "#/components/responses/Problem"}}}});
  return made;
}

// What to_response() in problem.cpp writes.
constexpr std::string_view problem_schema =
    R"({"type":"object","required":["type","title","status","code","text_key"],
  "properties":{"type":{"type":"string"},"title":{"type":"string"},"status":{"type":"integer"},
  "code":{"type":"string","description":"a stable word"},
  "text_key":{"type":"string","description":"problem.<code>: key of its text in every language"},
  "clause":{"$ref":"#/components/schemas/Clause"},
  "params":{"type":"object","additionalProperties":{"type":"string"}},
  "errors":{"type":"array","maxItems":20,"items":{"type":"object","required":["path","code"],
    "properties":{"path":{"type":"string"},"code":{"type":"string"}}}}}})";

object components(ComponentNames const& names) {
  auto schemas = names.components();
  schemas.emplace("Problem", boost::json::parse(problem_schema));
  object const session{{"type", "apiKey"}, {"in", "cookie"}, {"name", session_cookie}};
  object problem{{"description", "A refusal or an error"},
                 {"content", content("application/problem+json", {{"$ref", "#/components/schemas/Problem"}})}};
  return {{"schemas", std::move(schemas)},
          {"responses", object{{"Problem", std::move(problem)}}},
          {"securitySchemes", object{{"session", session}}}};
}

}  // namespace

std::string openapi(Routes const& routes, std::string_view title, bool sandbox) {
  auto const shown = [&](auto const& entry) { return entry.access != Access::sandbox || sandbox; };
  ComponentNames names;
  {
    json::SchemaWriter clause;
    auto body = clause.clause();
    names.add(std::move(clause).finish(std::move(body)));
  }
  for (auto const& route : routes.entries()) {
    if (!shown(route)) continue;
    names.add(route.body_schema);
    names.add(route.answer_schema);
  }
  // Sorted by path, then by method, so that the text changes only with the table.
  std::map<std::string, std::map<Method, object>> by_path;
  for (auto const& route : routes.entries()) {
    if (shown(route)) by_path[route.path].emplace(route.method, operation(route, names));
  }
  for (auto const& socket : routes.sockets()) {
    if (shown(socket)) by_path[socket.path].emplace(Method::get, socket_operation(socket));
  }
  object paths;
  for (auto& [path, operations] : by_path) {
    object item;
    for (auto& [method, one] : operations) {
      std::string verb(to_string(method));
      for (char& c : verb) c = static_cast<char>(c + 32);
      item.emplace(verb, std::move(one));
    }
    paths.emplace(path, std::move(item));
  }
  return boost::json::serialize(object{{"openapi", "3.1.0"},
                                       {"info", object{{"title", title}, {"version", "1"}}},
                                       {"paths", std::move(paths)},
                                       {"components", components(names)}});
}

}  // namespace kelisim::http
