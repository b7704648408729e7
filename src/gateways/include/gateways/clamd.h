#pragma once

#include "claims/scanner.h"

#include <filesystem>

namespace kelisim::gateways {

/// clamd by its local socket, command INSTREAM: the bytes go over, nothing is written to a disk. One connection a
/// file. Seconds bound every wait; what does not come in time, and any answer but `OK` and `FOUND`, is a retryable
/// Fault.
class Clamd final : public claims::Scanner {
 public:
  explicit Clamd(std::filesystem::path socket) : socket_(std::move(socket)) {}
  [[nodiscard]] bool is_clean(std::string_view bytes) override;

 private:
  std::filesystem::path socket_;
};

}  // namespace kelisim::gateways
