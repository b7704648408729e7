#pragma once

#include "eventually.h"
#include "kernel/ensure.h"
#include "kernel/fault.h"

#include <arpa/inet.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <string>

namespace kelisim::test {

/// A real Janus as bin/group-engine starts it, on a free port, over a folder of its own.
class GroupEngine {
 public:
  using Prepare = std::function<void(std::filesystem::path const&)>;

  /// `prepare` may change the composed folder before Janus reads it: what a test wants to be different.
  explicit GroupEngine(std::filesystem::path folder, Prepare prepare = {})
      : folder_(std::move(folder)), prepare_(std::move(prepare)) {
    constexpr int ports_max = 5;  // a free port may be taken before Janus comes to it
    for (int tried = 0; tried < ports_max && child_ == 0; ++tried) {
      port_ = free_port();
      start();
    }
    if (child_ == 0) throw Fault(Fault::Retry::no, "Janus did not start");
    std::ifstream input(folder_ / "secret");
    std::getline(input, secret_);
  }
  ~GroupEngine() { kill(); }
  GroupEngine(GroupEngine const&) = delete;
  GroupEngine& operator=(GroupEngine const&) = delete;

  [[nodiscard]] std::uint16_t port() const noexcept { return port_; }
  [[nodiscard]] std::string url() const { return "ws://127.0.0.1:" + std::to_string(port_); }
  [[nodiscard]] std::string const& secret() const noexcept { return secret_; }

  /// Ends it at once, as a crash would.
  void kill() {
    if (child_ == 0) return;
    ::kill(child_, SIGKILL);
    waitpid(child_, nullptr, 0);
    child_ = 0;
  }

  /// Starts it again on the same port.
  void start() {
    auto const script = std::string(KELISIM_SOURCE_DIR "/bin/group-engine ");
    auto const compose = script + folder_.string() + " " + std::to_string(port_) + " --compose-only";
    ENSURE(std::system(compose.c_str()) == 0);
    if (prepare_) prepare_(folder_);
    auto const log = (folder_ / "log").string();
    child_ = fork();
    if (child_ == 0) {
      prctl(PR_SET_PDEATHSIG, SIGKILL);  // it ends with the test, however that ends
      if (std::freopen(log.c_str(), "w", stdout) == nullptr) _exit(127);
      dup2(1, 2);
      execlp("janus", "janus", "-F", folder_.c_str(), "--log-stdout", nullptr);
      _exit(127);
    }
    auto const decided = eventually([&] {
      if (waitpid(child_, nullptr, WNOHANG) == child_) child_ = 0;
      return child_ == 0 || accepts();
    });
    if (!decided) kill();
  }

 private:
  static sockaddr_in loopback(std::uint16_t port) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(port);
    return address;
  }
  static std::uint16_t free_port() {
    int const probe = socket(AF_INET, SOCK_STREAM, 0);
    auto address = loopback(0);
    socklen_t size = sizeof address;
    ENSURE(bind(probe, reinterpret_cast<sockaddr*>(&address), size) == 0);
    ENSURE(getsockname(probe, reinterpret_cast<sockaddr*>(&address), &size) == 0);
    ::close(probe);
    return ntohs(address.sin_port);
  }
  [[nodiscard]] bool accepts() const {
    int const probe = socket(AF_INET, SOCK_STREAM, 0);
    auto const address = loopback(port_);
    auto const connected = connect(probe, reinterpret_cast<sockaddr const*>(&address), sizeof address) == 0;
    ::close(probe);
    return connected;
  }

  std::filesystem::path folder_;
  Prepare prepare_;
  std::uint16_t port_ = 0;
  std::string secret_;
  pid_t child_ = 0;
};

}  // namespace kelisim::test
