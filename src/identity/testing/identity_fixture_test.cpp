#include "testing/identity_fixture.h"

#include <fmt/format.h>

#include <algorithm>

namespace kelisim::identity {

void NotingSender::send_code(db::Tx& tx, Instant now, CodeMessage const& message) {
  ASSERT_EQ(vault_.state(tx, message.person), privacy::KeyState::live);
  all_.push_back(
      {message.person, {message.phone.reveal(), std::string(message.code), std::string(message.language), now}});
}

void NotingSender::send_email_code(db::Tx& tx, Instant now, EmailCodeMessage const& message) {
  ASSERT_EQ(vault_.state(tx, message.person), privacy::KeyState::live);
  letters_.push_back({std::string(message.address), std::string(message.code), std::string(message.language), now});
}

std::vector<SentCode> NotingSender::delivered(db::Database& database) {
  std::vector<SentCode> sent;
  database.read_now([&](db::Tx& tx) {
    for (auto const& [person, message] : all_) {
      if (vault_.state(tx, person) != privacy::KeyState::never) sent.push_back(message);
    }
  });
  return sent;
}

IdentityFixture::IdentityFixture() {
  database().migrate(terms::migrations());
  database().migrate(privacy::migrations());
  database().migrate(migrations());
  write([&](db::Tx& tx) { terms::settle_editions(tx, brand_, now_); });
  add_routes(routes_, parts_);
}

IdentityFixture::Answer IdentityFixture::handle(http::RouteEntry const& entry, Request const& request, db::Tx& tx,
                                                std::vector<std::function<void()>>& effects) {
  auto const who = authenticator_.identify(tx, request.token, now_).value_or(Caller{});
  if (!admits(entry.access, who.role)) {
    return {.status = who.person ? 403 : 401, .body = {{"code", "not_admitted"}}};
  }
  http::Call call(tx, now_, who);
  call.language = "en";
  call.address = request.address;
  call.user_agent = "Example/1.0 (test)";
  call.path_fields = request.path;
  call.query_fields = request.query;
  call.header_fields = asked_headers_;
  auto const body = request.body.is_null() ? std::string() : boost::json::serialize(request.body);
  auto const outcome = entry.run(call, {"application/json", body});
  if (outcome.problem) {
    boost::json::object problem{{"code", outcome.problem->code}};
    if (outcome.problem->clause) problem["clause"] = outcome.problem->clause->id;
    boost::json::array errors;
    for (auto const& error : outcome.problem->errors) errors.emplace_back(error.path + ":" + error.code);
    problem["errors"] = errors;
    if (outcome.problem->retry_after_seconds) problem["retry_after"] = *outcome.problem->retry_after_seconds;
    problem["kept"] = outcome.problem->keep_effects;
    return {.status = outcome.problem->status, .body = std::move(problem)};
  }
  effects = call.outgoing().after_commit;
  Answer answer{.status = outcome.document.status, .body = nullptr};
  if (!outcome.document.body.empty()) answer.body = boost::json::parse(outcome.document.body);
  answer.token = call.outgoing().session_token.value_or("");
  answer.cleared = call.outgoing().session_cleared;
  return answer;
}

IdentityFixture::Answer IdentityFixture::ask(Request const& request) {
  auto const entry = std::ranges::find(routes_.entries(), request.route, &http::RouteEntry::name);
  if (entry == routes_.entries().end()) throw std::runtime_error("no such route");
  std::vector<std::function<void()>> effects;
  Answer answer;
  if (!entry->writes()) {
    answer = database().read_now([&](db::Tx& tx) { return handle(*entry, request, tx, effects); });
  } else {
    answer = database().write_now([&](db::Tx& tx) {
      auto const mark = tx.mark();
      auto handled = handle(*entry, request, tx, effects);
      auto const keep = handled.status < 400 || (handled.has("kept") && handled.body.at("kept").as_bool());
      keep ? tx.keep(mark) : tx.undo(mark);
      return handled;
    });
  }
  for (auto const& effect : effects) effect();
  return answer;
}

std::string IdentityFixture::Answer::code() const { return text("code"); }
std::string IdentityFixture::Answer::clause() const { return text("clause"); }

std::string IdentityFixture::Answer::errors() const {
  std::string joined;
  for (auto const& error : body.at("errors").as_array()) {
    joined += (joined.empty() ? "" : " ") + std::string(error.as_string());
  }
  return joined;
}

std::string IdentityFixture::Answer::text(std::string_view member) const {
  return has(member) && body.at(member).is_string() ? std::string(body.at(member).as_string()) : "";
}

bool IdentityFixture::Answer::has(std::string_view member) const {
  return body.is_object() && body.as_object().contains(member);
}

boost::json::object IdentityFixture::registration(std::string_view phone) const {
  auto const* const offer = brand_.documents.find("offer", "2023-02-24");
  return {{"phone", phone},
          {"offer_version", "2023-02-24"},
          {"offer_hash", offer->content_hash},
          {"language", "kk"},
          {"accepts_offer", true},
          {"declares_adult", true},
          {"consents_to_processing", true},
          {"declares_truth", true}};
}

std::string IdentityFixture::last_code(std::string_view phone) {
  auto const sent = sender_.delivered(database());
  auto const last = std::ranges::find(sent.rbegin(), sent.rend(), phone, &SentCode::phone);
  return last == sent.rend() ? "" : last->code;
}

std::size_t IdentityFixture::sent_to(std::string_view phone) {
  return static_cast<std::size_t>(std::ranges::count(sender_.delivered(database()), phone, &SentCode::phone));
}

IdentityFixture::Answer IdentityFixture::register_client(std::string_view phone) {
  auto const asked = ask({.route = "register", .body = registration(phone)});
  EXPECT_EQ(asked.status, 200) << asked.code();
  return ask(
      {.route = "sign_in", .body = {{"challenge_id", asked.text("challenge_id")}, {"code", last_code(phone)}}});
}

Provisioned IdentityFixture::make_staff(std::string_view text, Role role) {
  return write([&](db::Tx& tx) {
    auto made = people_.create_staff(tx, now_, phone(text), role, "Aliya Example", "ru", std::nullopt);
    if (!made) throw std::runtime_error("the number is taken");
    return *made;
  });
}

std::string IdentityFixture::totp_of(PersonId person) {
  return database().read_now([&](db::Tx& tx) {
    for (auto const& one : demo_people(tx, parts_, now_)) {
      if (one.id == person) return one.totp_code.value_or("");
    }
    return std::string();
  });
}

IdentityFixture::Answer IdentityFixture::sign_in_staff(std::string_view phone_text, PersonId person) {
  return ask({.route = "sign_in_staff", .body = {{"phone", phone_text}, {"totp", totp_of(person)}}});
}

PersonId IdentityFixture::person_of(std::string_view text) {
  return database().read_now([&](db::Tx& tx) { return people_.find_by_phone(tx, phone(text)).value().id; });
}

PhoneNumber IdentityFixture::phone(std::string_view text) { return PhoneNumber::parse(text).value(); }

}  // namespace kelisim::identity
