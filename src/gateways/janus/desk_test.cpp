// What is asked of Janus, word for word, by an engine that only says it: no media, no process.
#include "gateways/janus_rooms.h"
#include "line_ear.h"
#include "platform/clock.h"

#include <gtest/gtest.h>
#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/core/buffers_to_string.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/websocket/stream.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include <atomic>
#include <thread>

namespace kelisim::gateways {
namespace {

namespace asio = boost::asio;
namespace json = boost::json;
using test::Ear;
using test::offer;
using test::Told;

/// Speaks Janus' protocol. Refuses the first handles; says of every speaker that it has two sounds; hangs up the line
/// on which a candidate comes.
class JanusOfWords {
 public:
  explicit JanusOfWords(int refusals = 0) : refusals_(refusals), thread_([this] { serve(); }) {}
  JanusOfWords(JanusOfWords const&) = delete;
  JanusOfWords& operator=(JanusOfWords const&) = delete;
  ~JanusOfWords() {
    over_ = true;
    asio::ip::tcp::socket last(context_);
    boost::system::error_code ignored;
    last.connect(acceptor_.local_endpoint(), ignored);
    thread_.join();
  }
  [[nodiscard]] std::string url() const {
    return "ws://127.0.0.1:" + std::to_string(acceptor_.local_endpoint().port());
  }
  [[nodiscard]] int handles_asked() const { return handles_asked_; }
  /// The next message of this kind: a request to the plugin, or to Janus itself.
  json::object asked(std::string_view what) {
    while (true) {
      auto message = asked_.next();
      if (kind_of(message) == what) return message;
    }
  }

 private:
  static std::string kind_of(json::object const& message) {
    auto const* body = message.if_contains("body");
    return std::string((body == nullptr ? message.at("janus") : body->at("request")).as_string());
  }
  void serve() {
    while (true) {
      boost::beast::websocket::stream<asio::ip::tcp::socket> stream(acceptor_.accept());
      if (over_) return;
      boost::system::error_code failed;
      stream.accept(failed);
      while (!failed) answer_one(stream, failed);
    }
  }
  template <class Stream>
  void answer_one(Stream& stream, boost::system::error_code& failed) {
    boost::beast::flat_buffer buffer;
    stream.read(buffer, failed);
    if (failed) return;
    auto const asked = json::parse(boost::beast::buffers_to_string(buffer.data())).as_object();
    stream.write(asio::buffer(json::serialize(answer_to(asked))), failed);
    if (!failed && kind_of(asked) == "trickle") {
      json::object const hangup{{"janus", "hangup"}, {"sender", asked.at("handle_id")}};
      stream.write(asio::buffer(json::serialize(hangup)), failed);
    }
    asked_.tell(asked);
  }
  json::object answer_to(json::object const& asked) {
    json::object answer{{"janus", "success"}, {"transaction", asked.at("transaction")}};
    auto const kind = kind_of(asked);
    if (kind == "create" && !asked.contains("body")) answer["data"] = {{"id", 1}};
    if (kind == "attach" && ++handles_asked_ <= refusals_) {
      answer["janus"] = "error";
    } else if (kind == "attach") {
      answer["data"] = {{"id", handles_asked_.load()}};
    }
    if (asked.at("janus") == "message") answer["plugindata"] = {{"data", {{"videoroom", "success"}}}};
    if (kind == "joinandconfigure") {
      auto const stream = [](char const* type, char const* mid) {
        return json::object{{"type", type}, {"mid", mid}};
      };
      json::array const streams{stream("audio", "0"), stream("video", "1"), stream("audio", "2")};
      answer["plugindata"] = {{"data", {{"videoroom", "joined"}, {"streams", streams}}}};
      answer["jsep"] = {{"type", "answer"}, {"sdp", "v=0"}};
    }
    return answer;
  }

  int refusals_;
  std::atomic<int> handles_asked_ = 0;
  std::atomic<bool> over_ = false;
  Told<json::object> asked_;
  asio::io_context context_;
  asio::ip::tcp::acceptor acceptor_{context_, {asio::ip::address_v4::loopback(), 0}};
  std::thread thread_;  ///< last: it starts when the rest stands
};

/// The rooms at such an engine, which is there.
class JanusDesk : public ::testing::Test {
 protected:
  JanusDesk() {
    rooms.on_change([this](bool up) { changes.tell(up); });
    while (!changes.next()) continue;
  }
  ~JanusDesk() override { rooms.on_change({}); }
  void open(bool encrypted) {
    rooms.open_room("event", {.speakers_max = 3, .video_bits_max = 900'000, .encrypted = encrypted},
                    [this](bool done) { opened.tell(done); });
    EXPECT_TRUE(opened.next());
  }

  JanusOfWords engine;
  SystemClock clock;
  Told<bool> changes;
  Told<bool> opened;
  JanusRooms rooms{read_engine_url(engine.url(), "secret"), clock};
};

TEST(JanusThatRefuses, IsAskedAgainUntilItGivesAHandle) {
  JanusOfWords engine(2);
  SystemClock const clock;
  Told<bool> up;
  JanusRooms rooms{read_engine_url(engine.url(), "secret"), clock};
  rooms.on_change([&](bool now) { up.tell(now); });
  while (!up.next()) continue;
  EXPECT_EQ(engine.handles_asked(), 3);
  rooms.on_change({});
}

TEST_F(JanusDesk, MutesEverySoundOfALineAsSoonAsItHasJoined) {
  open(false);
  auto const ear = std::make_shared<Ear>();
  auto const speaking = rooms.speak("event", "anna", offer(), ear);
  speaking->mute(true);
  for (auto const* mid : {"0", "2"}) {
    auto const asked = engine.asked("moderate").at("body").as_object();
    EXPECT_EQ(asked.at("id").as_string(), "anna");
    EXPECT_EQ(asked.at("mid").as_string(), mid);
    EXPECT_TRUE(asked.at("mute").as_bool());
  }
  speaking->mute(false);
  for (auto const* mid : {"0", "2"}) {
    auto const asked = engine.asked("moderate").at("body").as_object();
    EXPECT_EQ(asked.at("mid").as_string(), mid);
    EXPECT_FALSE(asked.at("mute").as_bool());
  }
}

TEST_F(JanusDesk, SaysOfALineWhetherItsFramesAreEncryptedAsTheRoomIs) {
  for (bool const encrypted : {true, false}) {
    open(encrypted);
    auto const ear = std::make_shared<Ear>();
    auto const speaking = rooms.speak("event", "anna", offer(), ear);
    EXPECT_EQ(engine.asked("joinandconfigure").at("jsep").as_object().contains("e2ee"), encrypted);
  }
}

TEST_F(JanusDesk, DetachesALineThatIsLetGoOfAndOneThatWasHungUp) {
  open(false);
  auto const ear = std::make_shared<Ear>();
  auto speaking = rooms.speak("event", "anna", offer(), ear);
  auto const handle = engine.asked("joinandconfigure").at("handle_id").as_int64();
  (void)ear->descriptions.next();
  speaking.reset();
  EXPECT_EQ(engine.asked("detach").at("handle_id").as_int64(), handle);

  auto const second = std::make_shared<Ear>();
  auto const cut = rooms.speak("event", "vera", offer(), second);
  (void)second->descriptions.next();
  cut->trickle({});
  EXPECT_EQ(second->ends.next(), "hung_up");
  auto const hung_up = engine.asked("trickle").at("handle_id").as_int64();
  EXPECT_EQ(engine.asked("detach").at("handle_id").as_int64(), hung_up);
}

TEST_F(JanusDesk, AsksForARoomWithATokenThatOpensThisOneForHalfAMinute) {
  open(false);
  auto const ear = std::make_shared<Ear>();
  auto const before = clock.now();
  auto const speaking = rooms.speak("event", "anna", offer(), ear);
  auto const token = std::string(engine.asked("joinandconfigure").at("body").at("token").as_string());
  EXPECT_NE(token.find(",janus.plugin.videoroom,room=event:"), std::string::npos) << token;
  auto const ends = std::stoll(token) * 1'000'000;
  EXPECT_LE(ends, (clock.now() + std::chrono::seconds(30)).micros);
  EXPECT_GE(ends, (before + std::chrono::seconds(29)).micros);
}

}  // namespace
}  // namespace kelisim::gateways
