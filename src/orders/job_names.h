#pragma once

#include "platform/jobs/jobs.h"

#include <string>
#include <string_view>

namespace kelisim::orders::job_names {

inline constexpr std::string_view init_payment = "orders.init_payment";
inline constexpr std::string_view check_payment = "orders.check_payment";
inline constexpr std::string_view send_refund = "orders.send_refund";

/// One job of a kind per payment or refund.
[[nodiscard]] inline std::string key(std::string_view kind, std::string_view subject) {
  return std::string(kind) + ':' + std::string(subject);
}

}  // namespace kelisim::orders::job_names
