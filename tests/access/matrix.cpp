#include "matrix.h"

#include <fstream>
#include <sstream>
#include <stdexcept>

namespace kelisim::test {
namespace {

using boost::json::array;
using boost::json::object;
using boost::json::value;

value const& resolved(value const& schema, value const& openapi) {
  if (!has(schema, "$ref")) return schema;
  auto const reference = text_at(schema, "$ref");
  auto const name = reference.substr(reference.rfind('/') + 1);
  return at(openapi, "components.schemas").as_object().at(name);
}

value text_sample(value const& schema) {
  auto const format = has(schema, "format") ? text_at(schema, "format") : std::string();
  if (format == "date-time") return "2026-12-10T07:00:00Z";
  if (format == "date") return "2026-12-10";
  if (has(schema, "pattern")) {
    auto const pattern = text_at(schema, "pattern");
    return pattern.find("26") != std::string::npos ? value(guessed_id) : value("10:00");
  }
  auto const least = has(schema, "minLength") ? whole_at(schema, "minLength") : 0;
  return boost::json::string(static_cast<std::size_t>(std::max<std::int64_t>(least, 1)), 'a');
}

void break_text(std::string const& name, value const& schema, object const& good, std::vector<Broken>& found) {
  if (has(schema, "maxLength")) {
    auto body = good;
    body[name] = std::string(static_cast<std::size_t>(whole_at(schema, "maxLength")) + 1, 'a');
    found.push_back({name + " too long", body});
  }
  if (has(schema, "minLength") && whole_at(schema, "minLength") > 0) {
    auto body = good;
    body[name] = "";
    found.push_back({name + " too short", body});
  }
  if (has(schema, "format") || has(schema, "pattern") || has(schema, "enum")) {
    auto body = good;
    body[name] = "?";
    found.push_back({name + " of another shape", body});
  }
}

void break_whole(std::string const& name, value const& schema, object const& good, std::vector<Broken>& found) {
  for (auto const* bound : {"minimum", "maximum"}) {
    if (!has(schema, bound)) continue;
    auto const edge = whole_at(schema, bound);
    if (edge == INT64_MIN || edge == INT64_MAX) continue;
    auto body = good;
    body[name] = std::string_view(bound) == "minimum" ? edge - 1 : edge + 1;
    found.push_back({name + " beyond its " + bound, body});
  }
  auto body = good;
  body[name] = 1.5;
  found.push_back({name + " with a fraction", body});
}

std::string type_of(value const& schema) { return has(schema, "type") ? text_at(schema, "type") : "object"; }

}  // namespace

std::vector<Endpoint> described(value const& openapi) {
  std::vector<Endpoint> found;
  for (auto const& [path, methods] : at(openapi, "paths").as_object()) {
    for (auto const& [method, operation] : methods.as_object()) {
      Endpoint endpoint{.method = {}, .path = path, .access = text_at(operation, "x-access"), .object = {}};
      for (char const letter : std::string_view(method)) endpoint.method += static_cast<char>(std::toupper(letter));
      if (auto const* body = operation.as_object().if_contains("requestBody")) {
        auto const& content = at(*body, "content").as_object();
        if (auto const* json = content.if_contains("application/json")) endpoint.body_schema = at(*json, "schema");
      }
      if (auto const* parameters = operation.as_object().if_contains("parameters")) {
        for (auto const& one : parameters->as_array()) {
          if (has(one, "in") && text_at(one, "in") == "query" && has(one, "required") && flag_at(one, "required")) {
            endpoint.required_query.push_back(text_at(one, "name"));
          }
        }
      }
      endpoint.is_socket = path.ends_with("/room");
      found.push_back(std::move(endpoint));
    }
  }
  return found;
}

std::vector<Endpoint> expected() {
  std::ifstream file(KELISIM_SOURCE_DIR "/tests/access/expected.csv");
  if (!file) throw std::runtime_error("tests/access/expected.csv cannot be read");
  std::vector<Endpoint> found;
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line.starts_with('#') || line.starts_with("method,")) continue;
    std::istringstream words(line);
    Endpoint endpoint;
    std::getline(words, endpoint.method, ',');
    std::getline(words, endpoint.path, ',');
    std::getline(words, endpoint.access, ',');
    std::getline(words, endpoint.object, ',');
    found.push_back(std::move(endpoint));
  }
  return found;
}

bool lets_through(std::string_view access, std::string_view role) {
  auto const is = [&](auto... roles) { return ((role == roles) || ...); };
  if (access == "anyone" || access == "sandbox" || access == "gateway") return true;
  if (access == "signed_in") return role != "visitor";
  if (access == "client" || access == "specialist" || access == "administrator") return role == access;
  if (access == "client_or_barred") return is("client", "barred");
  if (access == "client_or_specialist") return is("client", "specialist");
  if (access == "support") return is("support", "administrator");
  if (access == "finance") return is("finance", "administrator");
  if (access == "staff") return is("support", "finance", "administrator");
  throw std::runtime_error("an unknown level of access: " + std::string(access));
}

std::string filled(Endpoint const& endpoint, std::string const& id) {
  auto target = endpoint.path;
  for (auto from = target.find('{'); from != std::string::npos; from = target.find('{')) {
    auto const to = target.find('}', from);
    target.replace(from, to - from + 1, target.substr(from, to - from + 1) == "{id}" ? id : std::string(guessed_id));
  }
  auto separator = '?';
  for (auto const& name : endpoint.required_query) {
    auto const given = name == "starts_at" ? "2026-12-11T07:00:00Z" : name == "purpose" ? "client_request" : "a";
    target += separator + name + "=" + given;
    separator = '&';
  }
  return target;
}

value sample(value const& given, value const& openapi) {
  auto const& schema = resolved(given, openapi);
  if (has(schema, "enum")) return at(schema, "enum").as_array().front();
  auto const type = type_of(schema);
  if (type == "string") return text_sample(schema);
  if (type == "integer")
    return has(schema, "minimum") && whole_at(schema, "minimum") > 0 ? whole_at(schema, "minimum") : 1;
  if (type == "boolean") return true;
  if (type == "array") return array{sample(at(schema, "items"), openapi)};
  object made;
  if (!has(schema, "properties")) return made;
  for (auto const& [name, property] : at(schema, "properties").as_object()) made[name] = sample(property, openapi);
  return made;
}

std::vector<Broken> broken(value const& given, value const& openapi) {
  auto const& schema = resolved(given, openapi);
  auto const good = sample(schema, openapi).as_object();
  std::vector<Broken> found;
  auto unknown = good;
  unknown["no_such_field"] = 1;
  found.push_back({"an unknown field", unknown});
  found.push_back({"no object", array{}});
  for (auto const& [name, property_given] : at(schema, "properties").as_object()) {
    auto const& property = resolved(property_given, openapi);
    auto other = good;
    other[name] = type_of(property) == "object" || type_of(property) == "array" ? value("a") : value(object{});
    found.push_back({std::string(name) + " of another type", other});
    if (type_of(property) == "string") break_text(name, property, good, found);
    if (type_of(property) == "integer") break_whole(name, property, good, found);
  }
  if (has(schema, "required")) {
    for (auto const& name : at(schema, "required").as_array()) {
      auto body = good;
      body.erase(name.as_string());
      found.push_back({std::string(name.as_string()) + " missing", body});
    }
  }
  return found;
}

}  // namespace kelisim::test
