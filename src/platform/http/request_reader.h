#pragma once

#include "http/chunked_body.h"
#include "http/request.h"
#include "platform/http/server.h"

#include <cstdint>
#include <memory>
#include <string_view>

namespace kelisim::http {

/// Takes HTTP/1.1 requests out of the bytes of one connection, one after another, within the limits. Strict where two
/// readers could differ (RFC 9112 §11.2): a bare CR or LF, a folded line, a doubled Host or Content-Length,
/// Content-Length with Transfer-Encoding, any coding but one `chunked`, trailers, and white space before a colon are
/// refused.
class RequestReader {
 public:
  explicit RequestReader(Limits const& limits);
  ~RequestReader();
  RequestReader(RequestReader const&) = delete;
  RequestReader& operator=(RequestReader const&) = delete;

  enum class State : std::uint8_t { empty, head, body, done, refused };

  /// Uses bytes from the front and says how many; the rest must be given again, with more behind it.
  [[nodiscard]] std::size_t feed(std::string_view bytes);
  [[nodiscard]] State state() const noexcept { return state_; }
  /// Once, when the body of a request with `Expect: 100-continue` is waited for.
  [[nodiscard]] bool take_expectation();
  /// When done: the request; the reader is empty again.
  [[nodiscard]] Request take();
  /// When refused: what to answer before closing.
  [[nodiscard]] Response refusal() const;

 private:
  struct Parser;
  std::size_t feed_head(std::string_view bytes);
  std::size_t feed_body(std::string_view bytes);
  void parse_head(std::string_view head);
  void begin_body();
  void frame_body(unsigned version);
  void refuse(int status, std::string_view code);

  Limits const& limits_;
  std::unique_ptr<Parser> parser_;
  Request request_;
  State state_ = State::empty;
  bool expects_ = false;
  std::size_t seen_head_bytes_ = 0;
  std::size_t left_ = 0;                    ///< of a body with a length
  std::optional<ChunkedBody> chunks_ = {};  ///< of one without
  int status_ = 0;
  std::string_view code_;
};

}  // namespace kelisim::http
