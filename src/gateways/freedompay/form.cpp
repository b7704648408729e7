#include "gateways/freedompay_message.h"

#include <set>

namespace kelisim::gateways::freedompay {
namespace {

std::optional<unsigned> hex_digit(char c) {
  if (c >= '0' && c <= '9') return static_cast<unsigned>(c - '0');
  if (c >= 'a' && c <= 'f') return static_cast<unsigned>(c - 'a') + 10U;
  if (c >= 'A' && c <= 'F') return static_cast<unsigned>(c - 'A') + 10U;
  return std::nullopt;
}

std::optional<std::string> decode(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    auto c = text[i];
    if (c == '+') {
      c = ' ';
    } else if (c == '%') {
      if (i + 2 >= text.size()) return std::nullopt;
      auto const high = hex_digit(text[i + 1]);
      auto const low = hex_digit(text[i + 2]);
      if (!high || !low) return std::nullopt;
      c = static_cast<char>(static_cast<unsigned char>(*high << 4U | *low));
      i += 2;
    }
    if (c == '\0') return std::nullopt;
    out += c;
  }
  return out;
}

void encode(std::string& out, std::string_view text) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  for (auto const c : text) {
    auto const byte = static_cast<unsigned char>(c);
    auto const plain = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' ||
                       c == '_' || c == '.' || c == '~';
    if (plain) {
      out += c;
    } else {
      out += '%';
      out += digits[byte >> 4U];
      out += digits[byte & 15U];
    }
  }
}

}  // namespace

std::optional<Fields> parse_form(std::string_view text) {
  if (text.size() > Bounds::message_bytes) return std::nullopt;
  Fields fields;
  std::set<std::string, std::less<>> names;
  while (!text.empty()) {
    auto const end = std::min(text.find('&'), text.size());
    auto const pair = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    auto const equals = pair.find('=');
    auto name = decode(pair.substr(0, equals));
    auto content = decode(equals == std::string_view::npos ? std::string_view{} : pair.substr(equals + 1));
    if (!name || !content || name->empty() || name->size() > Bounds::name_bytes) return std::nullopt;
    if (!names.insert(*name).second || fields.size() == Bounds::fields) return std::nullopt;
    fields.emplace_back(*std::move(name), *std::move(content));
  }
  return fields;
}

std::string encode_form(Fields const& fields) {
  std::string out;
  for (auto const& [name, text] : fields) {
    if (!out.empty()) out += '&';
    encode(out, name);
    out += '=';
    encode(out, text);
  }
  return out;
}

std::optional<std::string_view> value(Fields const& fields, std::string_view name) {
  auto const found = std::ranges::find(fields, name, [](auto const& field) { return std::string_view(field.first); });
  return found == fields.end() ? std::nullopt : std::optional<std::string_view>(found->second);
}

}  // namespace kelisim::gateways::freedompay
