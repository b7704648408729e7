#pragma once

#include <boost/json/fwd.hpp>

#include <string>

namespace kelisim::astro {

/// Keys sorted, no spaces, numbers rounded to a millionth and written without an exponent: equal values give equal
/// bytes. Numbers beyond ±1e12 and those that are no number are a bug.
[[nodiscard]] std::string canonical_json(boost::json::value const& value);

}  // namespace kelisim::astro
