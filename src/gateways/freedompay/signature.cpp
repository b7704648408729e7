#include "gateways/freedompay_message.h"
#include "kernel/ensure.h"

#include <openssl/crypto.h>
#include <openssl/evp.h>

#include <memory>

namespace kelisim::gateways::freedompay {
namespace {

std::string md5_hex(std::string_view text) {
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned int size = 0;
  ENSURE(EVP_Digest(text.data(), text.size(), digest.data(), &size, EVP_md5(), nullptr) == 1);
  std::string hex;
  for (unsigned int i = 0; i < size; ++i) {
    constexpr std::string_view digits = "0123456789abcdef";
    hex += digits[digest[i] >> 4U];
    hex += digits[digest[i] & 15U];
  }
  return hex;
}

/// Sorted by name; equal names stay in order of appearance.
template <class T>
using ByName = std::multimap<std::string_view, T const*>;

void append_values(std::string& out, Element const& parent) {
  ByName<Element> sorted;
  for (auto const& child : parent.children) {
    if (child.name != signature_field) sorted.emplace(child.name, &child);
  }
  for (auto const& [name, child] : sorted) {
    if (!child->children.empty()) {
      append_values(out, *child);
    } else {
      out += child->text;
      out += ';';
    }
  }
}

bool same(std::string_view a, std::string_view b) {
  return a.size() == b.size() && CRYPTO_memcmp(a.data(), b.data(), a.size()) == 0;
}

}  // namespace

std::string_view script_name(std::string_view url) {
  url = url.substr(0, url.find('?'));
  auto const slash = url.rfind('/');
  return slash == std::string_view::npos ? url : url.substr(slash + 1);
}

std::string signed_text(std::string_view script, Fields const& fields, std::string_view secret) {
  ByName<std::string> sorted;
  for (auto const& [name, content] : fields) {
    if (name != signature_field) sorted.emplace(name, &content);
  }
  std::string text(script);
  text += ';';
  for (auto const& [name, content] : sorted) {
    text += *content;
    text += ';';
  }
  return text += secret;
}

std::string signed_text(std::string_view script, Element const& root, std::string_view secret) {
  std::string text(script);
  text += ';';
  append_values(text, root);
  return text += secret;
}

std::string signature(std::string_view script, Fields const& fields, std::string_view secret) {
  return md5_hex(signed_text(script, fields, secret));
}

std::string signature(std::string_view script, Element const& root, std::string_view secret) {
  return md5_hex(signed_text(script, root, secret));
}

bool is_genuine(std::string_view script, Fields const& fields, std::string_view secret) {
  auto const given = value(fields, signature_field);
  return given && same(*given, signature(script, fields, secret));
}

bool is_genuine(std::string_view script, Element const& root, std::string_view secret) {
  auto const given = root.value(signature_field);
  return given && same(*given, signature(script, root, secret));
}

std::string signed_response(std::string_view script, Fields fields, std::string_view secret) {
  Element response{.name = "response", .text = {}, .children = {}};
  for (auto& [name, text] : fields) response.children.push_back({std::move(name), std::move(text), {}});
  auto sig = signature(script, response, secret);
  response.children.push_back({std::string(signature_field), std::move(sig), {}});
  return write_xml(response);
}

}  // namespace kelisim::gateways::freedompay
