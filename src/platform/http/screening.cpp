#include "http/screening.h"

#include "http/origin.h"

#include <algorithm>

namespace kelisim::http {
namespace {

bool is_json(Request const& request) {
  auto const type = request.header("content-type").value_or(std::string_view());
  auto const semicolon = std::min(type.find(';'), type.size());
  if (!same_word(stripped(type.substr(0, semicolon)), "application/json")) return false;
  auto const parameter = stripped(type.substr(std::min(semicolon + 1, type.size())));
  return parameter.empty() || same_word(parameter, "charset=utf-8");
}

std::vector<FieldError> query_errors(RouteEntry const& route, Call::Fields const& query,
                                     ServerOptions const& options) {
  std::vector<FieldError> errors;
  auto const& known = route.options.query;
  for (auto const& [name, value] : query) {
    bool const language = name == "lang";
    if (language && std::ranges::find(options.languages, value) == options.languages.end()) {
      errors.push_back({"?lang", "unknown_value"});
    } else if (!language && std::ranges::find(known, name, &QueryParam::name) == known.end()) {
      errors.push_back({"?" + name, "unknown_field"});
    }
  }
  for (auto const& param : known) {
    bool const present = std::ranges::find(query, param.name, &Call::Fields::value_type::first) != query.end();
    if (param.required && !present) errors.push_back({"?" + std::string(param.name), "missing"});
  }
  if (errors.size() > json::Reader::errors_max) errors.resize(json::Reader::errors_max);
  return errors;
}

bool is_key(std::string_view key, std::size_t max) {
  return !key.empty() && key.size() <= max && std::ranges::all_of(key, [](char c) { return c > ' ' && c < 0x7F; });
}

}  // namespace

std::optional<Problem> screen(Request const& request, RouteEntry const& route, Call::Fields const& query,
                              ServerOptions const& options) {
  // A gateway's callback proves itself in the message, and what it adds to its address is its own affair.
  bool const from_gateway = route.access == Access::gateway;
  if (route.method != Method::get && !from_gateway && comes_from_elsewhere(request, options.origins)) {
    return Problem{.status = 403, .code = "foreign_origin"};
  }
  if (!route.body_is_raw && !request.body.empty() && !is_json(request)) {
    return Problem{.status = 415, .code = "unsupported_media_type"};
  }
  if (!from_gateway) {
    if (auto errors = query_errors(route, query, options); !errors.empty()) {
      return Problem{.status = 400, .code = "invalid_query", .errors = std::move(errors)};
    }
  }
  auto const key = request.header("idempotency-key");
  if (key && !is_key(*key, options.limits.idempotency_key_bytes)) {
    return Problem{.status = 400, .code = "bad_idempotency_key"};
  }
  if (route.options.key_required && !key) return Problem{.status = 400, .code = "idempotency_key_required"};
  return std::nullopt;
}

}  // namespace kelisim::http
