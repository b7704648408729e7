#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace kelisim::http {

/// Takes a body out of its chunks (RFC 9112 §7.1), strictly: CRLF only, sizes of one to eight hexadecimal digits,
/// extensions passed over, no trailers. Bytes come in any pieces.
class ChunkedBody {
 public:
  enum class State : std::uint8_t { more, done, malformed, too_long };

  /// `body_max` counts what is kept; a line of a size with its extensions has at most `line_max` bytes, and all such
  /// lines together at most six times `body_max` and a line.
  ChunkedBody(std::size_t body_max, std::size_t line_max) : body_max_(body_max), line_max_(line_max) {}

  /// Appends to `body` and says how many bytes were used: all of them unless it is done or refused.
  [[nodiscard]] std::size_t feed(std::string_view bytes, std::string& body);
  [[nodiscard]] State state() const noexcept { return state_; }

 private:
  enum class Step : std::uint8_t { size, extension, size_end, data, data_cr, data_lf, last_cr, last_lf };

  void take(char c);
  void end_of_size();

  std::size_t body_max_;
  std::size_t line_max_;
  Step step_ = Step::size;
  State state_ = State::more;
  std::size_t left_ = 0;         ///< of this chunk; while its size is read, what it is so far
  std::size_t line_bytes_ = 0;   ///< of this size line
  std::size_t frame_bytes_ = 0;  ///< of all lines
  std::size_t digits_ = 0;
};

}  // namespace kelisim::http
