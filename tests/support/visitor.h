#pragma once

#include "http_client.h"
#include "json_path.h"

#include <boost/json/value.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace kelisim::test {

/// Somebody at the other end of the API: asks in JSON, bears a session's token, speaks a language. Every write
/// carries an Idempotency-Key: a new one, unless the caller repeats one.
class Visitor {
 public:
  explicit Visitor(std::uint16_t port, std::string language = "ru");

  struct With {
    std::optional<std::string> key = std::nullopt;  ///< empty text: no key at all
    Headers headers = {};
  };
  [[nodiscard]] Answer get(std::string const& target);
  [[nodiscard]] Answer post(std::string const& target, boost::json::value const& body = {});
  [[nodiscard]] Answer post(std::string const& target, boost::json::value const& body, With const& with);
  [[nodiscard]] Answer put(std::string const& target, boost::json::value const& body);
  /// A body that is no JSON, without a key.
  [[nodiscard]] Answer put_bytes(std::string const& target, std::string bytes);
  [[nodiscard]] Answer del(std::string const& target);
  [[nodiscard]] Answer ask(std::string method, std::string const& target, boost::json::value const& body,
                           With const& with);

  void bear(std::string token) { token_ = std::move(token); }
  [[nodiscard]] std::string const& token() const noexcept { return token_; }
  /// The server may have been started anew on another port.
  void meet(std::uint16_t port);
  [[nodiscard]] std::string fresh_key();

 private:
  std::uint16_t port_;
  HttpClient client_;
  std::string language_;
  std::string token_;
};

}  // namespace kelisim::test
