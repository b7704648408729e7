#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace kelisim::test {

/// Names a group event, where a booking's room is not meant.
struct GroupId {
  std::string id;
};

/// One stay in a video room over its WebSocket, without a browser. Says nothing by itself: a server that listens for
/// beats takes it for lost after some seconds of real time.
class RoomVisit {
 public:
  /// Asks to come in. `refused()` holds the HTTP status of a "no".
  RoomVisit(std::uint16_t port, std::string const& token, std::string const& booking, std::string const& origin = {});
  RoomVisit(std::uint16_t port, std::string const& token, GroupId const& event, std::string const& origin = {});
  ~RoomVisit();
  RoomVisit(RoomVisit const&) = delete;
  RoomVisit& operator=(RoomVisit const&) = delete;

  [[nodiscard]] int status() const noexcept { return status_; }
  /// The next text; nothing when the server closed the socket (`close_code()`).
  [[nodiscard]] std::optional<std::string> hear();
  /// Texts until one holds `word`; throws when the server closes before.
  std::string hear_until(std::string_view word);
  void say(std::string_view text);
  /// Says good-bye and waits until the server has closed.
  void leave();
  [[nodiscard]] int close_code() const noexcept { return close_code_; }

 private:
  void knock(std::uint16_t port, std::string const& token, std::string const& target, std::string const& origin);
  [[nodiscard]] std::string read(std::size_t count);

  int socket_ = -1;
  int status_ = 0;
  int close_code_ = 0;
  std::string waiting_;
};

}  // namespace kelisim::test
