// The protocol of clamd's INSTREAM, against a stand-in that reads what it is sent and says what it is told to.
#include "gateways/clamd.h"

#include "kernel/fault.h"

#include <gtest/gtest.h>

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <thread>

namespace kelisim::gateways {
namespace {

/// Hears one connection to its end-of-stream, then answers.
class StandIn {
 public:
  StandIn(std::filesystem::path const& path, std::string answer)
      : listener_(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    path.string().copy(address.sun_path, sizeof address.sun_path - 1);
    EXPECT_EQ(::bind(listener_, reinterpret_cast<sockaddr*>(&address), sizeof address), 0);
    EXPECT_EQ(::listen(listener_, 1), 0);
    thread_ = std::thread([this, answer = std::move(answer)] { hear(answer); });
  }
  /// What it heard, without the frames. Waits until it has answered.
  std::string heard() {
    thread_.join();
    return heard_;
  }
  ~StandIn() {
    if (thread_.joinable()) thread_.join();
    ::close(listener_);
  }
  StandIn(StandIn const&) = delete;
  StandIn& operator=(StandIn const&) = delete;

 private:
  static std::string take(int connection, std::size_t size) {
    std::string bytes(size, '\0');
    std::size_t got = 0;
    while (got < size) {
      auto const now = ::recv(connection, bytes.data() + got, size - got, 0);
      if (now <= 0) break;
      got += static_cast<std::size_t>(now);
    }
    bytes.resize(got);
    return bytes;
  }
  static std::size_t length(std::string const& bytes) {
    std::size_t value = 0;
    for (char const byte : bytes) value = value << 8 | static_cast<unsigned char>(byte);
    return value;
  }
  void hear(std::string const& answer) {
    int const connection = ::accept(listener_, nullptr, nullptr);
    command_ = take(connection, 10);
    for (auto size = length(take(connection, 4)); size > 0; size = length(take(connection, 4)))
      heard_ += take(connection, size);
    EXPECT_EQ(command_, std::string("zINSTREAM\0", 10));
    ::send(connection, answer.data(), answer.size(), MSG_NOSIGNAL);
    ::close(connection);
  }

  int listener_;
  std::string command_;
  std::string heard_;
  std::thread thread_;
};

class ClamdScans : public ::testing::Test {
 protected:
  ClamdScans() {
    std::string name = (std::filesystem::temp_directory_path() / "clamd.XXXXXX").string();
    EXPECT_NE(::mkdtemp(name.data()), nullptr);
    folder = name;
    socket = folder / "clamd.sock";
  }
  ~ClamdScans() override { std::filesystem::remove_all(folder); }

  std::filesystem::path folder;
  std::filesystem::path socket;
  std::string const file = std::string(200'000, 'x') + "the end";
};

TEST_F(ClamdScans, a_file_it_knows_nothing_against_is_clean) {
  StandIn clamd(socket, std::string("stream: OK\0", 11));
  EXPECT_TRUE(Clamd(socket).is_clean(file));
  EXPECT_EQ(clamd.heard(), file) << "every byte was sent, in frames";
}

TEST_F(ClamdScans, what_it_finds_is_not) {
  StandIn clamd(socket, std::string("stream: Eicar-Test-Signature FOUND\0", 35));
  EXPECT_FALSE(Clamd(socket).is_clean(file));
}

TEST_F(ClamdScans, any_other_answer_lets_nothing_through) {
  for (std::string const answer : {"", "INSTREAM size limit exceeded. ERROR", "stream: OK, or so", "OK"}) {
    std::filesystem::remove(socket);
    StandIn clamd(socket, answer);
    try {
      (void)Clamd(socket).is_clean(file);
      ADD_FAILURE() << "kept: " << answer;
    } catch (Fault const& fault) {
      EXPECT_TRUE(fault.retryable()) << answer;
    }
  }
}

TEST_F(ClamdScans, a_scanner_that_is_not_there_lets_nothing_through) {
  EXPECT_THROW((void)Clamd(socket).is_clean(file), Fault);
}

}  // namespace
}  // namespace kelisim::gateways
