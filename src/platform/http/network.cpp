#include "platform/http/network.h"

#include <boost/asio/ip/address.hpp>

#include <algorithm>

namespace kelisim::http {

std::string network_of(std::string_view address) {
  namespace ip = boost::asio::ip;
  boost::system::error_code failure;
  auto const read = ip::make_address(address, failure);
  if (failure) return std::string(address);
  if (read.is_v4()) return read.to_string();
  auto const wide = read.to_v6();
  if (wide.is_v4_mapped()) return ip::make_address_v4(ip::v4_mapped, wide).to_string();
  auto bytes = wide.to_bytes();
  std::fill(bytes.begin() + 8, bytes.end(), std::uint8_t{0});
  return ip::make_address_v6(bytes).to_string();
}

}  // namespace kelisim::http
