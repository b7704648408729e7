#include "platform/http/form.h"

#include "gateways/freedompay_message.h"

namespace kelisim::gateways::freedompay {

std::optional<Fields> parse_form(std::string_view text) {
  auto form = http::Form::parse(text, {.bytes = Bounds::message_bytes, .fields = Bounds::fields});
  if (!form) return std::nullopt;
  auto fields = std::move(*form).take();
  for (auto const& [name, content] : fields) {
    if (name.empty() || name.size() > Bounds::name_bytes) return std::nullopt;
    if (name.find('\0') != std::string::npos || content.find('\0') != std::string::npos) return std::nullopt;
  }
  return fields;
}

std::string encode_form(Fields const& fields) { return http::to_form(fields); }

std::optional<std::string_view> value(Fields const& fields, std::string_view name) {
  auto const found = std::ranges::find(fields, name, [](auto const& field) { return std::string_view(field.first); });
  return found == fields.end() ? std::nullopt : std::optional<std::string_view>(found->second);
}

}  // namespace kelisim::gateways::freedompay
