#include "http/answers.h"
#include "store/sessions.h"
#include "use_cases/sign_in_sessions.h"

namespace kelisim::identity {
namespace {

struct SignInSession {
  std::string id;
  bool current;
  std::string device;  ///< as the browser names itself
  std::string address;
  Instant begun_at;
  Instant seen_at;
};
BOOST_DESCRIBE_STRUCT(SignInSession, (), (id, current, device, address, begun_at, seen_at))

struct SignInSessions {
  std::vector<SignInSession> sessions;
};
BOOST_DESCRIBE_STRUCT(SignInSessions, (), (sessions))

constexpr http::Route<Access::signed_in, http::Nothing, SignInSessions> list_route{http::Method::get, "/v1/sessions",
                                                                                   "list_sessions"};
constexpr http::Route<Access::signed_in, http::Nothing, http::Nothing> current_route{
    http::Method::del, "/v1/sessions/current", "sign_out"};
constexpr http::Route<Access::signed_in, http::Nothing, http::Nothing> end_route{http::Method::del,
                                                                                 "/v1/sessions/{id}", "end_session"};

http::Reply<http::Nothing> end(http::Call& call, Parts const& parts, std::optional<store::SessionId> id,
                               std::string_view ended_by) {
  if (!id || !store::end_session(call.tx, call.person(), *id, ended_by, call.now)) {
    return http::Refused(http::Problem{.status = 404, .code = "session_not_found"});
  }
  if (id->view() == call.caller.session) call.clear_session();
  tell_ended(call, parts, {id->str()});
  return http::Nothing{};
}

}  // namespace

void add_session_routes(http::Routes& routes, SharedParts const& parts) {
  routes.add(list_route, [parts](http::Call& call, http::Nothing const&) -> http::Reply<SignInSessions> {
    SignInSessions answer;
    for (auto& session : list_sessions(call.tx, *parts, call.person(), call.now)) {
      auto const current = session.id.view() == call.caller.session;
      answer.sessions.push_back({.id = session.id.str(),
                                 .current = current,
                                 .device = std::move(session.evidence.user_agent),
                                 .address = std::move(session.evidence.address),
                                 .begun_at = session.opened_at,
                                 .seen_at = current ? call.now : session.used_at});
    }
    return answer;
  });
  routes.add(current_route, [parts](http::Call& call, http::Nothing const&) {
    return end(call, *parts, store::SessionId::parse(call.caller.session), "sign_out");
  });
  routes.add(end_route, [parts](http::Call& call, http::Nothing const&) {
    return end(call, *parts, call.path_id<store::SessionId>("id"), "person");
  });
}

}  // namespace kelisim::identity
