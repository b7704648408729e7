#include "http/problem.h"

namespace kelisim::http {

std::string_view reason_phrase(int status) {
  static constexpr std::array<std::pair<int, std::string_view>, 33> phrases{{
      {200, "OK"},
      {201, "Created"},
      {202, "Accepted"},
      {204, "No Content"},
      {301, "Moved Permanently"},
      {302, "Found"},
      {303, "See Other"},
      {304, "Not Modified"},
      {400, "Bad Request"},
      {401, "Unauthorized"},
      {402, "Payment Required"},
      {403, "Forbidden"},
      {404, "Not Found"},
      {405, "Method Not Allowed"},
      {408, "Request Timeout"},
      {409, "Conflict"},
      {410, "Gone"},
      {412, "Precondition Failed"},
      {413, "Content Too Large"},
      {414, "URI Too Long"},
      {415, "Unsupported Media Type"},
      {422, "Unprocessable Content"},
      {423, "Locked"},
      {425, "Too Early"},
      {426, "Upgrade Required"},
      {428, "Precondition Required"},
      {429, "Too Many Requests"},
      {431, "Request Header Fields Too Large"},
      {500, "Internal Server Error"},
      {501, "Not Implemented"},
      {502, "Bad Gateway"},
      {503, "Service Unavailable"},
      {505, "HTTP Version Not Supported"},
  }};
  auto const found = std::ranges::find(phrases, status, &std::pair<int, std::string_view>::first);
  return found == phrases.end() ? std::string_view() : found->second;
}

Response to_response(Problem const& problem, json::ClauseWording const* wording) {
  json::Writer writer(wording);
  auto const field = [&](std::string_view name, std::string_view text) {
    writer.key(name);
    writer.text(text);
  };
  writer.begin_object();
  field("type", "about:blank");
  field("title", reason_phrase(problem.status));
  writer.key("status");
  writer.whole(problem.status);
  field("code", problem.code);
  field("text_key", "problem." + std::string(problem.code));
  if (problem.clause) {
    writer.key("clause");
    writer.clause(*problem.clause);
  }
  if (!problem.params.empty()) {
    writer.key("params");
    writer.begin_object();
    for (auto const& [name, value] : problem.params) field(name, value);
    writer.end_object();
  }
  if (!problem.errors.empty()) {
    writer.key("errors");
    writer.begin_array();
    for (auto const& error : problem.errors) {
      writer.begin_object();
      field("path", error.path);
      field("code", error.code);
      writer.end_object();
    }
    writer.end_array();
  }
  writer.end_object();
  Response response{.status = problem.status, .content_type = "application/problem+json", .body = writer.take()};
  if (problem.retry_after_seconds) {
    response.headers.emplace_back("Retry-After", std::to_string(*problem.retry_after_seconds));
  }
  if (problem.status == 401) response.headers.emplace_back("WWW-Authenticate", "Session");
  return response;
}

Response refuse(int status, std::string_view code) { return to_response({.status = status, .code = code}); }

}  // namespace kelisim::http
