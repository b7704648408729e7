#include "kernel/ensure.h"
#include "notify/notifier.h"
#include "platform/json/described.h"
#include "store/messages.h"

namespace kelisim::notify {
namespace {

Handover hand_over(store::Message const& message, store::Content const& content, SmsCarrier& sms, MailCarrier& mail) {
  if (message.channel == "sms") {
    auto phone = PhoneNumber::parse(content.destination);
    ENSURE(phone.has_value());
    return sms.send({message.id.str(), *phone, content.body});
  }
  if (message.channel == "email") {
    return mail.send({message.id.str(), content.destination, content.title, content.body});
  }
  return Handover::taken;  // the personal account: it is there once it is settled
}

}  // namespace

jobs::JobResult Notifier::deliver(jobs::JobContext& job, SmsCarrier& sms, MailCarrier& mail) const {
  auto const id = job.id<MessageId>("message");
  std::optional<store::Message> message;
  std::optional<store::Content> content;
  job.database().read_now([&](db::Tx& tx) {
    message = store::find(tx, id);
    if (!message || message->state != "waiting") return;
    auto const holds = conditions_.find(message->condition.name);
    ENSURE(holds != conditions_.end());
    if (!holds->second(tx, message->condition.about, job.now())) return;
    if (auto const opened = parts_.vault.open(tx, message->person, store::message_field, message->sealed)) {
      content = json::from_text<store::Content>(*opened);
    }
  });
  if (!message || message->state != "waiting") return jobs::JobResult::done();

  auto const handover = content ? hand_over(*message, *content, sms, mail) : Handover::refused;
  if (handover == Handover::try_again) return jobs::JobResult::retry("the carrier did not take it");
  auto const* state = !content ? "dropped" : handover == Handover::taken ? "sent" : "refused";
  job.database().write_now([&](db::Tx& tx) {
    store::settle(tx, id, state, job.now());
    job.finish(tx);
  });
  return jobs::JobResult::done();
}

void Notifier::add_jobs(jobs::JobRunner& runner, SmsCarrier& sms, MailCarrier& mail) const {
  runner.on("notify.deliver", [this, &sms, &mail](jobs::JobContext& job) { return deliver(job, sms, mail); });
}

std::vector<Notifier::Opened> Notifier::sent(db::Tx& tx, int limit) const {
  std::vector<Opened> opened;
  for (auto const& message : store::sent(tx, limit)) {
    auto const text = parts_.vault.open(tx, message.person, store::message_field, message.sealed);
    if (!text) continue;
    auto content = json::from_text<store::Content>(*text);
    opened.push_back({message.id, message.template_name, message.channel, message.subject,
                      std::move(content.destination), std::move(content.title), std::move(content.body),
                      message.settled_at.value_or(message.due_at), message.read_at});
  }
  return opened;
}

std::vector<Notifier::Opened> Notifier::account(db::Tx& tx, PersonId person, std::optional<MessageId> before,
                                                int limit) const {
  std::vector<Opened> opened;
  for (auto const& message : store::account(tx, person, before, limit)) {
    auto const text = parts_.vault.open(tx, message.person, store::message_field, message.sealed);
    if (!text) continue;
    auto content = json::from_text<store::Content>(*text);
    opened.push_back({message.id,
                      message.template_name,
                      message.channel,
                      message.subject,
                      {},
                      std::move(content.title),
                      std::move(content.body),
                      message.settled_at.value_or(message.due_at),
                      message.read_at});
  }
  return opened;
}

bool Notifier::mark_read(db::Tx& tx, PersonId person, MessageId message, Instant now) const {
  return store::mark_read(tx, person, message, now);
}

}  // namespace kelisim::notify
