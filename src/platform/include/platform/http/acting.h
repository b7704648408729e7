#pragma once

#include "kernel/id.h"

#include <optional>

namespace kelisim::http {

/// Who acts on this thread: the caller of the route whose handler runs. Nobody outside of a handler: jobs act for the
/// business.
[[nodiscard]] std::optional<PersonId> acting_person() noexcept;

/// For as long as it lives this person acts on this thread. Does not nest.
class Acting {
 public:
  explicit Acting(std::optional<PersonId> person) noexcept;
  ~Acting();
  Acting(Acting const&) = delete;
  Acting& operator=(Acting const&) = delete;
};

}  // namespace kelisim::http
