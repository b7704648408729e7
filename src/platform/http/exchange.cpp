#include "http/exchange.h"

#include "files/etag.h"
#include "http/problem.h"
#include "http/response_head.h"
#include "http/screening.h"
#include "kernel/ensure.h"
#include "platform/http/acting.h"

#include <spdlog/spdlog.h>

#include <algorithm>

namespace kelisim::http {
namespace {

// Half a year: the longest that any session may last. How long this one lasts is decided by the server.
constexpr std::string_view cookie_attributes = "; Path=/; Max-Age=15552000; Secure; HttpOnly; SameSite=Lax";
constexpr std::string_view cookie_gone = "=; Path=/; Max-Age=0; Secure; HttpOnly; SameSite=Lax";

// What asks the client to change its request or to come again is not the answer to its key.
bool is_storable(Problem const& problem) {
  return problem.status < 500 && problem.status != 401 && problem.status != 403 && problem.status != 429 &&
         problem.errors.empty();
}

}  // namespace

Exchange::Exchange(Edge const& edge, Request request, Target target, Router::Match match, Answer answer)
    : edge_(edge),
      in_flight_(edge.in_flight),
      request_(std::move(request)),
      query_(std::move(target.query)),
      path_(std::move(match.fields)),
      route_(*match.route),
      answer_(std::move(answer)),
      received_(edge.clock.now()) {}

void Exchange::start() {
  try {
    prepare();
  } catch (...) {
    if (!answer_) throw;  // it was the answering that failed
    response_ = response_to_failure(std::current_exception(), route_.name);
    give();
  }
}

void Exchange::prepare() {
  if (auto const token = token_of(request_, edge_.options.sandbox)) token_ = *token;
  early_ = screen(request_, route_, query_, edge_.options);
  bool const visitors_pass = admits(route_.access, Role::visitor);
  if (early_ && early_->status == 403) {
    refuse(*early_, {});
    return give();
  }
  if (!token_ && !visitors_pass) {
    refuse({.status = 401, .code = "sign_in_required"}, {});
    return give();
  }
  if (!early_) read_body();
  if (early_ && visitors_pass) {
    refuse(*early_, {});
    return give();
  }
  // A gateway's callback may come twice by its nature: a key that anybody could send with it would only fill the
  // table.
  keyed_ = !early_ && route_.writes() && route_.access != Access::gateway &&
           request_.header("idempotency-key").has_value();
  find_kept() ? give() : submit();
}

bool Exchange::find_kept() {
  if (!route_.options.cacheable || early_ || token_) return false;
  question_ = language_of(edge_, request_, query_, {}) + ' ' + request_.target;
  seen_ = {.commits = edge_.database.counters().commits, .at = received_};
  auto kept = edge_.kept.find(question_, seen_);
  if (!kept) return false;
  response_ = std::move(*kept);
  spare_what_is_known();
  return true;
}

void Exchange::read_body() {
  RawBody raw{std::string(request_.header("content-type").value_or("")), request_.body};
  auto body = route_.read(raw, {.depth = edge_.options.limits.json_depth});
  if (body) {
    body_ = std::move(*body);
  } else {
    early_ = std::move(body.error());
  }
}

void Exchange::submit() {
  auto const self = shared_from_this();
  auto work = [self](db::Tx& tx) { self->work(tx); };
  auto done = [self](std::exception_ptr failure) { self->finish(std::move(failure)); };
  try {
    if (early_ || !route_.writes()) {
      edge_.database.read(std::move(work), std::move(done));
    } else {
      auto const lane = route_.options.reserved_lane ? db::Lane::reserved : db::Lane::ordinary;
      edge_.database.write(lane, std::move(work), std::move(done));
    }
  } catch (Fault const&) {  // nothing was queued
    response_ = response_to_failure(std::current_exception(), route_.name);
    give();
  }
}

void Exchange::work(db::Tx& tx) {
  response_ = {};
  effects_.clear();
  storable_ = false;
  auto const caller = caller_of(edge_, tx, token_, received_);
  person_ = caller.person;
  if (auto const no = not_admitted(route_.access, caller)) return refuse(*no, {}, &tx);
  if (early_) return refuse(*early_, caller, &tx);
  keyed_ ? work_once(tx, caller) : handle(tx, caller);
}

void Exchange::work_once(db::Tx& tx, Caller const& caller) {
  auto const person = caller.person ? std::optional(caller.person->view()) : std::nullopt;
  auto const address = client_address(request_, edge_.options.trusted_proxies);
  auto const asked = edge_.idempotency.ask(person, address, *request_.header("idempotency-key"), route_.name,
                                           request_.target, request_.body);
  auto claim = edge_.idempotency.claim(tx, asked, received_);
  switch (claim.verdict) {
    case Idempotency::Verdict::other_request:
      return refuse({.status = 409, .code = "key_reused"}, caller);
    case Idempotency::Verdict::repeat:
      response_ = std::move(claim.stored);
      response_.headers.emplace_back("Idempotency-Replayed", "true");
      return;
    case Idempotency::Verdict::first:
      handle(tx, caller);
      if (!storable_) return edge_.idempotency.forget(tx, asked);
      edge_.idempotency.keep(tx, asked, response_, life_of_answer());
  }
}

/// A refusal changed nothing, and may be decided anew one day; money and bookings are not moved twice.
Idempotency::Life Exchange::life_of_answer() const {
  auto const made = response_.status < 300 && route_.options.key_required;
  return made ? Idempotency::Life::as_its_object : Idempotency::Life::passing;
}

void Exchange::handle(db::Tx& tx, Caller const& caller) {
  Call call(tx, received_, caller);
  call.language = language_of(edge_, request_, query_, caller);
  call.address = client_address(request_, edge_.options.trusted_proxies);
  call.user_agent = request_.header("user-agent").value_or("");
  call.path_fields = path_;
  call.query_fields = query_;
  call.header_fields = request_.headers;
  if (edge_.options.clause_wording) {
    call.clause_wording = [&](Clause const& clause) {
      return edge_.options.clause_wording(tx, clause, call.language, received_);
    };
  }
  std::optional<db::Tx::Mark> mark;
  if (route_.writes()) mark = tx.mark();
  Acting const acting(caller.person);
  auto outcome = route_.handle(call, body_.get());
  bool const undone = outcome.problem && !outcome.problem->keep_effects;
  if (mark) undone ? tx.undo(*mark) : tx.keep(*mark);
  if (outcome.problem) {
    response_ = to_response(*outcome.problem, call.clause_wording ? &call.clause_wording : nullptr);
    // A visitor's refusal that changed nothing is not kept either: whoever is nobody could fill the table with them.
    storable_ = is_storable(*outcome.problem) && (caller.person || !undone);
  } else {
    auto& document = outcome.document;
    response_ = {.status = document.status,
                 .content_type = std::move(document.content_type),
                 .body = std::move(document.body),
                 .headers = std::move(document.headers)};
    storable_ = document.status < 500;
  }
  if (!undone) {
    add_session(call.outgoing());
    effects_ = std::move(call.outgoing().after_commit);
  }
  check_headers();
}

// Here, where a bug still undoes everything.
void Exchange::check_headers() const {
  ENSURE(is_header("Content-Type", response_.content_type));
  for (auto const& [name, value] : response_.headers) ENSURE(is_header(name, value));
}

void Exchange::add_session(Call::Outgoing const& outgoing) {
  auto const name = std::string(session_cookie);
  if (outgoing.session_token) {
    response_.headers.emplace_back("Set-Cookie",
                                   name + "=" + *outgoing.session_token + std::string(cookie_attributes));
  } else if (outgoing.session_cleared) {
    response_.headers.emplace_back("Set-Cookie", name + std::string(cookie_gone));
    response_.headers.emplace_back("Clear-Site-Data", "\"cache\", \"storage\"");
  } else {
    return;
  }
  storable_ = false;
}

void Exchange::refuse(Problem const& problem, Caller const& caller, db::Tx* tx) {
  json::ClauseWording wording;
  auto const language = language_of(edge_, request_, query_, caller);
  if (problem.clause && tx != nullptr && edge_.options.clause_wording) {
    wording = [this, tx, &language](Clause const& clause) {
      return edge_.options.clause_wording(*tx, clause, language, received_);
    };
  }
  response_ = to_response(problem, wording ? &wording : nullptr);
}

void Exchange::tag() {
  if (!route_.options.cacheable || response_.status != 200) return;
  response_.headers.emplace_back("ETag", files::etag_of(response_.body));
  response_.headers.emplace_back("Cache-Control", "private, no-cache");
  response_.headers.emplace_back("Vary", "Accept-Language, Cookie");
  if (!question_.empty()) edge_.kept.keep(std::move(question_), seen_, response_);
  spare_what_is_known();
}

void Exchange::spare_what_is_known() {
  auto const& headers = response_.headers;
  auto const etag = std::ranges::find(headers, "ETag", [](auto const& header) { return header.first; });
  if (etag == headers.end() || !request_.header_has("if-none-match", etag->second)) return;
  response_.status = 304;
  response_.without_body = true;
}

void Exchange::finish(std::exception_ptr failure) {
  if (failure) {
    response_ = response_to_failure(std::move(failure), route_.name);
    return give();
  }
  for (auto const& effect : effects_) {
    try {
      effect();
    } catch (std::exception const& thrown) {
      spdlog::critical("bug in {}: an effect after the commit threw {}", route_.name, typeid(thrown).name());
    }
  }
  tag();
  give();
}

void Exchange::give() {
  // The database's thread may keep us until its next work comes: the server does not wait for that.
  auto const running = std::move(in_flight_);
  auto answer = std::move(answer_);
  auto const request = std::move(request_);
  if (request.method == "HEAD") response_.without_body = true;
  tell_observer(edge_, request, path_, {route_.name, route_.access, response_.status, person_, received_});
  answer(std::move(response_));
}

}  // namespace kelisim::http
