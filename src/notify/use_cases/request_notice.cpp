#include "identity/sms_budget.h"
#include "kernel/digits.h"
#include "kernel/ensure.h"
#include "notify/notifier.h"
#include "platform/json/described.h"
#include "store/messages.h"

#include <fmt/format.h>

#include <algorithm>

namespace kelisim::notify {
namespace {

constexpr Duration day = std::chrono::hours(24);

bool may_go_out(db::Tx& tx, PersonId person, std::string_view channel, Instant now) {
  return store::count_since(tx, person, channel, now - day) < outside_a_day_max;
}

}  // namespace

Notifier::Notifier(Parts parts) : parts_(std::move(parts)) {
  on_condition("always", [](db::Tx&, jobs::Payload const&, Instant) { return true; });
  on_condition("not_later_than", [](db::Tx&, jobs::Payload const& about, Instant now) {
    auto const last = parse_digits(about.at("at_us"));
    ENSURE(last.has_value());
    return now <= Instant{*last};
  });
}

void Notifier::on_condition(std::string name, Holds holds) {
  auto const added = conditions_.emplace(std::move(name), std::move(holds)).second;
  ENSURE(added);
}

void Notifier::write(db::Tx& tx, Instant now, Notice const& notice, std::string_view channel, std::string destination,
                     std::string title, std::string body, std::string_view language) const {
  ENSURE(conditions_.contains(notice.condition.name));
  auto const content = json::to_text(store::Content{std::move(destination), std::move(title), std::move(body)});
  auto const sealed = parts_.vault.seal(tx, notice.to, store::message_field, content);
  auto const id = parts_.random.id<MessageId>(now);
  auto const dedupe = fmt::format("{}:{}:{}", notice.dedupe, notice.to.view(), channel);
  auto const written = store::insert(tx, {id, notice.to, notice.template_name, channel, language, notice.subject,
                                          dedupe, sealed, notice.condition, now, notice.due_at});
  if (!written) return;
  jobs::enqueue(
      tx, {"notify.deliver", fmt::format("notify.deliver:{}", id.view()), {{"message", id.str()}}, notice.due_at});
}

void Notifier::request(db::Tx& tx, Instant now, Notice const& notice) const {
  auto const person = parts_.people.find(tx, notice.to);
  if (!person || parts_.vault.state(tx, notice.to) != privacy::KeyState::live) return;
  auto const& language = parts_.brand.spoken(person->language);
  Reader const reader{language, person->zone, parts_.brand.zone};
  auto values = notice.values;
  values.emplace("link", parts_.origin + notice.path);
  values.emplace("provider", parts_.brand.provider.display_name);
  values.emplace("support_email", parts_.brand.provider.support_email);

  auto const text = [&](std::string_view field, Length length) -> std::optional<std::string> {
    auto const found = parts_.brand.notice(notice.template_name, field, language);
    return found ? std::optional(fill(*found, values, reader, length)) : std::nullopt;
  };
  if (auto body = text("body", Length::full)) {
    write(tx, now, notice, "account", "", text("title", Length::full).value_or(""), std::move(*body), language);
  }
  if (auto body = text("sms", Length::short_form)) {
    auto const phone = parts_.people.phone(tx, notice.to);
    auto const dedupe = fmt::format("{}:{}:sms", notice.dedupe, notice.to.view());
    if (phone && identity::sms_allowed_to(*phone, parts_.settings) && !store::exists(tx, dedupe) &&
        may_go_out(tx, notice.to, "sms", now)) {
      if (auto const from = identity::reserve_sms(tx, parts_.settings, now)) {
        auto in_its_time = notice;
        in_its_time.due_at = std::max(notice.due_at, *from);
        write(tx, now, in_its_time, "sms", phone->reveal(), "", std::move(*body), language);
      }
    }
  }
  if (auto body = text("email_body", Length::full)) {
    auto const email = parts_.people.email(tx, notice.to);
    if (email && may_go_out(tx, notice.to, "email", now)) {
      write(tx, now, notice, "email", *email, text("email_subject", Length::full).value_or(""), std::move(*body),
            language);
    }
  }
}

void Notifier::send_code(db::Tx& tx, Instant now, identity::CodeMessage const& message) {
  auto const& language = parts_.brand.spoken(message.language);
  auto const words = parts_.brand.notice(store::code_template, "sms", language);
  ENSURE(words.has_value());
  Reader const reader{language, parts_.brand.zone, parts_.brand.zone};
  auto body = fill(*words, {{"code", std::string(message.code)}}, reader, Length::short_form);
  auto const challenge = std::string(message.challenge);
  Notice const notice{std::string(store::code_template),
                      message.person,
                      challenge,
                      "otp_code:" + challenge,
                      "",
                      {},
                      {"not_later_than", {{"at_us", std::to_string(message.expires_at.micros)}}},
                      now};
  write(tx, now, notice, "sms", message.phone.reveal(), "", std::move(body), language);
}

void Notifier::send_email_code(db::Tx& tx, Instant now, identity::EmailCodeMessage const& message) {
  auto const& language = parts_.brand.spoken(message.language);
  Reader const reader{language, parts_.brand.zone, parts_.brand.zone};
  Values const values{{"code", std::string(message.code)}, {"support_email", parts_.brand.provider.support_email}};
  auto const text = [&](std::string_view field) {
    auto const words = parts_.brand.notice(store::email_code_template, field, language);
    ENSURE(words.has_value());
    return fill(*words, values, reader, Length::full);
  };
  auto const proof = std::string(message.proof);
  Notice const notice{std::string(store::email_code_template),
                      message.person,
                      proof,
                      "email_code:" + proof,
                      "",
                      {},
                      {"not_later_than", {{"at_us", std::to_string(message.expires_at.micros)}}},
                      now};
  write(tx, now, notice, "email", std::string(message.address), text("email_subject"), text("email_body"), language);
}

}  // namespace kelisim::notify
