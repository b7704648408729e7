#include "platform/http/routes.h"

#include "kernel/ensure.h"

#include <algorithm>

namespace kelisim::http {
namespace {

constexpr std::string_view white = " \t\r\n";

bool is_plain(std::string_view text, std::string_view more) {
  return !text.empty() && std::ranges::all_of(text, [&](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || more.contains(c);
  });
}

void check_path(std::string_view path) {
  ENSURE(path.starts_with('/') && !path.ends_with('/'));
  for (path.remove_prefix(1); !path.empty();) {
    auto const end = std::min(path.find('/'), path.size());
    auto part = path.substr(0, end);
    if (part.starts_with('{')) {
      ENSURE(part.ends_with('}') && is_plain(part.substr(1, part.size() - 2), "_"));
    } else {
      ENSURE(is_plain(part, "_-."));
    }
    path.remove_prefix(std::min(end + 1, path.size()));
  }
}

// The path with every parameter's name left out.
std::string shape(std::string_view path) {
  std::string made;
  bool inside = false;
  for (char const c : path) {
    if (c == '}') inside = false;
    if (!inside) made += c;
    if (c == '{') inside = true;
  }
  return made;
}

}  // namespace

RouteEntry::Outcome RouteEntry::run(Call& call, RawBody const& raw) const {
  auto body = read(raw, {});
  if (!body) return {.document = {}, .problem = std::move(body.error())};
  return handle(call, body->get());
}

namespace detail {

Problem invalid_body(std::vector<FieldError> errors) {
  return {.status = 400, .code = "invalid_body", .errors = std::move(errors)};
}

Result<boost::json::value, Problem> parse_body(RawBody const& raw, json::ParseLimits const& limits) {
  if (raw.text.find_first_not_of(white) == std::string::npos) {
    return Failure<Problem>(Problem{.status = 400, .code = "body_missing"});
  }
  auto parsed = json::parse(raw.text, limits);
  if (!parsed) return Failure<Problem>(invalid_body(std::move(parsed.error())));
  return std::move(*parsed);
}

std::optional<Problem> refuse_body(RawBody const& raw) {
  std::string_view text = raw.text;
  std::string seen;
  for (char const c : text.substr(0, 16)) {
    if (!white.contains(c)) seen += c;
  }
  if (text.size() <= 16 && (seen.empty() || seen == "{}")) return std::nullopt;
  return Problem{.status = 400, .code = "unexpected_body"};
}

Document json_document(std::string text, int status) {
  return {.content_type = "application/json", .body = std::move(text), .status = status, .headers = {}};
}

void check_route(RouteEntry const& entry, std::vector<RouteEntry> const& others) {
  check_path(entry.path);
  ENSURE(is_plain(entry.name, "_"));
  ENSURE(entry.method != Method::get || entry.body_is_nothing);
  ENSURE(!(entry.options.cacheable && entry.writes()));
  for (auto const& other : others) {
    ENSURE(other.name != entry.name);
    ENSURE(other.method != entry.method || other.path != entry.path);
    ENSURE(other.path == entry.path || shape(other.path) != shape(entry.path));
  }
}

}  // namespace detail
}  // namespace kelisim::http
