#pragma once

#include "kernel/id.h"
#include "kernel/instant.h"
#include "platform/db/tx.h"
#include "privacy/keys.h"
#include "privacy/purpose.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// The audit chain: insert-only rows, each bound to the one before it by a keyed hash. It holds ids, names of fields
/// and ciphertext, never plaintext of a person, so that it still verifies after an erasure.
namespace kelisim::privacy {

/// One thing done. Views are borrowed for the call.
struct AuditEvent {
  std::string_view action;                         ///< `<room>.<verb>`, a constant of the room
  std::optional<PersonId> actor = std::nullopt;    ///< nobody: the business acted by itself
  std::optional<PersonId> subject = std::nullopt;  ///< whose data it was
  std::string_view object = {};                    ///< id of the thing, or the names of the fields (`identity.phone`)
  std::optional<Purpose> purpose = std::nullopt;
  std::span<std::uint8_t const> sealed = {};  ///< what was replaced, sealed with the subject's key
};

/// As it stands in the table: a tampered row need not hold valid ids.
struct AuditRow {
  std::int64_t seq;  ///< from 1, without a gap
  Instant at;
  std::string action;
  std::optional<std::string> actor;
  std::optional<std::string> subject;
  std::string object;
  std::optional<std::string> purpose;
  db::Bytes sealed;
  db::Bytes previous_hash;
  db::Bytes hash;
};

/// The hash of a row that was once the last.
struct AuditAnchor {
  std::int64_t seq = 0;
  db::Bytes hash;
  friend bool operator==(AuditAnchor const&, AuditAnchor const&) = default;
};

/// Writes to the chain and checks it. On PostgreSQL a transaction that appends holds the chain's head until it ends,
/// so append last.
class Audit {
 public:
  explicit Audit(ServerKeys const& keys) : keys_(keys) {}

  /// In the transaction of the deed itself: if the row cannot be written the deed is not done. Returns its number.
  std::int64_t append(db::Tx& tx, Instant now, AuditEvent const& event) const;

  /// What verify() found.
  struct Verdict {
    std::int64_t rows = 0;  ///< that are good
    /// Number of the first row that is changed, missing or added.
    std::optional<std::int64_t> first_bad = std::nullopt;
    db::Bytes head;  ///< hash of the last good row
    [[nodiscard]] bool good() const noexcept { return !first_bad; }
  };
  /// Reads the whole chain, row by row; each anchor must still be where it was.
  [[nodiscard]] Verdict verify(db::Tx& tx, std::span<AuditAnchor const> anchors = {}) const;
  /// The last row; number 0 before the first.
  [[nodiscard]] AuditAnchor head(db::Tx& tx) const;

  struct Page {
    std::optional<PersonId> subject = std::nullopt;
    std::optional<std::int64_t> before = std::nullopt;  ///< the last number of the page before
    int limit = 50;                                     ///< 1 … 200
  };
  /// Newest first.
  [[nodiscard]] std::vector<AuditRow> list(db::Tx& tx, Page const& page) const;

 private:
  ServerKeys const& keys_;
};

}  // namespace kelisim::privacy
