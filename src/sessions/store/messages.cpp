#include "store/messages.h"

namespace kelisim::sessions::store {
namespace {

#define MESSAGE_COLUMNS "booking, number, client, author, mark, sealed, said_at_us"

constexpr db::Sql lock_row{"sessions.lock_chat", "SELECT 1 FROM pg_advisory_xact_lock(hashtextextended($1, 0))"};
constexpr db::Sql next_number{"sessions.next_message_number", R"(
  SELECT COALESCE(max(number), 0) + 1 FROM sessions_messages WHERE booking = $1)"};
constexpr db::Sql insert_row{"sessions.insert_message",
                             "INSERT INTO sessions_messages (" MESSAGE_COLUMNS
                             ") VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING"};
constexpr db::Sql find_row{"sessions.find_message",
                           "SELECT " MESSAGE_COLUMNS
                           " FROM sessions_messages WHERE booking = $1 AND author = $2 AND mark = $3"};
constexpr db::Sql list_rows{"sessions.list_messages",
                            "SELECT " MESSAGE_COLUMNS
                            " FROM sessions_messages WHERE booking = $1 AND number > $2 ORDER BY number LIMIT $3"};
constexpr db::Sql count_rows{"sessions.count_messages", R"(
  SELECT count(*), COALESCE(CAST(sum(CASE WHEN said_at_us > $3 THEN 1 ELSE 0 END) AS BIGINT), 0)
  FROM sessions_messages WHERE booking = $1 AND author = $2)"};
constexpr db::Sql list_of_person{"sessions.list_messages_of_person",
                                 "SELECT " MESSAGE_COLUMNS
                                 " FROM sessions_messages WHERE client = $1 OR author = $1 "
                                 "ORDER BY said_at_us DESC, booking DESC, number DESC LIMIT $2"};

SealedMessage read_message(db::Row const& row) {
  return {row.id<scheduling::BookingId>(0),
          row.integer(1),
          row.id<PersonId>(2),
          row.id<PersonId>(3),
          row.str(4),
          row.blob(5),
          row.instant(6)};
}

}  // namespace

void lock_chat(db::Tx& tx, scheduling::BookingId booking) {
  if (tx.engine() != db::Engine::postgres) return;  // one writer
  (void)tx.one(lock_row, [](db::Row const&) { return true; }, "sessions.chat:" + booking.str());
}

bool insert_message(db::Tx& tx, SealedMessage& message) {
  message.number = *tx.one(next_number, [](db::Row const& row) { return row.integer(0); }, message.booking);
  return tx.execute(insert_row, message.booking, message.number, message.client, message.author, message.mark,
                    message.sealed, message.said_at) > 0;
}

std::optional<SealedMessage> find_message(db::Tx& tx, scheduling::BookingId booking, PersonId author,
                                          std::string const& mark) {
  return tx.one(find_row, read_message, booking, author, mark);
}

std::vector<SealedMessage> messages_after(db::Tx& tx, scheduling::BookingId booking, std::int64_t after, int limit) {
  return tx.all(list_rows, read_message, booking, after, limit);
}

SaidCount count_messages(db::Tx& tx, scheduling::BookingId booking, PersonId author, Instant since) {
  return *tx.one(
      count_rows,
      [](db::Row const& row) {
        return SaidCount{static_cast<int>(row.integer(0)), static_cast<int>(row.integer(1))};
      },
      booking, author, since);
}

std::vector<SealedMessage> messages_of(db::Tx& tx, PersonId person, int limit) {
  return tx.all(list_of_person, read_message, person, limit);
}

}  // namespace kelisim::sessions::store
