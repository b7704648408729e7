#include "http/response_head.h"

#include "http/problem.h"
#include "kernel/ensure.h"

#include <fmt/format.h>

#include <algorithm>

namespace kelisim::http {
namespace {

constexpr std::string_view fixed =
    "X-Content-Type-Options: nosniff\r\n"
    "Referrer-Policy: no-referrer\r\n"
    "Cross-Origin-Opener-Policy: same-origin\r\n"
    "Cross-Origin-Resource-Policy: same-origin\r\n"
    "Strict-Transport-Security: max-age=63072000; includeSubDomains\r\n"
    "X-Frame-Options: DENY\r\n";

// A page of ours takes scripts, styles and connections from our own host only. The way to the acquirer is a link that
// the person follows, not a form, so forms too stay at home.
constexpr std::string_view page_policy =
    "Content-Security-Policy: default-src 'self'; img-src 'self' data: blob:; media-src 'self' blob:; "
    "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'\r\n";
constexpr std::string_view data_policy = "Content-Security-Policy: default-src 'none'; frame-ancestors 'none'\r\n";
constexpr std::string_view no_screen =
    "Permissions-Policy: camera=(self), microphone=(self), display-capture=(), geolocation=(), payment=(), "
    "usb=()\r\n";
constexpr std::string_view no_store = "Cache-Control: no-store\r\n";

bool brings(Response const& response, std::string_view name) {
  return std::ranges::any_of(response.headers, [&](auto const& header) { return same_word(header.first, name); });
}

// A service worker fetches under the policy of its own script's answer, not under its page's.
bool runs_in_a_browser(std::string_view content_type) {
  return content_type.starts_with("text/html") || content_type.starts_with("text/javascript");
}

}  // namespace

std::string response_head(Response const& response, bool keep_alive, std::string_view date) {
  std::string head;
  head.reserve(1024);
  auto const out = std::back_inserter(head);
  auto const reason = reason_phrase(response.status);
  fmt::format_to(out, FMT_STRING("HTTP/1.1 {} {}\r\nDate: {}\r\n"), response.status, reason, date);
  if (!response.content_type.empty()) fmt::format_to(out, FMT_STRING("Content-Type: {}\r\n"), response.content_type);
  if (response.status != 204 && response.status != 304) {
    fmt::format_to(out, FMT_STRING("Content-Length: {}\r\n"), response.content().size());
  }
  if (!keep_alive) head += "Connection: close\r\n";
  head += fixed;
  if (!brings(response, "Permissions-Policy")) head += no_screen;
  if (!brings(response, "Content-Security-Policy")) {
    head += runs_in_a_browser(response.content_type) ? page_policy : data_policy;
  }
  if (!brings(response, "Cache-Control")) head += no_store;
  for (auto const& [name, value] : response.headers) {
    ENSURE(is_header(name, value));
    fmt::format_to(out, FMT_STRING("{}: {}\r\n"), name, value);
  }
  head += "\r\n";
  return head;
}

std::string imf_fixdate(std::int64_t unix_seconds) {
  static constexpr std::array<std::string_view, 7> days{"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
  static constexpr std::array<std::string_view, 12> months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                           "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  std::chrono::sys_seconds const at{std::chrono::seconds{unix_seconds}};
  auto const day = std::chrono::floor<std::chrono::days>(at);
  std::chrono::year_month_day const date{day};
  std::chrono::hh_mm_ss const time{at - day};
  return fmt::format("{}, {:02} {} {} {:02}:{:02}:{:02} GMT", days[std::chrono::weekday(day).iso_encoding() - 1],
                     unsigned{date.day()}, months[unsigned{date.month()} - 1], int{date.year()}, time.hours().count(),
                     time.minutes().count(), time.seconds().count());
}

bool is_header(std::string_view name, std::string_view value) {
  bool const token = !name.empty() && std::ranges::all_of(name, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
  });
  return token && std::ranges::all_of(value, [](char c) { return c >= ' ' && c < 0x7F; });
}

}  // namespace kelisim::http
