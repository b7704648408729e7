#include "visitor.h"

#include <boost/json/serialize.hpp>

#include <atomic>

namespace kelisim::test {

Visitor::Visitor(std::uint16_t port, std::string language)
    : port_(port), client_(port), language_(std::move(language)) {}

void Visitor::meet(std::uint16_t port) {
  if (port != port_) client_ = HttpClient(port);
  port_ = port;
}

std::string Visitor::fresh_key() {
  static std::atomic<std::uint64_t> last = 0;
  return "key-" + std::to_string(++last);
}

Answer Visitor::get(std::string const& target) { return ask("GET", target, {}, {.key = ""}); }

Answer Visitor::post(std::string const& target, boost::json::value const& body) { return post(target, body, {}); }

Answer Visitor::post(std::string const& target, boost::json::value const& body, With const& with) {
  return ask("POST", target, body, with);
}

Answer Visitor::put(std::string const& target, boost::json::value const& body) {
  return ask("PUT", target, body, {});
}

Answer Visitor::put_bytes(std::string const& target, std::string bytes) {
  Request request{.method = "PUT", .target = target, .headers = {{"Accept-Language", language_}}};
  if (!token_.empty()) request.headers.emplace_back("Authorization", "Bearer " + token_);
  request.headers.emplace_back("Content-Type", "application/octet-stream");
  request.body = std::move(bytes);
  return client_.send(request);
}

Answer Visitor::del(std::string const& target) { return ask("DELETE", target, {}, {}); }

Answer Visitor::ask(std::string method, std::string const& target, boost::json::value const& body, With const& with) {
  Request request{.method = std::move(method), .target = target, .headers = {{"Accept-Language", language_}}};
  if (!token_.empty()) request.headers.emplace_back("Authorization", "Bearer " + token_);
  auto const key = with.key ? *with.key : fresh_key();
  if (!key.empty()) request.headers.emplace_back("Idempotency-Key", key);
  for (auto const& header : with.headers) request.headers.push_back(header);
  if (!body.is_null()) {
    request.headers.emplace_back("Content-Type", "application/json");
    request.body = boost::json::serialize(body);
  }
  return client_.send(request);
}

}  // namespace kelisim::test
