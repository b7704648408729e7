#include "store/messages.h"

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

namespace kelisim::notify::store {
namespace {

constexpr std::string_view last_id = "ZZZZZZZZZZZZZZZZZZZZZZZZZZ";

constexpr db::Sql insert_message{"notify.insert_message", R"(
  INSERT INTO notify_messages (id, person_id, template, channel, language, subject, dedupe, sealed, condition_name,
                               condition_about, created_at_us, due_at_us, state)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 'waiting')
  ON CONFLICT DO NOTHING)"};
constexpr db::Sql find_dedupe{"notify.find_dedupe", "SELECT id FROM notify_messages WHERE dedupe = $1"};
constexpr db::Sql count_messages{"notify.count_messages_since", R"(
  SELECT count(*) FROM notify_messages
  WHERE person_id = $1 AND channel = $2 AND created_at_us >= $3 AND template <> $4)"};
constexpr db::Sql find_message{"notify.find_message", R"(
  SELECT m.id, m.person_id, m.template, m.channel, m.subject, m.sealed, m.condition_name, m.condition_about, m.state,
         m.due_at_us, m.settled_at_us, r.read_at_us
  FROM notify_messages m LEFT JOIN notify_readings r ON r.message_id = m.id
  WHERE m.id = $1)"};
constexpr db::Sql settle_message{"notify.settle_message", R"(
  UPDATE notify_messages SET state = $2, settled_at_us = $3 WHERE id = $1 AND state = 'waiting')"};
constexpr db::Sql list_sent{"notify.list_sent", R"(
  SELECT m.id, m.person_id, m.template, m.channel, m.subject, m.sealed, m.condition_name, m.condition_about, m.state,
         m.due_at_us, m.settled_at_us, r.read_at_us
  FROM notify_messages m LEFT JOIN notify_readings r ON r.message_id = m.id
  WHERE m.state = 'sent' ORDER BY m.id DESC LIMIT $1)"};
constexpr db::Sql list_account{"notify.list_account", R"(
  SELECT m.id, m.person_id, m.template, m.channel, m.subject, m.sealed, m.condition_name, m.condition_about, m.state,
         m.due_at_us, m.settled_at_us, r.read_at_us
  FROM notify_messages m LEFT JOIN notify_readings r ON r.message_id = m.id
  WHERE m.person_id = $1 AND m.channel = 'account' AND m.state = 'sent' AND m.id < $2 ORDER BY m.id DESC LIMIT $3)"};
constexpr db::Sql list_all{"notify.list_all", R"(
  SELECT m.id, m.person_id, m.template, m.channel, m.subject, m.sealed, m.condition_name, m.condition_about, m.state,
         m.due_at_us, m.settled_at_us, r.read_at_us
  FROM notify_messages m LEFT JOIN notify_readings r ON r.message_id = m.id
  WHERE m.id < $1 ORDER BY m.id DESC LIMIT $2)"};
constexpr db::Sql find_own{"notify.find_own", R"(
  SELECT id FROM notify_messages WHERE id = $1 AND person_id = $2 AND channel = 'account' AND state = 'sent')"};
constexpr db::Sql insert_reading{"notify.insert_reading", R"(
  INSERT INTO notify_readings (message_id, read_at_us) VALUES ($1, $2) ON CONFLICT DO NOTHING)"};

std::string to_json(jobs::Payload const& about) {
  boost::json::object object;
  for (auto const& [name, value] : about) object[name] = value;
  return boost::json::serialize(object);
}

jobs::Payload from_json(std::string_view text) {
  jobs::Payload about;
  auto const parsed = boost::json::parse(text);
  for (auto const& [name, value] : parsed.as_object()) about.emplace(name, value.as_string());
  return about;
}

Message read(db::Row const& row) {
  return {row.id<MessageId>(0),
          row.id<PersonId>(1),
          row.str(2),
          row.str(3),
          row.str(4),
          row.blob(5),
          {row.str(6), from_json(row.text(7))},
          row.str(8),
          row.instant(9),
          row.maybe_instant(10),
          row.maybe_instant(11)};
}

}  // namespace

bool insert(db::Tx& tx, NewMessage const& message) {
  return tx.execute(insert_message, message.id, message.person, message.template_name, message.channel,
                    message.language, message.subject, message.dedupe, message.sealed, message.condition.name,
                    to_json(message.condition.about), message.created_at, message.due_at) == 1;
}

bool exists(db::Tx& tx, std::string_view dedupe) {
  return tx.one(find_dedupe, [](db::Row const&) { return true; }, dedupe).has_value();
}

std::int64_t count_since(db::Tx& tx, PersonId person, std::string_view channel, Instant since) {
  return tx
      .one(
          count_messages, [](db::Row const& row) { return row.integer(0); }, person, channel, since, code_template)
      .value_or(0);
}

std::optional<Message> find(db::Tx& tx, MessageId id) { return tx.one(find_message, read, id); }

bool settle(db::Tx& tx, MessageId id, std::string_view state, Instant at) {
  return tx.execute(settle_message, id, state, at) == 1;
}

std::vector<Message> sent(db::Tx& tx, int limit) { return tx.all(list_sent, read, limit); }

std::vector<Message> account(db::Tx& tx, PersonId person, std::optional<MessageId> before, int limit) {
  return tx.all(list_account, read, person, before ? before->view() : last_id, limit);
}

std::vector<Message> all(db::Tx& tx, std::optional<MessageId> before, int limit) {
  return tx.all(list_all, read, before ? before->view() : last_id, limit);
}

bool mark_read(db::Tx& tx, PersonId person, MessageId message, Instant now) {
  if (!tx.one(find_own, [](db::Row const&) { return true; }, message, person)) return false;
  tx.execute(insert_reading, message, now);
  return true;
}

}  // namespace kelisim::notify::store
