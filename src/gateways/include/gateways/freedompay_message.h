#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// The words of the FreedomPay (Paybox) protocol: forms and XML with an MD5 signature over their values. Every reader
/// states its bounds and refuses what it does not understand whole.
namespace kelisim::gateways::freedompay {

/// Name and value as they arrived, in order of appearance.
using Fields = std::vector<std::pair<std::string, std::string>>;

/// An XML element: text or children, never both.
struct Element {
  std::string name;
  std::string text;
  std::vector<Element> children;

  /// The text of the only child of that name that has no children; nothing when there is none or more than one.
  [[nodiscard]] std::optional<std::string_view> value(std::string_view child) const;
  [[nodiscard]] Element const* find(std::string_view child) const;
};

inline constexpr std::string_view signature_field = "pg_sig";

struct Bounds {
  static constexpr std::size_t message_bytes = 256 * 1024;
  static constexpr std::size_t fields = 200;
  static constexpr std::size_t name_bytes = 128;
  static constexpr std::size_t elements = 1000;
  static constexpr std::size_t depth = 8;
};

/// From the last `/` to the end or to `?`: what a signature begins with.
[[nodiscard]] std::string_view script_name(std::string_view url);

/// `script;value;value;…;secret`, the values sorted by name byte by byte, pg_sig left out, equal names in order of
/// appearance; nested elements likewise inside their parent.
[[nodiscard]] std::string signed_text(std::string_view script, Fields const& fields, std::string_view secret);
[[nodiscard]] std::string signed_text(std::string_view script, Element const& root, std::string_view secret);

/// MD5 of signed_text(), 32 lower-case hexadecimal digits.
[[nodiscard]] std::string signature(std::string_view script, Fields const& fields, std::string_view secret);
[[nodiscard]] std::string signature(std::string_view script, Element const& root, std::string_view secret);

/// Whether the message's only pg_sig is the signature of all its other fields.
[[nodiscard]] bool is_genuine(std::string_view script, Fields const& fields, std::string_view secret);
[[nodiscard]] bool is_genuine(std::string_view script, Element const& root, std::string_view secret);

/// `application/x-www-form-urlencoded`. A name that occurs twice, an unfinished escape, a zero byte, what is
/// not UTF-8, an empty name or anything over the bounds is refused: a signature must have one meaning.
[[nodiscard]] std::optional<Fields> parse_form(std::string_view text);
[[nodiscard]] std::string encode_form(Fields const& fields);
[[nodiscard]] std::optional<std::string_view> value(Fields const& fields, std::string_view name);

/// One XML document; DTDs, entities of its own, mixed text and anything over the bounds are refused. Attributes are
/// not signed and therefore not read.
[[nodiscard]] std::optional<Element> parse_xml(std::string_view text);
[[nodiscard]] std::string write_xml(Element const& root);

/// `<response>` of these fields with their signature.
[[nodiscard]] std::string signed_response(std::string_view script, Fields fields, std::string_view secret);

}  // namespace kelisim::gateways::freedompay
