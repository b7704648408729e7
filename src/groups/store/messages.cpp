#include "store/messages.h"

namespace kelisim::groups::store {
namespace {

constexpr db::Sql insert_row{"groups.insert_message", R"(
  INSERT INTO groups_messages (id, event, number, author, sealed, sent_at_us)
  VALUES ($1, $2, (SELECT coalesce(max(number), 0) + 1 FROM groups_messages WHERE event = $2), $3, $4, $5))"};
constexpr db::Sql list_rows{"groups.last_messages", R"(
  SELECT id, event, author, sealed, sent_at_us FROM groups_messages
  WHERE event = $1 ORDER BY number DESC LIMIT $2)"};
constexpr db::Sql delete_rows{"groups.forget_messages", R"(
  DELETE FROM groups_messages WHERE id IN (
    SELECT id FROM groups_messages WHERE sent_at_us < $1 ORDER BY sent_at_us LIMIT $2))"};

}  // namespace

void insert_message(db::Tx& tx, SealedMessage const& message) {
  tx.execute(insert_row, message.id, message.event, message.author, message.sealed, message.sent_at);
}

std::vector<SealedMessage> last_messages(db::Tx& tx, EventId event, int limit) {
  auto newest_first = tx.all(
      list_rows,
      [](db::Row const& row) {
        return SealedMessage{row.id<MessageId>(0), row.id<EventId>(1), row.id<PersonId>(2), row.blob(3),
                             row.instant(4)};
      },
      event, limit);
  std::ranges::reverse(newest_first);
  return newest_first;
}

std::int64_t forget_messages_before(db::Tx& tx, Instant before, int limit) {
  return tx.execute(delete_rows, before, limit);
}

}  // namespace kelisim::groups::store
