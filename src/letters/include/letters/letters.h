#pragma once

#include "identity/people.h"
#include "letters/spool.h"
#include "platform/db/database.h"
#include "terms/brand.h"
#include "terms/timeline.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>

/// Letters to the support address that become requests of an account.
namespace kelisim::letters {

/// All of it outlives the calls.
struct Parts {
  terms::Brand const& brand;
  identity::People const& people;
  privacy::Vault const& vault;
  Spool const& spool;
  /// Opens a request of this client with this text, or goes on in one: its id. Nothing when the business takes none.
  std::function<std::optional<std::string>(db::Tx&, PersonId, std::string_view text, Instant)> open_request;
};

/// Takes in what waits, at most 20 letters: each is attached or left, and its file is gone. Run twice over the same
/// file it opens one request. How many were attached.
int take_letters(db::Database& database, Parts const& parts, Instant now);

/// The letters of the person, the newest `limit` (1 … 200).
[[nodiscard]] std::vector<terms::TimelineEntry> timeline_of(db::Tx& tx, PersonId person, int limit);

}  // namespace kelisim::letters
