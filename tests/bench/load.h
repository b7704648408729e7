#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace kelisim::bench {

/// What came of a load.
struct Measured {
  std::int64_t answers = 0;
  std::int64_t good = 0;  ///< 2xx
  double seconds = 0;
  std::vector<double> latencies_ms =
      {};  ///< of every answer, sorted; from the instant at which it was due to be sent

  [[nodiscard]] double per_second() const { return seconds > 0 ? static_cast<double>(good) / seconds : 0; }
  [[nodiscard]] double percentile_ms(double part) const;
};

struct Load {
  std::uint16_t port = 0;
  int connections = 64;
  std::int64_t requests = 0;   ///< stops after so many …
  double seconds = 0;          ///< … or after so long, whichever is given
  double rate_per_second = 0;  ///< 0: as fast as answers come; else sent on schedule whatever the answers do
  /// The bytes of the n-th request, keep-alive.
  std::function<std::string(std::int64_t)> request;
};

/// One thread, one epoll, keep-alive connections with one request each under way. Answers must carry Content-Length.
[[nodiscard]] Measured run(Load const& load);

/// Resident memory of this process, in bytes.
[[nodiscard]] std::int64_t resident_bytes();

}  // namespace kelisim::bench
