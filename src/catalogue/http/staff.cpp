#include "http/staff.h"

#include "kernel/ensure.h"
#include "platform/http/problems.h"
#include "platform/json/described.h"
#include "store/profiles.h"
#include "store/publications.h"
#include "use_cases/staff_work.h"

namespace kelisim::catalogue {

struct TextBody {
  json::Text<2, 8> language;
  json::Text<1, 100> name;
  json::Text<1, 300> approach;
  json::Text<1, 4000, true> about;
};
BOOST_DESCRIBE_STRUCT(TextBody, (), (language, name, approach, about))

/// The account is made by identity; this gives it a public profile.
struct SpecialistBody {
  PersonId person_id;
  Gender gender;
  std::vector<json::Text<2, 8>> languages;
  std::vector<json::Text<1, 64>> topics;
  std::vector<TextBody> texts;
};
BOOST_DESCRIBE_STRUCT(SpecialistBody, (), (person_id, gender, languages, topics, texts))

struct EducationBody {
  json::Text<1, 64> field;
  json::Text<1, 64> level;
  bool verified;
};
BOOST_DESCRIBE_STRUCT(EducationBody, (), (field, level, verified))

struct QualificationBody {
  std::vector<EducationBody> educations;
  CivilDate practice_began;
  bool no_prescription_undertaking;
  std::optional<Instant> valid_until;
  std::optional<bool> revoked;
};
BOOST_DESCRIBE_STRUCT(QualificationBody, (),
                      (educations, practice_began, no_prescription_undertaking, valid_until, revoked))

struct PriceBody {
  PersonId specialist_id;
  Money price;
  std::optional<Instant> effective_at;
};
BOOST_DESCRIBE_STRUCT(PriceBody, (), (specialist_id, price, effective_at))

struct QualificationView {
  std::vector<Education> educations;
  CivilDate practice_began;
  bool no_prescription_undertaking;
  std::optional<Instant> valid_until;
  bool revoked;
  Instant recorded_at;
};
BOOST_DESCRIBE_STRUCT(QualificationView, (),
                      (educations, practice_began, no_prescription_undertaking, valid_until, revoked, recorded_at))

struct StaffSpecialist {
  PersonId id;
  std::string name;
  bool published;
  bool offered;  ///< published, and what was verified still counts
  std::optional<Money> price;
  std::optional<QualificationView> qualification;
};
BOOST_DESCRIBE_STRUCT(StaffSpecialist, (), (id, name, published, offered, price, qualification))

struct StaffSpecialists {
  std::vector<StaffSpecialist> specialists;
  std::optional<PersonId> next_cursor;
};
BOOST_DESCRIBE_STRUCT(StaffSpecialists, (), (specialists, next_cursor))

namespace {

constexpr int page_max = 50;

http::Problem problem(PublicationRefused const& refused) { return http::named(refused.why, refused.because); }
template <class E>
  requires std::is_enum_v<E>
http::Problem problem(E why) {
  return http::named(why);
}

StaffSpecialist view_of(http::Call& call, Parts const& parts, PersonId id) {
  auto const record = find_qualification(call.tx, id);
  StaffSpecialist view{.id = id,
                       .name = specialist_name(call.tx, id, call.language).value_or(""),
                       .published = is_published(call.tx, id),
                       .offered = find_offered(call.tx, parts, id, call.now).has_value(),
                       .price = price_at(call.tx, id, call.now),
                       .qualification = std::nullopt};
  if (record)
    view.qualification =
        QualificationView{record->educations,  record->practice_began, record->no_prescription_undertaking,
                          record->valid_until, record->revoked,        record->recorded_at};
  return view;
}

/// The specialist of the path, if there is a profile.
Result<PersonId, http::Problem> specialist_in_path(http::Call& call) {
  auto const id = call.path_id<PersonId>("id");
  if (!id || !find_profile(call.tx, *id)) return http::Refused(http::not_found());
  return *id;
}

http::Reply<StaffSpecialists> get_specialists(http::Call& call, Parts const& parts) {
  store::ProfileFilter filter{.published_only = false, .limit = page_max};
  if (auto const cursor = call.query("cursor")) {
    filter.after = PersonId::parse(*cursor);
    if (!filter.after) return http::Refused(http::wrong_query("cursor", "bad_format"));
  }
  auto const ids = store::list_profiles(call.tx, filter);
  StaffSpecialists list;
  for (auto const& id : ids) list.specialists.push_back(view_of(call, parts, id));
  if (ids.size() == page_max) list.next_cursor = ids.back();
  return list;
}

http::Reply<StaffSpecialist> post_specialist(http::Call& call, Parts const& parts, SpecialistBody const& body) {
  auto const person = parts.people.find(call.tx, body.person_id);
  if (!person || person->role != Role::specialist)
    return http::Refused(http::wrong_field("person_id", "no_specialist"));
  Profile profile{.id = body.person_id, .gender = body.gender, .languages = {}, .topics = {}, .texts = {}};
  for (auto const& language : body.languages) profile.languages.push_back(language.value);
  for (auto const& topic : body.topics) {
    if (std::ranges::find(parts.brand.topics, topic.value, &terms::Topic::key) == parts.brand.topics.end())
      return http::Refused(http::wrong_field("topics", "unknown"));
    profile.topics.push_back(topic.value);
  }
  for (auto const& text : body.texts) {
    if (!parts.brand.speaks(text.language.value))
      return http::Refused(http::wrong_field("texts", "unknown_language"));
    profile.texts.insert_or_assign(text.language.value,
                                   ProfileText{text.name.value, text.approach.value, text.about.value});
  }
  if (profile.languages.empty()) return http::Refused(http::wrong_field("languages", "missing"));
  if (profile.texts.empty()) return http::Refused(http::wrong_field("texts", "missing"));
  if (!store::insert_profile(call.tx, profile, call.now))
    return http::Refused(http::Problem{.status = 409, .code = "profile_exists"});
  return view_of(call, parts, body.person_id);
}

http::Reply<StaffSpecialist> put_qualification(http::Call& call, Parts const& parts, QualificationBody const& body) {
  auto const id = specialist_in_path(call);
  if (!id) return http::Refused(id.error());
  Qualification record{.educations = {},
                       .practice_began = body.practice_began,
                       .no_prescription_undertaking = body.no_prescription_undertaking,
                       .valid_until = body.valid_until,
                       .revoked = body.revoked.value_or(false),
                       .recorded_at = call.now};
  for (auto const& education : body.educations)
    record.educations.push_back({education.field.value, education.level.value, education.verified});
  record_qualification(call.tx, parts, *id, record, call.person());
  return view_of(call, parts, *id);
}

http::Reply<StaffSpecialist> post_publication(http::Call& call, Parts const& parts) {
  auto const id = specialist_in_path(call);
  if (!id) return http::Refused(id.error());
  auto const published = publish_specialist(call.tx, parts, *id, call.person(), call.now);
  if (!published)
    return http::Refused(std::visit([](auto const& refused) { return problem(refused); }, published.error()));
  return view_of(call, parts, *id);
}

http::Reply<StaffSpecialist> delete_publication(http::Call& call, Parts const& parts) {
  auto const id = specialist_in_path(call);
  if (!id) return http::Refused(id.error());
  if (!store::withdraw_publication(call.tx, *id, call.person(), call.now)) return http::Refused(http::not_found());
  return view_of(call, parts, *id);
}

http::Reply<StaffSpecialist> post_price(http::Call& call, Parts const& parts, PriceBody const& body) {
  if (!find_profile(call.tx, body.specialist_id)) return http::Refused(http::not_found());
  auto const published = publish_price(call.tx, parts, body.specialist_id, body.price,
                                       body.effective_at.value_or(call.now), call.person(), call.now);
  if (!published) return http::Refused(problem(published.error()));
  return view_of(call, parts, body.specialist_id);
}

}  // namespace

void add_staff_routes(http::Routes& routes, Parts const& parts) {
  using http::Method;
  routes.add(
      http::Route<Access::staff, http::Nothing, StaffSpecialists>{
          Method::get,
          "/v1/staff/specialists",
          "list_staff_specialists",
          {.query = {{"cursor", "next_cursor of the page before"}}, .summary = "All profiles, published or not"}},
      [&parts](http::Call& call) { return get_specialists(call, parts); });
  routes.add(
      http::Route<Access::support, SpecialistBody, StaffSpecialist>{
          Method::post,
          "/v1/staff/specialists",
          "add_specialist",
          {.success = 201, .summary = "Give a specialist's account a public profile"}},
      [&parts](http::Call& call, SpecialistBody const& body) { return post_specialist(call, parts, body); });
  routes.add(
      http::Route<Access::support, QualificationBody, StaffSpecialist>{
          Method::put,
          "/v1/staff/specialists/{id}/qualification",
          "record_qualification",
          {.summary = "Record what was verified, or that it no longer counts (HAR-2.2b)"}},
      [&parts](http::Call& call, QualificationBody const& body) { return put_qualification(call, parts, body); });
  routes.add(
      http::Route<Access::support, http::Nothing, StaffSpecialist>{
          Method::post,
          "/v1/staff/specialists/{id}/publication",
          "publish_specialist",
          {.summary = "Publish a profile (HAR-1.specialist.a, b, c)"}},
      [&parts](http::Call& call) { return post_publication(call, parts); });
  routes.add(
      http::Route<Access::support, http::Nothing, StaffSpecialist>{
          Method::del,
          "/v1/staff/specialists/{id}/publication",
          "withdraw_specialist",
          {.summary = "Take a profile out of the catalogue"}},
      [&parts](http::Call& call) { return delete_publication(call, parts); });
  routes.add(
      http::Route<Access::administrator, PriceBody, StaffSpecialist>{
          Method::post,
          "/v1/staff/prices",
          "publish_price",
          {.key_required = true, .summary = "Publish a price from now or a later instant on (HAR-5.2a)"}},
      [&parts](http::Call& call, PriceBody const& body) { return post_price(call, parts, body); });
}

}  // namespace kelisim::catalogue
