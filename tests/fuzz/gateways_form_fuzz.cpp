#include "gateways/freedompay_message.h"
#include "kernel/ensure.h"

/// A callback's form: refused, or every name stands in it once and it can be written and read again.
extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  using namespace kelisim::gateways::freedompay;
  auto const fields = parse_form({reinterpret_cast<char const*>(data), size});
  if (!fields) return 0;
  ENSURE(fields->size() <= Bounds::fields);
  ENSURE(parse_form(encode_form(*fields)) == fields);
  ENSURE(!is_genuine("result", *fields, "a secret that no fuzzer guesses"));
  return 0;
}
