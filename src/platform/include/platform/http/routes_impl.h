#pragma once

// The templates behind Routes::add; what does not depend on a route's types is in http/routes.cpp.

#include "platform/json/described.h"

#include <concepts>
#include <type_traits>

namespace kelisim::http {
namespace detail {

/// The body's JSON, or invalid_body (400) with every place that is wrong.
[[nodiscard]] Result<boost::json::value, Problem> parse_body(RawBody const& raw, json::ParseLimits const& limits);
/// No body and `{}` are the same nothing; anything else is unexpected_body.
[[nodiscard]] std::optional<Problem> refuse_body(RawBody const& raw);
[[nodiscard]] Problem invalid_body(std::vector<FieldError> errors);
[[nodiscard]] Document json_document(std::string text, int status);
/// Checks the table's own rules (path, name, options); a broken one is a bug at start-up.
void check_route(RouteEntry const& entry, std::vector<RouteEntry> const& others);

template <class Body>
Result<std::shared_ptr<void const>, Problem> read_body(RawBody const& raw,
                                                       [[maybe_unused]] json::ParseLimits const& limits) {
  using Refusal = Failure<Problem>;
  if constexpr (std::same_as<Body, Nothing>) {
    if (auto problem = refuse_body(raw)) return Refusal(std::move(*problem));
    return std::shared_ptr<void const>();
  } else if constexpr (std::same_as<Body, RawBody>) {
    return std::make_shared<RawBody const>(raw);
  } else {
    auto parsed = parse_body(raw, limits);
    if (!parsed) return Refusal(std::move(parsed.error()));
    auto body = json::read<Body>(*parsed);
    if (!body) return Refusal(invalid_body(std::move(body.error())));
    return std::make_shared<Body const>(std::move(*body));
  }
}

template <class Body, class Handler>
auto invoke(Handler& handler, Call& call, void const* body) {
  if constexpr (!std::same_as<Body, Nothing>) {
    return handler(call, *static_cast<Body const*>(body));
  } else if constexpr (std::invocable<Handler&, Call&>) {
    return handler(call);
  } else {
    return handler(call, Nothing{});
  }
}

template <class Answer>
Document document(Answer&& answer, [[maybe_unused]] Call const& call, [[maybe_unused]] int status) {
  using Plain = std::remove_cvref_t<Answer>;
  if constexpr (std::same_as<Plain, Nothing>) {
    return {.content_type = {}, .body = {}, .status = 204};
  } else if constexpr (std::same_as<Plain, Document>) {
    return std::forward<Answer>(answer);
  } else {
    return json_document(json::to_text(answer, call.clause_wording), status);
  }
}

}  // namespace detail

template <Access level, class Body, class Answer, class Handler>
void Routes::add(Route<level, Body, Answer> const& route, Handler handler) {
  RouteEntry entry{.method = route.method,
                   .path = std::string(route.path),
                   .name = std::string(route.name),
                   .access = level,
                   .options = route.options};
  entry.body_is_raw = std::same_as<Body, RawBody>;
  entry.body_is_nothing = std::same_as<Body, Nothing>;
  entry.answer_is_document = std::same_as<Answer, Document>;
  if constexpr (!std::same_as<Body, Nothing> && !std::same_as<Body, RawBody>)
    entry.body_schema = json::schema<Body>();
  if constexpr (!std::same_as<Answer, Nothing> && !std::same_as<Answer, Document>) {
    entry.answer_schema = json::schema<Answer>();
  }
  entry.read = &detail::read_body<Body>;
  entry.handle = [handler = std::move(handler), status = route.options.success](Call& call,
                                                                                void const* body) mutable {
    RouteEntry::Outcome outcome;
    Reply<Answer> reply = detail::invoke<Body>(handler, call, body);
    if (reply) {
      outcome.document = detail::document(std::move(*reply), call, status);
    } else {
      outcome.problem = std::move(reply.error());
    }
    return outcome;
  };
  detail::check_route(entry, entries_);
  entries_.push_back(std::move(entry));
}

}  // namespace kelisim::http
