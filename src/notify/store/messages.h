#pragma once

#include "notify/notifier.h"

#include <boost/describe.hpp>

namespace kelisim::notify::store {

inline constexpr privacy::Field message_field{"notify.message"};
inline constexpr std::string_view code_template = "otp_code";
inline constexpr std::string_view email_code_template = "email_code";

/// What stands sealed in a message.
struct Content {
  std::string destination;
  std::string title;
  std::string body;
};
BOOST_DESCRIBE_STRUCT(Content, (), (destination, title, body))

struct Message {
  MessageId id;
  PersonId person;
  std::string template_name;
  std::string channel;
  std::string subject;
  db::Bytes sealed;
  Condition condition;
  std::string state;
  Instant due_at;
  std::optional<Instant> settled_at;
  std::optional<Instant> read_at;
};

struct NewMessage {
  MessageId id;
  PersonId person;
  std::string_view template_name;
  std::string_view channel;
  std::string_view language;
  std::string_view subject;
  std::string_view dedupe;
  db::Bytes const& sealed;
  Condition const& condition;
  Instant created_at;
  Instant due_at;
};

/// False when a message of that dedupe name exists.
bool insert(db::Tx& tx, NewMessage const& message);
[[nodiscard]] bool exists(db::Tx& tx, std::string_view dedupe);
/// Notices to the person by the channel that were written at `since` or later, whatever became of them; codes aside.
[[nodiscard]] std::int64_t count_since(db::Tx& tx, PersonId person, std::string_view channel, Instant since);
[[nodiscard]] std::optional<Message> find(db::Tx& tx, MessageId id);
/// From `waiting` only; false when it had been settled.
bool settle(db::Tx& tx, MessageId id, std::string_view state, Instant at);

[[nodiscard]] std::vector<Message> sent(db::Tx& tx, int limit);
[[nodiscard]] std::vector<Message> account(db::Tx& tx, PersonId person, std::optional<MessageId> before, int limit);
[[nodiscard]] std::vector<Message> all(db::Tx& tx, std::optional<MessageId> before, int limit);
bool mark_read(db::Tx& tx, PersonId person, MessageId message, Instant now);

}  // namespace kelisim::notify::store
