#pragma once

#include <string>
#include <string_view>

namespace kelisim::http {

/// What one customer of an internet provider holds, and so what a bound on an address must count as one: an IPv4
/// address, or the first 64 bits of an IPv6 one (RFC 6177: every customer gets at least that, and may ask from any of
/// its 2^64 addresses). An IPv4 address mapped into IPv6 is the IPv4 address. A text that is no address stays itself.
[[nodiscard]] std::string network_of(std::string_view address);

}  // namespace kelisim::http
