#include "http/target.h"

#include "platform/http/form.h"

#include <algorithm>

namespace kelisim::http {
namespace {

constexpr std::size_t query_fields_max = 32;

bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }

std::optional<std::string> segment(std::string_view text) {
  auto decoded = percent_decode(text);
  if (!decoded || decoded->empty() || *decoded == "." || *decoded == "..") return std::nullopt;
  if (std::ranges::any_of(*decoded, is_control) || !is_utf8(*decoded)) return std::nullopt;
  return decoded;
}

}  // namespace

std::optional<Target> parse_target(std::string_view text) {
  if (!text.starts_with('/')) return std::nullopt;
  if (std::ranges::any_of(text, [](char c) { return c <= ' ' || c >= 0x7F || c == '#' || c == '\\'; })) {
    return std::nullopt;
  }
  Target target;
  auto const question = std::min(text.find('?'), text.size());
  auto path = text.substr(1, question - 1);
  while (!path.empty()) {
    auto const end = std::min(path.find('/'), path.size());
    auto part = segment(path.substr(0, end));
    if (!part) return std::nullopt;
    target.segments.push_back(std::move(*part));
    if (end + 1 == path.size()) return std::nullopt;  // a slash at the end names another thing
    path.remove_prefix(std::min(end + 1, path.size()));
  }
  if (question == text.size()) return target;
  auto query = Form::parse(text.substr(question + 1), {.bytes = text.size(), .fields = query_fields_max});
  if (!query) return std::nullopt;
  target.query = std::move(*query).take();
  return target;
}

}  // namespace kelisim::http
