#pragma once

#include <source_location>
#include <stdexcept>
#include <string>

namespace kelisim {

/// A broken promise of our own code. The edge rolls back, logs the place, and answers 500.
class Bug : public std::logic_error {
 public:
  explicit Bug(std::string const& what) : std::logic_error(what) {}
};

[[noreturn]] void ensure_failed(char const* condition, std::source_location where);

/// Checked in every build, production too.
#define ENSURE(condition) \
  ((condition) ? void() : ::kelisim::ensure_failed(#condition, std::source_location::current()))

}  // namespace kelisim
