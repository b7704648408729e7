// Who asked for a person's data, by what right, and what was given: for staff who keep the register, and for the
// person.
#include "kernel/ensure.h"
#include "platform/http/problems.h"
#include "privacy/disclosures.h"
#include "privacy/staff_access.h"
#include "store/disclosure_rows.h"

#include <boost/describe/enum_from_string.hpp>
#include <boost/describe/enum_to_string.hpp>

#include <algorithm>

namespace kelisim::privacy {

struct DisclosureBody {
  Ground ground;
  json::Text<1, 200> recipient;
  std::optional<json::Text<1, 2000, true>>
      basis;  ///< of a lawful request: the law, the document, its number and date
  std::vector<Disclosed> what;
};
BOOST_DESCRIBE_STRUCT(DisclosureBody, (), (ground, recipient, basis, what))

struct AnswerBody {
  bool consents;
};
BOOST_DESCRIBE_STRUCT(AnswerBody, (), (consents))

/// Recipient and basis are absent after an erasure.
struct DisclosureView {
  DisclosureId id;
  Ground ground;
  std::optional<std::string> recipient;
  std::optional<std::string> basis;
  std::vector<Disclosed> what;
  Instant registered_at;
  Consent consent;
  std::optional<Instant> answered_at;
  std::optional<Instant> made_at;
  bool may_answer;  ///< consent is asked for and the person has not answered
};
BOOST_DESCRIBE_STRUCT(DisclosureView, (),
                      (id, ground, recipient, basis, what, registered_at, consent, answered_at, made_at, may_answer))

struct DisclosureList {
  std::vector<DisclosureView> items;
};
BOOST_DESCRIBE_STRUCT(DisclosureList, (), (items))

/// What goes to the recipient, and the register's line about it.
struct DisclosureMade {
  DisclosureView disclosure;
  Clause clause;
  boost::json::value data;
};
BOOST_DESCRIBE_STRUCT(DisclosureMade, (), (disclosure, clause, data))

namespace {

constexpr Field disclosure_text{"privacy.disclosure"};
constexpr int shown = 100;
constexpr std::size_t kinds = 3;  // of Disclosed

http::Problem wrong_body(std::string_view path, std::string_view code) {
  return {.status = 422, .code = "invalid_body", .errors = {{std::string(path), std::string(code)}}};
}

std::string words_of(std::vector<Disclosed> const& what) {
  std::string words;
  for (auto const one : what) {
    if (!words.empty()) words += ',';
    words += boost::describe::enum_to_string(one, "");
  }
  return words;
}

std::vector<Disclosed> read_words(std::string_view words) {
  std::vector<Disclosed> what;
  while (!words.empty()) {
    auto const comma = words.find(',');
    Disclosed one{};
    ENSURE(boost::describe::enum_from_string(std::string(words.substr(0, comma)).c_str(), one));
    what.push_back(one);
    words = comma == std::string_view::npos ? std::string_view() : words.substr(comma + 1);
  }
  return what;
}

template <class Open>
DisclosureView view_of(store::DisclosureRow const& row, Open const& open) {
  auto basis = open(row.basis);
  return {.id = row.id,
          .ground = row.ground,
          .recipient = open(row.recipient),
          .basis = basis && !basis->empty() ? std::move(basis) : std::nullopt,
          .what = read_words(row.what),
          .registered_at = row.registered_at,
          .consent = row.consent,
          .answered_at = row.answered_at,
          .made_at = row.made_at,
          .may_answer = row.ground == Ground::consent && row.consent == Consent::none};
}

DisclosureView own_view(http::Call& call, DisclosureParts const& parts, store::DisclosureRow const& row) {
  return view_of(
      row, [&](db::Bytes const& sealed) { return parts.vault.open(call.tx, row.person, disclosure_text, sealed); });
}

DisclosureView staff_view(http::Call& call, DisclosureParts const& parts, store::DisclosureRow const& row) {
  StaffAccess const access(parts.vault, parts.audit);
  auto const opened =
      access.open_all(call, row.person, disclosure_text, std::vector{row.recipient, row.basis}, Purpose::legal_duty);
  return view_of(row, [&](db::Bytes const& sealed) { return sealed == row.basis ? opened[1] : opened[0]; });
}

http::Problem problem(DisclosureRefused const& refused) {
  switch (refused.why) {
    case DisclosureRefusal::executed:
      return {.status = 409, .code = "disclosed_before", .clause = refused.because};
    case DisclosureRefusal::basis_missing:
      return {.status = 422, .code = "disclosure_basis_missing", .clause = refused.because};
    case DisclosureRefusal::consent_missing:
      return {.status = 409, .code = "disclosure_consent_missing", .clause = refused.because};
    case DisclosureRefusal::consent_refused:
      return {.status = 409, .code = "disclosure_consent_refused", .clause = refused.because};
  }
  ENSURE(false && "a known refusal");
  return {};
}

void write_down(http::Call& call, DisclosureParts const& parts, std::string_view action,
                store::DisclosureRow const& row) {
  parts.audit.append(call.tx, call.now,
                     {.action = action,
                      .actor = call.person(),
                      .subject = row.person,
                      .object = row.id.view(),
                      .purpose = Purpose::legal_duty});
}

/// The person in the path, while there is anything of theirs to disclose.
std::optional<PersonId> person_in_path(http::Call& call, DisclosureParts const& parts) {
  auto const id = call.path_id<PersonId>("id");
  return id && parts.vault.state(call.tx, *id) == KeyState::live ? id : std::nullopt;
}

http::Reply<DisclosureView> post_disclosure(http::Call& call, DisclosureParts const& parts,
                                            DisclosureBody const& body) {
  auto const person = person_in_path(call, parts);
  if (!person) return http::Refused(http::not_found());
  if (body.what.empty() || body.what.size() > kinds) return http::Refused(wrong_body("what", "out_of_range"));
  if (body.ground == Ground::law && !body.basis) {
    return http::Refused(
        problem(may_disclose({.ground = body.ground, .has_basis = false, .consent = Consent::none, .executed = false})
                    .error()));
  }
  auto const seal = [&](std::string_view text) { return parts.vault.seal(call.tx, *person, disclosure_text, text); };
  store::DisclosureRow const row{.id = parts.random.id<DisclosureId>(call.now),
                                 .person = *person,
                                 .ground = body.ground,
                                 .recipient = seal(body.recipient.view()),
                                 .basis = seal(body.basis ? body.basis->view() : std::string_view()),
                                 .what = words_of(body.what),
                                 .registered_by = call.person(),
                                 .registered_at = call.now};
  store::insert_disclosure(call.tx, row);
  write_down(call, parts, "privacy.disclosure_registered", row);
  return staff_view(call, parts, row);
}

http::Reply<DisclosureList> list_of_person(http::Call& call, DisclosureParts const& parts) {
  auto const person = person_in_path(call, parts);
  if (!person) return http::Refused(http::not_found());
  DisclosureList list;
  for (auto const& row : store::disclosures_of(call.tx, *person, shown)) {
    list.items.push_back(staff_view(call, parts, row));
  }
  return list;
}

http::Reply<DisclosureMade> post_execution(http::Call& call, DisclosureParts const& parts) {
  auto const id = call.path_id<DisclosureId>("id");
  auto row = id ? store::find_disclosure(call.tx, *id) : std::nullopt;
  if (!row || parts.vault.state(call.tx, row->person) != KeyState::live) return http::Refused(http::not_found());
  auto const basis = parts.vault.open(call.tx, row->person, disclosure_text, row->basis);
  auto const allowed = may_disclose({.ground = row->ground,
                                     .has_basis = basis && !basis->empty(),
                                     .consent = row->consent,
                                     .executed = row->made_at.has_value()});
  if (!allowed) return http::Refused(problem(allowed.error()));
  if (!store::insert_made(call.tx, row->id, call.person(), allowed->id, call.now)) {
    return http::Refused(problem({DisclosureRefusal::executed, *allowed}));
  }
  row->made_by = call.person();
  row->made_at = call.now;
  boost::json::object data;
  for (auto const one : read_words(row->what)) {
    data[boost::describe::enum_to_string(one, "")] = parts.read(call.tx, row->person, one);
  }
  auto view = staff_view(call, parts, *row);
  write_down(call, parts, "privacy.disclosed", *row);
  return DisclosureMade{std::move(view), *allowed, std::move(data)};
}

http::Reply<DisclosureList> list_own(http::Call& call, DisclosureParts const& parts) {
  DisclosureList list;
  for (auto const& row : store::disclosures_of(call.tx, call.person(), shown)) {
    list.items.push_back(own_view(call, parts, row));
  }
  return list;
}

http::Reply<DisclosureView> post_answer(http::Call& call, DisclosureParts const& parts, AnswerBody const& body) {
  auto const id = call.path_id<DisclosureId>("id");
  auto row = id ? store::find_disclosure(call.tx, *id) : std::nullopt;
  if (!row || row->person != call.person()) return http::Refused(http::not_found());
  if (row->ground != Ground::consent || !store::insert_answer(call.tx, row->id, body.consents, call.now)) {
    return http::Refused(http::Problem{.status = 409, .code = "disclosure_answered_before"});
  }
  row->consent = body.consents ? Consent::given : Consent::refused;
  row->answered_at = call.now;
  write_down(call, parts, "privacy.disclosure_answered", *row);
  return own_view(call, parts, *row);
}

}  // namespace

void add_routes(http::Routes& routes, DisclosureParts const& parts) {
  using http::Method;
  routes.add(
      http::Route<Access::administrator, DisclosureBody, DisclosureView>{
          Method::post,
          "/v1/staff/people/{id}/disclosures",
          "register_disclosure",
          {.success = 201,
           .summary = "A third party asks for data of this person: by consent, or by law (HAR-4.1.4a)"}},
      [&parts](http::Call& call, DisclosureBody const& body) { return post_disclosure(call, parts, body); });
  routes.add(
      http::Route<Access::administrator, http::Nothing, DisclosureList>{
          Method::get, "/v1/staff/people/{id}/disclosures", "list_disclosures", {.effect = http::Effect::writes}},
      [&parts](http::Call& call) { return list_of_person(call, parts); });
  routes.add(
      http::Route<Access::administrator, http::Nothing, DisclosureMade>{
          Method::post,
          "/v1/staff/disclosures/{id}/execution",
          "disclose",
          {.summary = "Gives the data out, once; refused without consent where no law demands it"}},
      [&parts](http::Call& call) { return post_execution(call, parts); });
  routes.add(
      http::Route<Access::signed_in, http::Nothing, DisclosureList>{
          Method::get,
          "/v1/me/disclosures",
          "my_disclosures",
          {.summary = "Who asked for one's data, and was given it"}},
      [&parts](http::Call& call) { return list_own(call, parts); });
  routes.add(
      http::Route<Access::signed_in, AnswerBody, DisclosureView>{
          Method::post, "/v1/me/disclosures/{id}/answer", "answer_disclosure", {}},
      [&parts](http::Call& call, AnswerBody const& body) { return post_answer(call, parts, body); });
}

}  // namespace kelisim::privacy
