#pragma once

#include <string_view>

namespace kelisim::claims {

/// Looks for malware in a file before anybody opens it. Implemented by gateways; called outside of any transaction,
/// from several threads.
class Scanner {
 public:
  Scanner() = default;
  Scanner(Scanner const&) = delete;
  Scanner& operator=(Scanner const&) = delete;
  virtual ~Scanner() = default;

  /// Is it free of what the scanner knows? A scanner that does not answer, or answers nonsense, is a retryable Fault:
  /// no file is kept unseen.
  [[nodiscard]] virtual bool is_clean(std::string_view bytes) = 0;
};

}  // namespace kelisim::claims
