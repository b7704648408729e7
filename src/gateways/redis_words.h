#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kelisim::gateways {

/// Reads the commands of a Redis client (RESP 2, arrays of bulk strings) out of a stream of bytes. Untrusted input:
/// what is no such command, or is larger than the bounds, breaks the reader for good.
class RedisWords {
 public:
  static constexpr std::size_t words_max = 8;
  static constexpr std::size_t command_bytes_max = 8192;

  void feed(std::string_view bytes) { waiting_.append(bytes); }
  /// The next whole command; nothing where there is none yet, or the reader is broken.
  [[nodiscard]] std::optional<std::vector<std::string>> next();
  [[nodiscard]] bool broken() const noexcept { return broken_; }

 private:
  std::string waiting_;
  bool broken_ = false;
};

}  // namespace kelisim::gateways
