#pragma once

#include <expected>

namespace kelisim {

/// A value, or the reason why there is none. A domain "no" is returned this way and is never thrown.
template <class Value, class Error>
using Result = std::expected<Value, Error>;

template <class Error>
using Failure = std::unexpected<Error>;

}  // namespace kelisim
