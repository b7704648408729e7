#include "use_cases/email_address.h"

#include <algorithm>

namespace kelisim::identity {
namespace {

constexpr std::size_t local_max = 64;

bool is_alnum(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); }

bool is_local(std::string_view text) {
  return !text.empty() && text.size() <= local_max && !text.starts_with('.') && !text.ends_with('.') &&
         text.find("..") == std::string_view::npos && std::ranges::all_of(text, [](char c) {
           return is_alnum(c) || std::string_view("!#$%&'*+-/=?^_`{|}~.").contains(c);
         });
}

bool is_label(std::string_view text) {
  return !text.empty() && text.size() <= 63 && !text.starts_with('-') && !text.ends_with('-') &&
         std::ranges::all_of(text, [](char c) { return is_alnum(c) || c == '-'; });
}

bool is_domain(std::string_view text) {
  int labels = 0;
  for (;; ++labels) {
    auto const dot = text.find('.');
    if (!is_label(text.substr(0, dot))) return false;
    if (dot == std::string_view::npos) return labels > 0;
    text.remove_prefix(dot + 1);
  }
}

}  // namespace

bool is_email_address(std::string_view text) {
  auto const at = text.find('@');
  return text.size() <= email_max && at != std::string_view::npos && is_local(text.substr(0, at)) &&
         is_domain(text.substr(at + 1));
}

}  // namespace kelisim::identity
