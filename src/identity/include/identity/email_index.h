#pragma once

#include "kernel/id.h"
#include "platform/db/tx.h"
#include "privacy/vault.h"

#include <string_view>
#include <vector>

/// Accounts by the e-mail address that stands in their settings. Several may have the same.
namespace kelisim::identity {

/// Clients whose key lives and whose address this is, in whatever case; at most 10. Of an index that was refreshed.
[[nodiscard]] std::vector<PersonId> clients_with_email(db::Tx& tx, privacy::Vault const& vault,
                                                       std::string_view address);

/// Takes in at most 1000 addresses that are new or changed since the last time; how many it did, so that the caller
/// can go on. Reads every row of people: not for the path of a request.
int refresh_email_index(db::Tx& tx, privacy::Vault const& vault);

}  // namespace kelisim::identity
