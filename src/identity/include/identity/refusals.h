#pragma once

#include <boost/describe.hpp>

#include <cstdint>

namespace kelisim::identity {

/// Why an account of staff or of a specialist is not made.
enum class ProvisionRefusal : std::uint8_t { phone_taken = 1 };
BOOST_DESCRIBE_ENUM(ProvisionRefusal, phone_taken)

}  // namespace kelisim::identity
