#pragma once

#include <stdexcept>
#include <string>

namespace kelisim {

/// The world failed: a busy database, a partner that does not answer, a full disk. Thrown by adapters and caught only
/// at the edge of a request or a job. The text is for the log and never holds personal data.
class Fault : public std::runtime_error {
 public:
  enum class Retry : bool { no, yes };

  Fault(Retry retry, std::string const& what) : std::runtime_error(what), retry_(retry) {}

  [[nodiscard]] bool retryable() const noexcept { return retry_ == Retry::yes; }

 private:
  Retry retry_;
};

}  // namespace kelisim
