#pragma once

#include "groups/event.h"
#include "platform/db/value.h"

#include <string>
#include <vector>

namespace kelisim::groups::store {

using MessageId = Id<struct GroupMessageTag>;

struct SealedMessage {
  MessageId id;
  EventId event;
  PersonId author;
  db::Bytes sealed;
  Instant sent_at;
};
/// It comes after all that were written before, whatever the instants.
void insert_message(db::Tx& tx, SealedMessage const& message);
/// The newest `limit`, the oldest of them first.
[[nodiscard]] std::vector<SealedMessage> last_messages(db::Tx& tx, EventId event, int limit);
/// At most `limit`; how many went.
std::int64_t forget_messages_before(db::Tx& tx, Instant before, int limit);

}  // namespace kelisim::groups::store
