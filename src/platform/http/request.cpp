#include "http/request.h"

#include <algorithm>
#include <charconv>

namespace kelisim::http {
namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

/// Calls `each` with every stripped part of a list.
template <class F>
void for_each_part(std::string_view list, char separator, F each) {
  while (!list.empty()) {
    auto const end = std::min(list.find(separator), list.size());
    each(stripped(list.substr(0, end)));
    list.remove_prefix(std::min(end + 1, list.size()));
  }
}

/// `;q=0.8` in thousandths; 1000 where there is none, 0 where it cannot be read.
int quality(std::string_view parameters) {
  int found = 1000;
  for_each_part(parameters, ';', [&](std::string_view one) {
    if (!one.starts_with("q=")) return;
    one.remove_prefix(2);
    int whole = 0;
    auto const [end, failure] = std::from_chars(one.data(), one.data() + std::min<std::size_t>(one.size(), 1), whole);
    found = failure == std::errc{} && whole <= 1 ? whole * 1000 : 0;
    if (whole != 0 || one.size() < 3 || one[1] != '.') return;
    int scale = 100;
    for (char const c : one.substr(2, 3)) {
      if (c < '0' || c > '9') return;
      found += (c - '0') * scale;
      scale /= 10;
    }
  });
  return found;
}

}  // namespace

bool same_word(std::string_view a, std::string_view b) { return std::ranges::equal(a, b, {}, lower, lower); }

std::string_view stripped(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
  return text;
}

std::optional<std::string_view> Request::header(std::string_view name) const {
  auto const found = std::ranges::find(headers, name, &Call::Fields::value_type::first);
  return found == headers.end() ? std::nullopt : std::optional<std::string_view>(found->second);
}

bool Request::header_has(std::string_view name, std::string_view token) const {
  bool found = false;
  for (auto const& [header_name, value] : headers) {
    if (header_name != name) continue;
    for_each_part(value, ',', [&](std::string_view one) { found = found || same_word(one, token); });
  }
  return found;
}

bool Request::wants_socket() const {
  return method == "GET" && header_has("upgrade", "websocket") && header_has("connection", "upgrade");
}

std::optional<std::string_view> find_cookie(std::string_view header, std::string_view name) {
  std::optional<std::string_view> found;
  bool doubled = false;
  for_each_part(header, ';', [&](std::string_view one) {
    auto const equals = one.find('=');
    if (equals == std::string_view::npos || one.substr(0, equals) != name) return;
    doubled = doubled || found.has_value();
    found = one.substr(equals + 1);
  });
  return doubled ? std::nullopt : found;
}

std::string_view pick_language(std::string_view accept, std::vector<std::string> const& ours) {
  std::string_view best = ours.empty() ? std::string_view("en") : std::string_view(ours.front());
  int best_quality = 0;
  for_each_part(accept.substr(0, 256), ',', [&](std::string_view one) {
    auto const semicolon = std::min(one.find(';'), one.size());
    auto const tag = stripped(one.substr(0, std::min(one.find('-'), semicolon)));
    auto const liked = quality(one.substr(std::min(semicolon + 1, one.size())));
    auto const known = std::ranges::find_if(ours, [&](auto const& own) { return same_word(own, tag); });
    if (known == ours.end() || liked <= best_quality) return;
    best = *known;
    best_quality = liked;
  });
  return best;
}

}  // namespace kelisim::http
