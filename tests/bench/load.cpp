#include "load.h"

#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdlib>
#include <fstream>
#include <stdexcept>

namespace kelisim::bench {
namespace {

using Clock = std::chrono::steady_clock;

double seconds_between(Clock::time_point from, Clock::time_point to) {
  return std::chrono::duration<double>(to - from).count();
}

/// One keep-alive connection with at most one request under way.
struct Line {
  int socket = -1;
  bool busy = false;
  Clock::time_point due;
  std::string in;
};

int connect_to(std::uint16_t port) {
  auto const made = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  int const on = 1;
  ::setsockopt(made, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  if (::connect(made, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0)
    throw std::runtime_error("nobody listens");
  return made;
}

/// The length of the whole answer that `in` begins with; 0 while it is not known.
std::size_t whole_length(std::string const& in) {
  auto const end = in.find("\r\n\r\n");
  if (end == std::string::npos) return 0;
  for (auto const* name : {"Content-Length: ", "content-length: "}) {
    auto const at = in.find(name);
    if (at != std::string::npos && at < end) return end + 4 + std::strtoul(in.c_str() + at + 16, nullptr, 10);
  }
  return end + 4;
}

class Run {
 public:
  explicit Run(Load const& load) : load_(load), epoll_(::epoll_create1(EPOLL_CLOEXEC)) {
    lines_.resize(static_cast<std::size_t>(load.connections));
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      lines_[i].socket = connect_to(load.port);
      epoll_event event{.events = EPOLLIN, .data = {.u64 = i}};
      ::epoll_ctl(epoll_, EPOLL_CTL_ADD, lines_[i].socket, &event);
    }
  }
  ~Run() {
    for (auto const& line : lines_) ::close(line.socket);
    ::close(epoll_);
  }

  Measured go() {
    began_ = Clock::now();
    while (wants_more() || busy_ > 0) {
      send_what_is_due();
      hear();
    }
    measured_.seconds = seconds_between(began_, last_);
    std::ranges::sort(measured_.latencies_ms);
    return std::move(measured_);
  }

 private:
  [[nodiscard]] bool wants_more() const {
    if (load_.requests > 0 && sent_ >= load_.requests) return false;
    return load_.seconds <= 0 || seconds_between(began_, Clock::now()) < load_.seconds;
  }
  [[nodiscard]] Clock::time_point due_of(std::int64_t number) const {
    if (load_.rate_per_second <= 0) return Clock::now();
    return began_ + std::chrono::duration_cast<Clock::duration>(
                        std::chrono::duration<double>(static_cast<double>(number) / load_.rate_per_second));
  }

  void send_what_is_due() {
    for (auto& line : lines_) {
      if (line.busy || !wants_more()) continue;
      auto const due = due_of(sent_);
      if (due > Clock::now()) return;
      auto const bytes = load_.request(sent_++);
      line.due = due;
      line.busy = true;
      ++busy_;
      if (::send(line.socket, bytes.data(), bytes.size(), MSG_NOSIGNAL) != static_cast<ssize_t>(bytes.size())) {
        throw std::runtime_error("a request could not be sent");
      }
    }
  }

  void hear() {
    std::array<epoll_event, 64> events{};
    auto const count =
        ::epoll_wait(epoll_, events.data(), static_cast<int>(events.size()), load_.rate_per_second > 0 ? 1 : 1000);
    for (int i = 0; i < count; ++i) read(lines_[events[static_cast<std::size_t>(i)].data.u64]);
  }

  void read(Line& line) {
    std::array<char, 65536> buffer{};
    auto const got = ::recv(line.socket, buffer.data(), buffer.size(), 0);
    if (got <= 0) throw std::runtime_error("the server closed a connection");
    line.in.append(buffer.data(), static_cast<std::size_t>(got));
    auto const length = whole_length(line.in);
    if (length == 0 || line.in.size() < length) return;
    last_ = Clock::now();
    ++measured_.answers;
    measured_.good += line.in.compare(9, 1, "2") == 0 ? 1 : 0;
    measured_.latencies_ms.push_back(1000 * seconds_between(line.due, last_));
    line.in.erase(0, length);
    line.busy = false;
    --busy_;
  }

  Load const& load_;
  int epoll_;
  std::vector<Line> lines_;
  std::int64_t sent_ = 0;
  int busy_ = 0;
  Clock::time_point began_;
  Clock::time_point last_;
  Measured measured_;
};

}  // namespace

double Measured::percentile_ms(double part) const {
  if (latencies_ms.empty()) return 0;
  auto const at = static_cast<std::size_t>(part * static_cast<double>(latencies_ms.size() - 1));
  return latencies_ms[at];
}

Measured run(Load const& load) { return Run(load).go(); }

std::int64_t resident_bytes() {
  std::ifstream file("/proc/self/statm");
  std::int64_t pages = 0;
  std::int64_t resident = 0;
  file >> pages >> resident;
  return resident * ::sysconf(_SC_PAGESIZE);
}

}  // namespace kelisim::bench
