#pragma once

#include "platform/jobs/runner.h"
#include "privacy/audit.h"

#include <filesystem>
#include <vector>

namespace kelisim::privacy {

/// A file of heads of the audit chain, outside the database: one line `<number> <hash in hex>` for each anchor. It
/// finds what the chain alone cannot, a tail cut off together with its head or a database put back to an earlier day,
/// as far as the file is out of reach of whoever did that: copy it to another machine.
class AnchorFile {
 public:
  explicit AnchorFile(std::filesystem::path file) : file_(std::move(file)) {}

  /// Durable when it returns. Nothing is written when the last line says the same.
  void append(AuditAnchor const& anchor) const;
  /// In the order of the file. None when there is no file; what a crash left of a line is passed over.
  [[nodiscard]] std::vector<AuditAnchor> read() const;

 private:
  std::filesystem::path file_;
};

/// `privacy.anchor_audit`: once an hour. Both outlive the runner.
void add_jobs(jobs::JobRunner& runner, Audit const& audit, AnchorFile const& anchors);

}  // namespace kelisim::privacy
