#include "http/problem.h"

namespace kelisim::http {

std::string_view reason_phrase(int status) {
  switch (status) {
    case 200: return "OK";
    case 201: return "Created";
    case 202: return "Accepted";
    case 204: return "No Content";
    case 301: return "Moved Permanently";
    case 302: return "Found";
    case 303: return "See Other";
    case 304: return "Not Modified";
    case 400: return "Bad Request";
    case 401: return "Unauthorized";
    case 402: return "Payment Required";
    case 403: return "Forbidden";
    case 404: return "Not Found";
    case 405: return "Method Not Allowed";
    case 408: return "Request Timeout";
    case 409: return "Conflict";
    case 410: return "Gone";
    case 412: return "Precondition Failed";
    case 413: return "Content Too Large";
    case 414: return "URI Too Long";
    case 415: return "Unsupported Media Type";
    case 422: return "Unprocessable Content";
    case 423: return "Locked";
    case 425: return "Too Early";
    case 426: return "Upgrade Required";
    case 428: return "Precondition Required";
    case 429: return "Too Many Requests";
    case 431: return "Request Header Fields Too Large";
    case 500: return "Internal Server Error";
    case 501: return "Not Implemented";
    case 502: return "Bad Gateway";
    case 503: return "Service Unavailable";
    case 505: return "HTTP Version Not Supported";
    default: return {};
  }
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
