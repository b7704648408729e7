#pragma once

#include "platform/http/call.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kelisim::http {

/// One request as it came over the wire, framing taken off.
struct Request {
  std::string method = {};
  std::string target = {};
  Call::Fields headers = {};  ///< lower-case names, in the order they came
  std::string body = {};
  std::string peer = {};  ///< the other end's address, without its port
  bool keep_alive = true;

  [[nodiscard]] std::optional<std::string_view> header(std::string_view name) const;
  /// Whether the list header holds the token, letter case aside.
  [[nodiscard]] bool header_has(std::string_view name, std::string_view token) const;
  [[nodiscard]] bool wants_socket() const;
};

/// One answer before it is framed. `headers` stand beside those that every answer has.
struct Response {
  int status = 200;
  std::string content_type = {};
  std::string body = {};
  std::vector<std::pair<std::string, std::string>> headers = {};
  std::shared_ptr<std::string const> shared_body = {};  ///< instead of `body`: a file that lives longer
  bool without_body = false;                            ///< HEAD and 304: told but not sent
  bool close = false;                                   ///< the connection ends after it

  [[nodiscard]] std::string_view content() const noexcept { return shared_body ? *shared_body : body; }
};

/// Letter case aside, ASCII only.
[[nodiscard]] bool same_word(std::string_view a, std::string_view b);
/// Without spaces and tabs at both ends.
[[nodiscard]] std::string_view stripped(std::string_view text);
/// The value of one cookie in a Cookie header; nothing when it is absent or comes twice.
[[nodiscard]] std::optional<std::string_view> find_cookie(std::string_view header, std::string_view name);
/// The first of `ours` that Accept-Language likes best; the first of all when it likes none.
[[nodiscard]] std::string_view pick_language(std::string_view accept, std::vector<std::string> const& ours);

}  // namespace kelisim::http
