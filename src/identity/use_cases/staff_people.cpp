#include "use_cases/staff_people.h"

#include "platform/json/described.h"
#include "store/people_rows.h"
#include "store/questionnaires.h"
#include "store/sessions.h"
#include "use_cases/fields.h"
#include "use_cases/sign_in_sessions.h"

namespace kelisim::identity {

struct EmailChange {
  std::string old_email;  ///< empty: there was none
  std::string new_email;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(EmailChange, (), (old_email, new_email, reason))

namespace {

void audit(http::Call& call, Parts const& parts, std::string_view action, std::optional<PersonId> subject,
           privacy::Purpose purpose, std::string_view object = {}) {
  parts.audit.append(
      call.tx, call.now,
      {.action = action, .actor = call.person(), .subject = subject, .object = object, .purpose = purpose});
}

std::optional<BlockRefusal> may_block(db::Tx& tx, PersonId person) {
  auto const row = store::find_person(tx, person);
  if (!row) return BlockRefusal::not_found;
  return row->person.role == Role::client ? std::optional(BlockRefusal::is_client) : std::nullopt;
}

}  // namespace

std::optional<Person> search_by_phone(http::Call& call, Parts const& parts, PhoneNumber const& phone,
                                      privacy::Purpose purpose) {
  auto row = store::find_person_by_phone(call.tx, parts.vault.phone_hash(phone));
  auto const subject = row ? std::optional(row->person.id) : std::nullopt;
  audit(call, parts, "identity.searched_by_phone", subject, purpose, fields::phone.name);
  return row ? std::optional(std::move(row->person)) : std::nullopt;
}

std::optional<Person> search_by_number(http::Call& call, Parts const& parts, std::string_view number,
                                       privacy::Purpose purpose) {
  auto const owner = parts.owner_of_number ? parts.owner_of_number(call.tx, number) : std::nullopt;
  auto row = owner ? store::find_person(call.tx, *owner) : std::nullopt;
  auto const subject = row ? std::optional(row->person.id) : std::nullopt;
  // What was typed and is no number of ours may be anything, a name too: it does not come into the chain.
  audit(call, parts, "identity.searched_by_number", subject, purpose, row ? number : "number");
  return row ? std::optional(std::move(row->person)) : std::nullopt;
}

std::optional<OpenedPerson> open_person(http::Call& call, Parts const& parts, PersonId person,
                                        privacy::Purpose purpose) {
  auto row = store::find_person(call.tx, person);
  if (!row) return std::nullopt;
  privacy::StaffAccess const access(parts.vault, parts.audit);
  auto const open = [&](privacy::Field field, std::optional<db::Bytes> const& sealed) {
    return sealed ? access.open(call, person, field, *sealed, purpose) : std::nullopt;
  };
  auto const saved = store::find_questionnaire(call.tx, person);
  auto const flag = store::standing_age_flag(call.tx, person);
  auto const live = std::ssize(store::live_sessions(call.tx, person, call.now));
  return OpenedPerson{.person = std::move(row->person),
                      .phone = open(fields::phone, row->phone),
                      .email = open(fields::email, row->email),
                      .name = open(fields::name, row->name),
                      .questionnaire_complete = saved && saved->completed_at && !flag,
                      .age_flag_raised_at = flag,
                      .live_sessions = live};
}

Result<std::vector<std::string>, BlockRefusal> block(http::Call& call, Parts const& parts, PersonId person,
                                                     privacy::Purpose purpose) {
  if (auto const refusal = may_block(call.tx, person)) return Failure(*refusal);
  if (!store::block_person(call.tx, person, call.person(), call.now)) return Failure(BlockRefusal::unchanged);
  auto ended = end_all_sessions(call.tx, person, "block", call.now);
  audit(call, parts, "identity.blocked", person, purpose);
  return ended;
}

Result<void, BlockRefusal> unblock(http::Call& call, Parts const& parts, PersonId person, privacy::Purpose purpose) {
  if (auto const refusal = may_block(call.tx, person)) return Failure(*refusal);
  if (!store::unblock_person(call.tx, person)) return Failure(BlockRefusal::unchanged);
  audit(call, parts, "identity.unblocked", person, purpose);
  return {};
}

bool correct_email(http::Call& call, Parts const& parts, PersonId id, EmailCorrection const& correction,
                   privacy::Purpose purpose) {
  auto const row = store::find_person(call.tx, id);
  if (!row || parts.vault.state(call.tx, id) != privacy::KeyState::live) return false;
  auto const old = row->email ? parts.vault.open(call.tx, id, fields::email, *row->email) : std::nullopt;
  EmailChange const change{.old_email = old.value_or(""), .new_email = correction.email, .reason = correction.reason};
  store::set_email(call.tx, id, parts.vault.seal(call.tx, id, fields::email, correction.email));
  auto const sealed = parts.vault.seal(call.tx, id, fields::email_change, json::to_text(change));
  parts.audit.append(call.tx, call.now,
                     {.action = "identity.email_corrected",
                      .actor = call.person(),
                      .subject = id,
                      .object = fields::email.name,
                      .purpose = purpose,
                      .sealed = sealed});
  return true;
}

bool clear_age_flag(http::Call& call, Parts const& parts, PersonId person, privacy::Purpose purpose) {
  if (!store::clear_age_flag(call.tx, person, call.person(), call.now)) return false;
  audit(call, parts, "identity.age_flag_cleared", person, purpose);
  return true;
}

}  // namespace kelisim::identity
