#pragma once

#include "kernel/result.h"
#include "platform/http/call.h"
#include "platform/http/reply.h"
#include "privacy/audit.h"
#include "privacy/vault.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace kelisim::privacy {

/// The action of the rows that reading leaves.
inline constexpr std::string_view action_read = "privacy.read";

/// Reads `?purpose=`: why the caller opens what is sealed. Without a word of the closed list nothing is opened.
[[nodiscard]] Result<Purpose, http::Problem> purpose_of(http::Call const& call);

/// The only way in which code that answers staff reads sealed data: each opened field leaves an audit row in the
/// transaction of the call, which the person sees in their access log. The route must be one that writes
/// (`Effect::writes`).
class StaffAccess {
 public:
  StaffAccess(Vault const& vault, Audit const& audit) : vault_(vault), audit_(audit) {}

  /// Nothing when the person's key is destroyed; the row is written all the same. The caller must be staff.
  [[nodiscard]] std::optional<std::string> open(http::Call& call, PersonId person, Field field,
                                                std::span<std::uint8_t const> sealed, Purpose purpose) const;
  /// Texts of one thing that are read together (a case with what was written in it) leave one row.
  [[nodiscard]] std::vector<std::optional<std::string>> open_all(http::Call& call, PersonId person, Field field,
                                                                 std::span<db::Bytes const> sealed,
                                                                 Purpose purpose) const;

 private:
  Vault const& vault_;
  Audit const& audit_;
};

}  // namespace kelisim::privacy
