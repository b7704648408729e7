#include "use_cases/throttle.h"

#include "platform/http/network.h"
#include "store/limits.h"

#include <fmt/format.h>

namespace kelisim::identity {
namespace {

constexpr Duration window = std::chrono::hours(1);

std::optional<Instant> throttle(db::Tx& tx, Parts const& parts, Visit const& visit, std::string_view act, int most) {
  if (most == 0) return std::nullopt;
  Instant const begin{visit.now.micros - visit.now.micros % window.count()};
  auto const bucket = parts.vault.address_hash(fmt::format("{}|{}", act, http::network_of(visit.address)));
  if (store::count_use(tx, bucket, begin) <= most) return std::nullopt;
  return begin + window;
}

}  // namespace

std::optional<Instant> throttle_requests(db::Tx& tx, Parts const& parts, Visit const& visit) {
  return throttle(tx, parts, visit, "request", parts.settings.requests_per_address_per_hour);
}

std::optional<Instant> throttle_tries(db::Tx& tx, Parts const& parts, Visit const& visit) {
  return throttle(tx, parts, visit, "try", parts.settings.tries_per_address_per_hour);
}

}  // namespace kelisim::identity
