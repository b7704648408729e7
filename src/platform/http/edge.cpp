#include "http/edge.h"

#include "http/problem.h"
#include "kernel/ensure.h"
#include "kernel/fault.h"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <new>

namespace kelisim::http {
namespace {

constexpr std::size_t token_bytes_max = 256;

std::optional<std::string_view> bounded(std::optional<std::string_view> token) {
  return token && !token->empty() && token->size() <= token_bytes_max ? token : std::nullopt;
}

bool is_ours(std::string_view language, ServerOptions const& options) {
  return std::ranges::find(options.languages, language) != options.languages.end();
}

}  // namespace

std::optional<std::string_view> token_of(Request const& request, bool sandbox) {
  static constexpr std::string_view scheme = "Bearer ";
  if (sandbox) {
    auto const authorization = request.header("authorization");
    if (authorization && same_word(authorization->substr(0, scheme.size()), scheme)) {
      return bounded(authorization->substr(scheme.size()));
    }
  }
  auto const cookies = request.header("cookie");
  return cookies ? bounded(find_cookie(*cookies, session_cookie)) : std::nullopt;
}

std::string client_address(Request const& request, std::vector<std::string> const& trusted) {
  auto const is_trusted = [&](std::string_view address) {
    return std::ranges::find(trusted, address) != trusted.end();
  };
  if (!is_trusted(request.peer)) return request.peer;
  // Some proxies add to the line, some add a line of their own: the lines are one list, in their order.
  std::string forwarded;
  for (auto const& [name, value] : request.headers) {
    if (name == "x-forwarded-for") forwarded += (forwarded.empty() ? "" : ",") + value;
  }
  // Each proxy adds at the right end whom it saw; the first from the right that is no proxy of ours is the client.
  for (std::string_view list = forwarded; !list.empty();) {
    auto const comma = list.rfind(',');
    auto const one = stripped(comma == std::string_view::npos ? list : list.substr(comma + 1));
    if (!one.empty() && one.size() <= 64 && !is_trusted(one)) return std::string(one);
    list = comma == std::string_view::npos ? std::string_view() : list.substr(0, comma);
  }
  return request.peer;
}

Caller caller_of(Edge const& edge, db::Tx& tx, std::optional<std::string_view> token, Instant now) {
  if (!token || edge.authenticator == nullptr) return {};
  return edge.authenticator->identify(tx, *token, now).value_or(Caller{});
}

std::optional<Problem> not_admitted(Access level, Caller const& caller) {
  if (admits(level, caller.role)) return std::nullopt;
  if (caller.role == Role::visitor) return Problem{.status = 401, .code = "sign_in_required"};
  return Problem{.status = 403, .code = "not_allowed"};
}

void tell_observer(Edge const& edge, Request const& request, Call::Fields const& path,
                   AnsweredBy const& by) noexcept {
  auto* const observer = edge.options.observer;
  if (observer == nullptr) return;
  try {
    auto const address = client_address(request, edge.options.trusted_proxies);
    auto const open = admits(by.access, Role::visitor);
    auto const hidden = by.status == 403 || (by.status == 404 && !path.empty());
    observer->answered({.at = by.at,
                        .route = by.route,
                        .status = by.status,
                        .person = by.person,
                        .address = address,
                        .object = path.empty() ? std::string_view() : std::string_view(path.front().second),
                        .refused = by.person && !open && hidden});
  } catch (std::bad_alloc const&) {
    return;  // the answer is worth more than the line about it
  }
}

std::string language_of(Edge const& edge, Request const& request, Call::Fields const& query, Caller const& caller) {
  auto const asked = std::ranges::find(query, "lang", &Call::Fields::value_type::first);
  if (asked != query.end() && is_ours(asked->second, edge.options)) return asked->second;
  if (is_ours(caller.language, edge.options)) return caller.language;
  return std::string(pick_language(request.header("accept-language").value_or(""), edge.options.languages));
}

Response response_to_failure(std::exception_ptr failure, std::string_view route) {
  try {
    std::rethrow_exception(failure);
  } catch (db::Overloaded const&) {
    return to_response({.status = 503, .code = "overloaded", .retry_after_seconds = 1});
  } catch (Fault const& fault) {
    spdlog::error("fault in {}: {}", route, fault.what());
    if (fault.retryable()) return to_response({.status = 503, .code = "unavailable", .retry_after_seconds = 1});
    return refuse(500, "fault");
  } catch (Bug const& bug) {
    spdlog::critical("bug in {}: {}", route, bug.what());
  } catch (std::exception const& other) {
    // The text of a foreign exception may hold what somebody sent.
    spdlog::critical("bug in {}: an exception of type {}", route, typeid(other).name());
  } catch (...) {
    spdlog::critical("bug in {}: an exception of unknown type", route);
  }
  return refuse(500, "internal_error");
}

}  // namespace kelisim::http
