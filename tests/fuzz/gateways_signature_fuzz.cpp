#include "gateways/freedompay_message.h"
#include "kernel/ensure.h"

/// The signature: the first byte says how a genuine message is bent; a bent one is never genuine, and the order in
/// which the fields came never matters.
extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  using namespace kelisim::gateways::freedompay;
  if (size < 2) return 0;
  auto fields = parse_form({reinterpret_cast<char const*>(data + 1), size - 1});
  if (!fields || fields->empty() || fields->size() == Bounds::fields || value(*fields, signature_field)) return 0;
  auto const sig = signature("result", *fields, "secret");
  auto turned = *fields;
  std::ranges::reverse(turned);
  ENSURE(signature("result", turned, "secret") == sig);
  turned.emplace_back(signature_field, sig);
  ENSURE(is_genuine("result", turned, "secret"));
  switch (data[0] % 3) {
    case 0:
      turned.front().second += 'x';
      break;
    case 1:
      turned.emplace_back("zz" + turned.front().first, "");
      break;
    default:
      turned.back().second.front() = turned.back().second.front() == '0' ? '1' : '0';
  }
  ENSURE(!is_genuine("result", turned, "secret"));
  return 0;
}
