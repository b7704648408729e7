#pragma once

#include "platform/db/tx.h"
#include "scheduling/booking.h"

#include <optional>
#include <string>
#include <vector>

namespace kelisim::sessions::store {

/// As it lies in the database: the words sealed with the client's key.
struct SealedMessage {
  scheduling::BookingId booking;
  std::int64_t number;  ///< 1, 2, … within the booking
  PersonId client;
  PersonId author;
  std::string mark;  ///< by which its author's page knows it
  db::Bytes sealed;
  Instant said_at;
};

/// Until the transaction ends nobody else writes into the chat of this session: what is counted stays as it is.
void lock_chat(db::Tx& tx, scheduling::BookingId booking);
/// With the chat locked. Gives the message the next number of its booking. False when its author has said it before.
[[nodiscard]] bool insert_message(db::Tx& tx, SealedMessage& message);
[[nodiscard]] std::optional<SealedMessage> find_message(db::Tx& tx, scheduling::BookingId booking, PersonId author,
                                                        std::string const& mark);

/// In the order of their numbers, those after `after`.
[[nodiscard]] std::vector<SealedMessage> messages_after(db::Tx& tx, scheduling::BookingId booking, std::int64_t after,
                                                        int limit);
/// What this person wrote into the session, and how much of it after `since`.
struct SaidCount {
  int in_session;
  int since;
};
[[nodiscard]] SaidCount count_messages(db::Tx& tx, scheduling::BookingId booking, PersonId author, Instant since);

/// Of every session of this client, and what this person wrote as a specialist; newest first.
[[nodiscard]] std::vector<SealedMessage> messages_of(db::Tx& tx, PersonId person, int limit);

}  // namespace kelisim::sessions::store
