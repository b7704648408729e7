#pragma once

#include "kernel/instant.h"
#include "platform/db/tx.h"
#include "privacy/vault.h"
#include "scheduling/booking.h"

#include <boost/describe.hpp>

#include <optional>
#include <string>
#include <vector>

namespace kelisim::sessions {

/// One message of the chat of a session, opened for one of its two.
struct Message {
  std::int64_t number;  ///< 1, 2, … within the session, in the order of its keeping
  std::string mark;     ///< by which its author's page knows it
  scheduling::Party who;
  std::optional<std::string> text;  ///< absent after the erasure of the client
  Instant said_at;
};
BOOST_DESCRIBE_STRUCT(Message, (), (number, mark, who, text, said_at))

/// The same among all that is kept of a person.
struct MessageOfPerson {
  scheduling::BookingId booking;
  PersonId author;
  Message message;
};
/// Everything written in the sessions of this client; of a specialist, what they wrote themselves. Newest first.
[[nodiscard]] std::vector<MessageOfPerson> messages_of(db::Tx& tx, privacy::Vault const& vault, PersonId person,
                                                       int limit);

}  // namespace kelisim::sessions
