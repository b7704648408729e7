#include "freedompay/answers.h"
#include "kernel/ensure.h"

/// A gateway's XML answer: whatever comes, it is refused or read to something that can be written and read again, and
/// a status never shows negative money.
extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  using namespace kelisim::gateways::freedompay;
  std::string_view const text(reinterpret_cast<char const*>(data), size);
  ENSURE(!read_answer("get_status3.php", text, "a secret that no fuzzer guesses").has_value());
  auto const root = parse_xml(text);
  if (!root) return 0;
  auto const written = write_xml(*root);
  auto const again = parse_xml(written);
  ENSURE(again.has_value());
  ENSURE(write_xml(*again) == written);
  ENSURE(signed_text("x", *again, "s") == signed_text("x", *root, "s"));
  auto const report = read_status(*root, kelisim::Currency::KZT);
  ENSURE(!report.captured || report.captured->minor() >= 0);
  ENSURE(!report.refunded || report.refunded->minor() >= 0);
  ENSURE(!report.fee || (report.fee->is_positive() && *report.fee < *report.captured));
  return 0;
}
