#include "use_cases/say.h"

#include "kernel/ensure.h"
#include "store/messages.h"

namespace kelisim::sessions {
namespace {

constexpr privacy::Field message_text{"sessions.message"};
constexpr Duration minute = std::chrono::minutes(1);

Message opened(db::Tx& tx, privacy::Vault const& vault, store::SealedMessage const& message) {
  auto const who = message.author == message.client ? scheduling::Party::client : scheduling::Party::specialist;
  return {message.number, message.mark, who, vault.open(tx, message.client, message_text, message.sealed),
          message.said_at};
}

}  // namespace

Result<Kept, SayRefusal> say(db::Tx& tx, Parts const& parts, Saying const& saying) {
  store::lock_chat(tx, saying.booking);
  if (auto const before = store::find_message(tx, saying.booking, saying.author, saying.mark)) {
    return Kept{opened(tx, parts.vault, *before), true};
  }
  auto const said = store::count_messages(tx, saying.booking, saying.author, saying.at - minute);
  auto const refusal = refuse_saying({.brand_has_chat = parts.brand.session.chat,
                                      .unfit = saying.unfit,
                                      .said_in_session = said.in_session,
                                      .said_in_minute = said.since});
  if (refusal) return Failure(*refusal);
  auto const booking = scheduling::find_booking(tx, saying.booking);
  ENSURE(booking.has_value());
  store::SealedMessage message{.booking = saying.booking,
                               .number = 0,
                               .client = booking->client,
                               .author = saying.author,
                               .mark = saying.mark,
                               .sealed = parts.vault.seal(tx, booking->client, message_text, saying.text),
                               .said_at = saying.at};
  ENSURE(store::insert_message(tx, message));
  return Kept{opened(tx, parts.vault, message), false};
}

std::vector<Message> read_messages(db::Tx& tx, Parts const& parts, scheduling::BookingId booking, std::int64_t after,
                                   int limit) {
  std::vector<Message> messages;
  for (auto const& message : store::messages_after(tx, booking, after, limit)) {
    messages.push_back(opened(tx, parts.vault, message));
  }
  return messages;
}

std::vector<MessageOfPerson> messages_of(db::Tx& tx, privacy::Vault const& vault, PersonId person, int limit) {
  std::vector<MessageOfPerson> messages;
  for (auto const& message : store::messages_of(tx, person, limit)) {
    messages.push_back({message.booking, message.author, opened(tx, vault, message)});
  }
  return messages;
}

}  // namespace kelisim::sessions
