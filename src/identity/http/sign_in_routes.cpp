#include "http/answers.h"
#include "platform/http/problems.h"
#include "terms/clauses.h"
#include "use_cases/request_code.h"
#include "use_cases/staff_sign_in.h"

namespace kelisim::identity {
namespace {

using json::Text;

struct RegistrationBody {
  Text<1, 32> phone;
  Text<1, 32> offer_version;
  Text<1, 128> offer_hash;
  Text<2, 8> language;
  bool accepts_offer;
  bool declares_adult;
  bool consents_to_processing;
  bool declares_truth;
};
BOOST_DESCRIBE_STRUCT(RegistrationBody, (),
                      (phone, offer_version, offer_hash, language, accepts_offer, declares_adult,
                       consents_to_processing, declares_truth))

struct CodeBody {
  Text<1, 32> phone;
};
BOOST_DESCRIBE_STRUCT(CodeBody, (), (phone))

struct Challenge {
  std::string challenge_id;
  Instant expires_at;
  Instant resend_at;
};
BOOST_DESCRIBE_STRUCT(Challenge, (), (challenge_id, expires_at, resend_at))

struct SignInBody {
  Text<1, 64> challenge_id;
  Text<1, 16> code;
};
BOOST_DESCRIBE_STRUCT(SignInBody, (), (challenge_id, code))

struct StaffSignInBody {
  Text<1, 32> phone;
  Text<6, 6> totp;
};
BOOST_DESCRIBE_STRUCT(StaffSignInBody, (), (phone, totp))

constexpr http::Route<Access::anyone, RegistrationBody, Challenge> register_route{http::Method::post,
                                                                                  "/v1/registrations", "register"};
constexpr http::Route<Access::anyone, CodeBody, Challenge> code_route{http::Method::post, "/v1/sign-in/codes",
                                                                      "request_sign_in_code"};
constexpr http::Route<Access::anyone, SignInBody, Me> session_route{http::Method::post, "/v1/sessions", "sign_in"};
constexpr http::Route<Access::anyone, StaffSignInBody, Me> staff_route{http::Method::post, "/v1/staff-sessions",
                                                                       "sign_in_staff"};

constexpr Clause one_time_code = terms::clause("HAR-1.account.e");

http::Problem problem(CodeRequestRefused const& refused, Instant now) {
  auto const retry = refused.again_at ? std::optional(seconds_until(*refused.again_at, now)) : std::nullopt;
  switch (refused.why) {
    case CodeRequestRefusal::address_throttled:
      return too_many_requests(refused.again_at, now);
    case CodeRequestRefusal::country_not_served:
      return {.status = 422, .code = "phone_country_not_served"};
    case CodeRequestRefusal::too_soon:
      return {.status = 429, .code = "code_too_soon", .clause = one_time_code, .retry_after_seconds = retry};
    case CodeRequestRefusal::too_many_today:
      return {.status = 429, .code = "code_too_many_today", .clause = one_time_code};
    case CodeRequestRefusal::budget_spent:
      return {.status = 503, .code = "codes_unavailable"};
  }
  return {.status = 500, .code = "internal"};
}

http::Problem problem(RegistrationRefused const& refused) {
  switch (refused.why) {
    case RegistrationRefusal::offer_changed:
      return {.status = 409, .code = "offer_changed", .clause = refused.because};
    case RegistrationRefusal::acceptance_required:
      return {.status = 422, .code = "acceptance_required", .clause = refused.because};
    case RegistrationRefusal::adult_declaration_required:
      return {.status = 422, .code = "adult_declaration_required", .clause = refused.because};
    case RegistrationRefusal::truth_declaration_required:
      return {.status = 422, .code = "truth_declaration_required", .clause = refused.because};
    case RegistrationRefusal::consent_required:
      return {.status = 422, .code = "consent_required", .clause = refused.because};
  }
  return {.status = 500, .code = "internal"};
}

http::Problem problem(EnterCodeRefused const& refused, Instant now) {
  auto const with = [&](int status, std::string_view code) {
    return http::Problem{.status = status, .code = code, .clause = refused.because, .keep_effects = refused.counted};
  };
  switch (refused.why) {
    case EnterCodeRefusal::address_throttled:
      return too_many_requests(refused.again_at, now);
    case EnterCodeRefusal::too_many_today:
      return with(429, "code_too_many_today");
    case EnterCodeRefusal::already_used:
      return with(422, "code_used");
    case EnterCodeRefusal::replaced:
      return with(422, "code_replaced");
    case EnterCodeRefusal::expired:
      return with(422, "code_expired");
    case EnterCodeRefusal::too_many_attempts:
      return with(429, "code_too_many_tries");
    case EnterCodeRefusal::wrong: {
      auto wrong = with(422, "code_wrong");
      wrong.clause = one_time_code;  // for a challenge that does not exist too
      return wrong;
    }
    case EnterCodeRefusal::offer_changed:
      return with(409, "offer_changed");
  }
  return {.status = 500, .code = "internal"};
}

http::Problem problem(StaffSignInRefused const& refused, Instant now) {
  switch (refused.why) {
    case StaffSignInRefusal::address_throttled:
      return too_many_requests(refused.again_at, now);
    case StaffSignInRefusal::too_many_today:
      return {.status = 429, .code = "code_too_many_today"};
    case StaffSignInRefusal::wrong:
      return {.status = 422, .code = "staff_code_wrong", .keep_effects = refused.counted};
  }
  return {.status = 500, .code = "internal"};
}

Challenge challenge(Issued const& issued) { return {issued.id.str(), issued.expires_at, issued.resend_at}; }

http::Reply<Challenge> register_client(http::Call& call, Parts const& parts, RegistrationBody const& body) {
  auto const phone = phone_of(body.phone.view());
  if (!phone) return http::Refused(phone.error());
  if (!parts.brand.speaks(body.language.view())) return http::Refused(http::wrong_field("language", "unknown"));
  RegistrationForm const form{.phone = *phone,
                              .offer_version = body.offer_version.value,
                              .offer_hash = body.offer_hash.value,
                              .language = body.language.value,
                              .accepts_offer = body.accepts_offer,
                              .declares_adult = body.declares_adult,
                              .consents_to_processing = body.consents_to_processing,
                              .declares_truth = body.declares_truth};
  auto const issued = request_registration(call.tx, parts, form, visit_of(call));
  if (issued) return challenge(*issued);
  if (auto const* const declined = std::get_if<RegistrationRefused>(&issued.error())) {
    return http::Refused(problem(*declined));
  }
  return http::Refused(problem(std::get<CodeRequestRefused>(issued.error()), call.now));
}

http::Reply<Challenge> request_code(http::Call& call, Parts const& parts, CodeBody const& body) {
  auto const phone = phone_of(body.phone.view());
  if (!phone) return http::Refused(phone.error());
  auto const issued = request_sign_in_code(call.tx, parts, *phone, visit_of(call));
  if (!issued) return http::Refused(problem(issued.error(), call.now));
  return challenge(*issued);
}

Me welcome(http::Call& call, Parts const& parts, Person const& person, OpenedSession& session,
           SignInOutcome outcome) {
  auto me = me_of(call.tx, parts, person.id, call.now);
  me.outcome = outcome;
  if (parts.settings.token_in_body && call.header("kelisim-token") == "body") me.token = session.token;
  call.set_session(std::move(session.token));
  tell_ended(call, parts, std::move(session.replaced));
  return me;
}

http::Reply<Me> sign_in(http::Call& call, Parts const& parts, SignInBody const& body) {
  auto entered = enter_code(call.tx, parts, body.challenge_id.view(), body.code.view(), visit_of(call));
  if (!entered) return http::Refused(problem(entered.error(), call.now));
  return welcome(call, parts, entered->person, entered->session, entered->outcome);
}

http::Reply<Me> sign_in_with_totp(http::Call& call, Parts const& parts, StaffSignInBody const& body) {
  auto const phone = phone_of(body.phone.view());
  if (!phone) return http::Refused(phone.error());
  auto entered = sign_in_staff(call.tx, parts, *phone, body.totp.view(), visit_of(call));
  if (!entered) return http::Refused(problem(entered.error(), call.now));
  return welcome(call, parts, entered->person, entered->session, SignInOutcome::signed_in);
}

}  // namespace

void add_sign_in_routes(http::Routes& routes, SharedParts const& parts) {
  routes.add(register_route,
             [parts](http::Call& call, RegistrationBody const& body) { return register_client(call, *parts, body); });
  routes.add(code_route,
             [parts](http::Call& call, CodeBody const& body) { return request_code(call, *parts, body); });
  routes.add(session_route,
             [parts](http::Call& call, SignInBody const& body) { return sign_in(call, *parts, body); });
  routes.add(staff_route, [parts](http::Call& call, StaffSignInBody const& body) {
    return sign_in_with_totp(call, *parts, body);
  });
}

}  // namespace kelisim::identity
