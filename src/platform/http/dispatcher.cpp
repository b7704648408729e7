#include "http/dispatcher.h"

#include "http/exchange.h"
#include "http/origin.h"
#include "http/problem.h"

namespace kelisim::http {
namespace {

constexpr int switching_protocols = 101;

bool is_read(Request const& request) { return request.method == "GET" || request.method == "HEAD"; }

Failure<Response> no(Response response) { return Failure<Response>(std::move(response)); }

// One admission of a WebSocket on its way through a transaction.
struct Admitting {
  Edge const& edge;
  InFlight::Guard in_flight;
  Request request;
  Target target;
  Router::Match match;
  Dispatcher::Admitted admitted;
  Instant received = edge.clock.now();
  std::optional<PersonId> person = std::nullopt;
  Result<Dispatcher::Admission, Response> result = no({});

  void work(db::Tx& tx) {
    auto const caller = caller_of(edge, tx, token_of(request, edge.options.sandbox), received);
    person = caller.person;
    if (auto const why = not_admitted(match.socket->access, caller)) {
      result = no(to_response(*why));
      return;
    }
    // Before the decision is committed, so that an end of the session that comes after it finds the socket.
    auto ticket = edge.sockets.take(caller.session);
    Call call(tx, received, caller);
    call.language = language_of(edge, request, target.query, caller);
    call.address = client_address(request, edge.options.trusted_proxies);
    call.user_agent = request.header("user-agent").value_or("");
    call.path_fields = match.fields;
    call.query_fields = target.query;
    call.header_fields = request.headers;
    if (edge.options.clause_wording) {
      call.clause_wording = [&](Clause const& clause) {
        return edge.options.clause_wording(tx, clause, call.language, received);
      };
    }
    auto const mark = tx.mark();
    auto reply = match.socket->admit(call);
    reply || reply.error().keep_effects ? tx.keep(mark) : tx.undo(mark);
    if (reply) {
      result = Dispatcher::Admission{std::move(*reply), std::move(ticket)};
    } else {
      result = no(to_response(reply.error(), call.clause_wording ? &call.clause_wording : nullptr));
    }
  }

  void finish(std::exception_ptr failure) {
    if (failure) result = no(response_to_failure(std::move(failure), match.socket->name));
    auto const running = std::move(in_flight);  // see Exchange::give
    auto const status = result ? switching_protocols : result.error().status;
    tell_observer(edge, request, match.fields, {match.socket->name, match.socket->access, status, person, received});
    auto answer = std::exchange(admitted, nullptr);
    answer(std::move(result), std::move(request));
  }
};

}  // namespace

Dispatcher::Dispatcher(ServerOptions const& options, Routes const& routes, db::Database& database, Clock const& clock,
                       Authenticator* authenticator)
    : own_sealer_(options.sealer == nullptr ? KeyedSealer::with_passing_key() : nullptr),
      router_(routes, options.sandbox),
      web_(options.web, options.shows_screens),
      idempotency_(options.sealer == nullptr ? *own_sealer_ : *options.sealer),
      edge_{options, database, clock, authenticator, idempotency_, sockets_, kept_, std::make_shared<InFlight>()} {}

Response Dispatcher::not_routed(Request const& request, Target const& target, Router::Match const& match) const {
  if (!match.allow.empty()) {
    auto response = refuse(405, "method_not_allowed");
    response.headers.emplace_back("Allow", match.allow);
    return response;
  }
  if (match.socket != nullptr) {
    auto response = refuse(426, "upgrade_required");
    response.headers.emplace_back("Upgrade", "websocket");
    return response;
  }
  if (is_read(request)) {
    if (auto file = web_.find(request, target)) {
      file->without_body = file->without_body || request.method == "HEAD";
      return std::move(*file);
    }
  }
  return refuse(404, "not_found");
}

void Dispatcher::dispatch(Request request, Answer answer) {
  auto target = parse_target(request.target);
  if (!target) return answer(refuse(400, "bad_target"));
  auto match = router_.find(request.method, target->segments);
  if (match.route == nullptr) {
    auto response = not_routed(request, *target, match);
    response.without_body = response.without_body || request.method == "HEAD";
    return answer(std::move(response));
  }
  std::make_shared<Exchange>(edge_, std::move(request), std::move(*target), std::move(match), std::move(answer))
      ->start();
}

void Dispatcher::admit(Request request, Admitted admitted) {
  auto target = parse_target(request.target);
  if (!target) return admitted(no(refuse(400, "bad_target")), std::move(request));
  auto match = router_.find(request.method, target->segments);
  if (match.socket == nullptr) return admitted(no(refuse(404, "not_found")), std::move(request));
  if (comes_from_elsewhere(request, edge_.options.origins)) {
    return admitted(no(refuse(403, "foreign_origin")), std::move(request));
  }
  if (!admits(match.socket->access, Role::visitor) && !token_of(request, edge_.options.sandbox)) {
    return admitted(no(refuse(401, "sign_in_required")), std::move(request));
  }
  auto const admitting =
      std::make_shared<Admitting>(Admitting{edge_, InFlight::Guard(edge_.in_flight), std::move(request),
                                            std::move(*target), std::move(match), std::move(admitted)});
  try {
    edge_.database.write(
        db::Lane::reserved, [admitting](db::Tx& tx) { admitting->work(tx); },
        [admitting](std::exception_ptr failure) { admitting->finish(std::move(failure)); });
  } catch (Fault const&) {  // nothing was queued
    admitting->finish(std::current_exception());
  }
}

}  // namespace kelisim::http
