#include "http/web_client.h"

#include <algorithm>

namespace kelisim::http {
namespace {

// Whether Accept-Encoding takes the coding: named, and not with a quality of zero.
bool takes(Request const& request, std::string_view coding) {
  auto list = request.header("accept-encoding").value_or(std::string_view());
  while (!list.empty()) {
    auto const end = std::min(list.find(','), list.size());
    auto const one = stripped(list.substr(0, end));
    list.remove_prefix(std::min(end + 1, list.size()));
    auto const semicolon = std::min(one.find(';'), one.size());
    if (!same_word(stripped(one.substr(0, semicolon)), coding)) continue;
    auto const parameter = stripped(one.substr(std::min(semicolon + 1, one.size())));
    return !(parameter.starts_with("q=0") && parameter.find_first_not_of("0.", 2) == std::string_view::npos);
  }
  return false;
}

// Pages of the client have paths of their own that only its script knows; what belongs to machines is never a page.
bool is_navigation(Request const& request, Target const& target) {
  if (target.segments.empty()) return true;
  static constexpr std::array<std::string_view, 4> machines{"v1", "gateways", "sandbox", "assets"};
  if (std::ranges::find(machines, target.segments.front()) != machines.end()) return false;
  if (target.segments.back().contains('.')) return false;
  return request.header("accept").value_or(std::string_view()).contains("text/html");
}

}  // namespace

WebClient::WebClient(std::optional<std::filesystem::path> const& folder, bool shows_screens)
    : files_(folder ? files::StaticFiles(*folder) : files::StaticFiles()), shows_screens_(shows_screens) {}

std::optional<Response> WebClient::find(Request const& request, Target const& target) const {
  if (files_.empty()) return std::nullopt;
  std::string path;
  for (auto const& segment : target.segments) path += (path.empty() ? "" : "/") + segment;
  auto const* file = files_.find(path);
  if (file == nullptr && is_navigation(request, target)) file = files_.find("index.html");
  if (file == nullptr) return std::nullopt;

  Response response{.content_type = file->content_type};
  response.headers = {{"ETag", file->etag},
                      {"Vary", "Accept-Encoding"},
                      {"Cache-Control", file->immutable ? "public, max-age=31536000, immutable" : "no-cache"}};
  if (shows_screens_) {
    response.headers.emplace_back(
        "Permissions-Policy",
        "camera=(self), microphone=(self), display-capture=(self), geolocation=(), payment=(), usb=()");
  }
  if (request.header_has("if-none-match", file->etag)) {
    response.status = 304;
    response.without_body = true;
    return response;
  }
  response.shared_body = file->plain;
  if (file->br && takes(request, "br")) {
    response.shared_body = file->br;
    response.headers.emplace_back("Content-Encoding", "br");
  } else if (file->gz && takes(request, "gzip")) {
    response.shared_body = file->gz;
    response.headers.emplace_back("Content-Encoding", "gzip");
  }
  return response;
}

}  // namespace kelisim::http
