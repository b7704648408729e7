// How coturn tells what passes through it: its own words as it says them to a Redis server, and everything else.
#include "gateways/relay_reports.h"

#include "kernel/fault.h"
#include "redis_words.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/read.hpp>
#include <boost/asio/write.hpp>

#include <mutex>

namespace kelisim::gateways {
namespace {

namespace asio = boost::asio;

constexpr std::string_view place = "turn/realm/test.invalid/user/1795294219:opaqueid/allocation/001000000000000002/";

std::optional<sessions::RelayReport> told(std::string_view what, std::string_view value) {
  return read_relay_report(std::string(place) + std::string(what), value);
}

TEST(RelayReport, CountsWhatPassedBetweenThePlaceAndItsPeers) {
  auto const report = told("traffic/peer", "rcvp=1020, rcvb=102000, sentp=1021, sentb=102100");
  ASSERT_TRUE(report.has_value());
  EXPECT_EQ(report->name, "opaqueid");
  EXPECT_EQ(report->place, "001000000000000002");
  EXPECT_EQ(report->packets_given, 1020);
  EXPECT_EQ(report->packets_taken, 1021);
  EXPECT_FALSE(report->begins);
}

TEST(RelayReport, KnowsANewPlaceAndNothingOfItsAddress) {
  auto const report = told("status", "new lifetime=777, type=UDP, local=127.0.0.1:1, remote=127.0.0.1:2, ssl=NONE");
  ASSERT_TRUE(report.has_value());
  EXPECT_TRUE(report->begins);
  EXPECT_FALSE(told("status", "refreshed lifetime=600").has_value());
  EXPECT_FALSE(told("status", "deleted").has_value());
}

TEST(RelayReport, IsNoOtherWord) {
  EXPECT_FALSE(told("traffic", "rcvp=1, rcvb=1, sentp=1, sentb=1").has_value());
  EXPECT_FALSE(told("total_traffic/peer", "rcvp=1, rcvb=1, sentp=1, sentb=1").has_value());
  EXPECT_FALSE(told("traffic/peer", "rcvp=-1, rcvb=1, sentp=1, sentb=1").has_value());
  EXPECT_FALSE(told("traffic/peer", "sentp=1").has_value());
  EXPECT_FALSE(read_relay_report("__XXX__", "__YYY__").has_value());
  EXPECT_FALSE(read_relay_report("turn/realm/a/user/noend/allocation/1/traffic/peer", "rcvp=1, sentp=1").has_value());
  EXPECT_FALSE(read_relay_report("turn/realm/a/user/1:/allocation/1/traffic/peer", "rcvp=1, sentp=1").has_value());
}

std::string command(std::vector<std::string> const& words) {
  auto text = "*" + std::to_string(words.size()) + "\r\n";
  for (auto const& word : words) text += "$" + std::to_string(word.size()) + "\r\n" + word + "\r\n";
  return text;
}

RC_GTEST_PROP(RedisWords, AreTheSameHoweverTheBytesCome, ()) {
  auto const commands = *rc::gen::resize(
      20, rc::gen::container<std::vector<std::vector<std::string>>>(
              rc::gen::mapcat(rc::gen::inRange<std::size_t>(1, RedisWords::words_max), [](std::size_t count) {
                return rc::gen::container<std::vector<std::string>>(count, rc::gen::arbitrary<std::string>());
              })));
  std::string bytes;
  for (auto const& words : commands) bytes += command(words);
  RedisWords reader;
  std::vector<std::vector<std::string>> read;
  while (!bytes.empty()) {
    auto const size = *rc::gen::inRange<std::size_t>(1, bytes.size() + 1);
    reader.feed(bytes.substr(0, size));
    bytes.erase(0, size);
    while (auto words = reader.next()) read.push_back(std::move(*words));
  }
  RC_ASSERT(!reader.broken());
  RC_ASSERT(read == commands);
}

TEST(RedisWords, OutsideTheirBoundsBreakTheReaderForGood) {
  for (auto const* bytes : {"GET / HTTP/1.1\r\n", "*0\r\n", "*9\r\n", "*-1\r\n", "*1\r\n$9999\r\n",
                            "*1\r\n$1\r\nab\r\n", "*1\r\n+OK\r\n", "*123456789", "*1\r\n$123456789"}) {
    RedisWords reader;
    reader.feed(bytes);
    EXPECT_FALSE(reader.next().has_value()) << bytes;
    EXPECT_TRUE(reader.broken()) << bytes;
    reader.feed(command({"ping"}));
    EXPECT_FALSE(reader.next().has_value()) << bytes;
  }
  RedisWords reader;
  reader.feed("*8\r\n$8000\r\n" + std::string(8000, 'a') + "\r\n$8000\r\n" + std::string(300, 'a'));
  EXPECT_FALSE(reader.next().has_value());
  EXPECT_TRUE(reader.broken());
}

class Witness final : public sessions::RelayWitness {
 public:
  void alive() override {
    std::lock_guard const lock(mutex);
    ++alive_times;
  }
  void heard(sessions::RelayReport const& report) override {
    std::lock_guard const lock(mutex);
    reports.push_back(report);
  }
  std::mutex mutex;
  int alive_times = 0;
  std::vector<sessions::RelayReport> reports;
};

class RelayReportsTest : public testing::Test {
 protected:
  /// What is answered to `bytes` before the connection is closed, or as much as `answers` answers come to.
  std::string say(std::string const& bytes, std::size_t answers) {
    asio::io_context io;
    asio::ip::tcp::socket socket(io);
    socket.connect({asio::ip::make_address("127.0.0.1"), reports_.port()});
    asio::write(socket, asio::buffer(bytes));
    std::string answer(5 * answers, '\0');
    boost::system::error_code ended;
    answer.resize(asio::read(socket, asio::buffer(answer), ended));
    return answer;
  }

  Witness witness_;
  RelayReports reports_{{"127.0.0.1", 0, "a password"}, witness_};
};

TEST_F(RelayReportsTest, HearsTheRelayThatKnowsThePassword) {
  auto const key = std::string(place) + "traffic/peer";
  auto const said = command({"AUTH", "a password"}) + command({"SELECT", "0"}) +
                    command({"set", key, "nothing to keep"}) + command({"publish", "__XXX__", "__YYY__"}) +
                    command({"publish", key, "rcvp=7, rcvb=1, sentp=8, sentb=1"});
  EXPECT_EQ(say(said, 5), "+OK\r\n+OK\r\n+OK\r\n+OK\r\n+OK\r\n");
  std::lock_guard const lock(witness_.mutex);
  EXPECT_EQ(witness_.alive_times, 2);
  ASSERT_EQ(witness_.reports.size(), 1U);
  EXPECT_EQ(witness_.reports.front().packets_given, 7);
  EXPECT_EQ(witness_.reports.front().packets_taken, 8);
}

TEST_F(RelayReportsTest, HearsNobodyElse) {
  auto const publish = command({"publish", std::string(place) + "traffic/peer", "rcvp=7, rcvb=1, sentp=8, sentb=1"});
  EXPECT_EQ(say(publish, 1), "");
  EXPECT_EQ(say(command({"AUTH", "another"}) + publish, 1), "");
  EXPECT_EQ(say(command({"AUTH", "a password"}) + command({"FLUSHALL"}), 2), "");
  std::lock_guard const lock(witness_.mutex);
  EXPECT_EQ(witness_.alive_times, 0);
  EXPECT_TRUE(witness_.reports.empty());
}

TEST(RelayReportsPlace, IsAnAddressInNumbersAndAPort) {
  auto const settings = read_relay_reports("127.0.0.1:8083", "a secret of tests");
  EXPECT_EQ(settings.address, "127.0.0.1");
  EXPECT_EQ(settings.port, 8083);
  // printf '%s reports' 'a secret of tests' | sha256sum
  EXPECT_EQ(settings.password, "92d7302e2bf99a8b8f67d95610c67e1499ec14dceaaaa8f23223b58385779d2a");
  for (auto const* text : {"", "8083", "relay.example:8083", "127.0.0.1", "127.0.0.1:", "127.0.0.1:99999"}) {
    EXPECT_THROW((void)read_relay_reports(text, "secret"), Fault) << text;
  }
}

}  // namespace
}  // namespace kelisim::gateways
