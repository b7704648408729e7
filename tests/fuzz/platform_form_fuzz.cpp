// application/x-www-form-urlencoded: what is read is written and read the same.
#include "kernel/ensure.h"
#include "platform/http/form.h"

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  using namespace kelisim::http;
  std::string_view const text(reinterpret_cast<char const*>(data), size);
  FormLimits const limits{.bytes = 1024, .fields = 16};
  auto const form = Form::parse(text, limits);
  if (!form) return 0;
  ENSURE(form->fields().size() <= limits.fields);
  for (auto const& [name, value] : form->fields()) ENSURE(is_utf8(name) && is_utf8(value));
  auto const again = Form::parse(to_form(form->fields()));
  ENSURE(again.has_value() && again->fields() == form->fields());
  return 0;
}
