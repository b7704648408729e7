#include "gateways/clamd.h"

#include "kernel/fault.h"

#include <sys/socket.h>
#include <sys/time.h>
#include <sys/un.h>
#include <unistd.h>

#include <array>
#include <cerrno>

namespace kelisim::gateways {
namespace {

constexpr std::size_t chunk_bytes = 64 * 1024;
constexpr std::size_t answer_bytes_max = 1024;
constexpr timeval patience{.tv_sec = 20, .tv_usec = 0};  // of one send or receive; a job's lease is a minute

[[noreturn]] void give_up(std::string const& what) { throw Fault(Fault::Retry::yes, "clamd: " + what); }

class Line {
 public:
  explicit Line(std::string const& path) : socket_(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    if (socket_ < 0 || path.size() >= sizeof address.sun_path) give_up("no socket");
    path.copy(address.sun_path, path.size());
    ::setsockopt(socket_, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
    ::setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    if (::connect(socket_, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0) {
      ::close(socket_);
      give_up("does not answer");
    }
  }
  ~Line() { ::close(socket_); }
  Line(Line const&) = delete;
  Line& operator=(Line const&) = delete;

  /// False when the other side hung up: clamd does so after it has said why.
  [[nodiscard]] bool send(std::string_view bytes) const {
    while (!bytes.empty()) {
      auto const sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
      if (sent < 0 && errno == EINTR) continue;
      if (sent < 0) return false;
      bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
  }

  /// Up to the NUL that ends an answer, or the end of the connection.
  [[nodiscard]] std::string receive() const {
    std::string answer;
    std::array<char, 256> buffer{};
    while (answer.size() < answer_bytes_max && answer.find('\0') == std::string::npos) {
      auto const got = ::recv(socket_, buffer.data(), buffer.size(), 0);
      if (got < 0 && errno == EINTR) continue;
      if (got <= 0) break;
      answer.append(buffer.data(), static_cast<std::size_t>(got));
    }
    return answer.substr(0, answer.find('\0'));
  }

 private:
  int socket_;
};

std::string length_of(std::size_t size) {
  auto const value = static_cast<std::uint32_t>(size);
  std::string bytes;
  for (int shift = 24; shift >= 0; shift -= 8) bytes += static_cast<char>((value >> shift) & 0xffU);
  return bytes;
}

bool stream(Line const& line, std::string_view bytes) {
  if (!line.send(std::string_view("zINSTREAM\0", 10))) return false;
  while (!bytes.empty()) {
    auto const chunk = bytes.substr(0, chunk_bytes);
    if (!line.send(length_of(chunk.size())) || !line.send(chunk)) return false;
    bytes.remove_prefix(chunk.size());
  }
  return line.send(length_of(0));
}

}  // namespace

bool Clamd::is_clean(std::string_view bytes) {
  Line const line(socket_.string());
  auto const sent = stream(line, bytes);
  auto const answer = line.receive();
  if (sent && answer == "stream: OK") return true;
  if (answer.starts_with("stream: ") && answer.ends_with(" FOUND")) return false;
  give_up("an answer that is neither OK nor FOUND");
}

}  // namespace kelisim::gateways
