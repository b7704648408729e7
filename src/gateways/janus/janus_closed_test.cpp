// What the engine refuses to whoever reaches it past our server. The control shows that what is looked for would be
// seen: the same requests at an engine without the locks leave a file.
#include "eventually.h"
#include "group_engine.h"
#include "janus/tokens.h"
#include "platform/clock.h"
#include "websocket_client.h"

#include <gtest/gtest.h>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include <map>

namespace kelisim::gateways {
namespace {

namespace json = boost::json;

/// Somebody who holds the secret of the API and speaks to the engine directly.
class Intruder {
 public:
  Intruder(std::uint16_t port, std::string secret)
      : socket_(port, "/", {{"Sec-WebSocket-Protocol", "janus-protocol"}}), secret_(std::move(secret)) {}

  std::string token(std::string_view realm, std::string descriptor, int seconds = 60) const {
    std::array const descriptors{std::move(descriptor)};
    return janus::signed_token(secret_, realm, descriptors, SystemClock().now() + std::chrono::seconds(seconds));
  }

  /// The answer to this request; an event of a message where one follows its "ack".
  json::object ask(json::object request, std::optional<std::string> with_token = {}) {
    auto const transaction = std::to_string(++transactions_);
    request["transaction"] = transaction;
    auto const given = with_token.value_or(token("janus", std::string(janus::plugin)));
    if (!given.empty()) request["token"] = given;
    if (session_ != 0) request["session_id"] = session_;
    socket_.send(json::serialize(request));
    while (true) {
      auto const frame = socket_.receive();
      if (frame.opcode != 1) throw std::runtime_error("the engine hung up");
      auto answer = json::parse(frame.payload).as_object();
      auto const* about = answer.if_contains("transaction");
      if (about != nullptr && about->as_string() == transaction && answer.at("janus").as_string() != "ack") {
        return answer;
      }
    }
  }

  void begin() { session_ = ask({{"janus", "create"}}).at("data").at("id").to_number<std::uint64_t>(); }
  std::uint64_t attach() {
    auto const answer = ask({{"janus", "attach"}, {"plugin", janus::plugin}});
    return answer.at("data").at("id").to_number<std::uint64_t>();
  }
  json::object message(std::uint64_t handle, json::object body, json::object jsep = {}) {
    json::object request{{"janus", "message"}, {"handle_id", handle}, {"body", std::move(body)}};
    if (!jsep.empty()) request["jsep"] = std::move(jsep);
    return ask(std::move(request));
  }

 private:
  test::WebSocketClient socket_;
  std::string secret_;
  std::uint64_t session_ = 0;
  int transactions_ = 0;
};

std::int64_t code_of(json::object const& answer) {
  if (auto const* error = answer.if_contains("error")) return error->at("code").to_number<std::int64_t>();
  auto const& data = answer.at("plugindata").at("data").as_object();
  auto const* code = data.if_contains("error_code");
  return code == nullptr ? 0 : code->to_number<std::int64_t>();
}

std::size_t files_under(std::filesystem::path const& folder) {
  auto const files = std::filesystem::recursive_directory_iterator(folder);
  return static_cast<std::size_t>(
      std::ranges::count_if(files, [](auto const& one) { return one.is_regular_file(); }));
}

/// An engine, and a folder outside of it in which a recording would appear.
class JanusClosed : public ::testing::Test {
 protected:
  std::filesystem::path folder = [] {
    std::string name = std::filesystem::temp_directory_path() / "kelisim-janus-XXXXXX";
    if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("no scratch folder");
    return std::filesystem::path(name);
  }();
  std::filesystem::path recordings = folder / "recordings";

  JanusClosed() { std::filesystem::create_directories(recordings); }
  ~JanusClosed() override {
    for (auto const* closed : {"plugins", "transports", "empty"}) {
      std::error_code none;
      std::filesystem::permissions(folder / "engine" / closed, std::filesystem::perms::owner_all, none);
    }
    std::filesystem::remove_all(folder);
  }

  /// Makes a room with these locks, speaks in it and asks in every way for a recording. How many files there are
  /// then.
  std::size_t record_at(test::GroupEngine const& engine, bool lock_record) {
    Intruder intruder(engine.port(), engine.secret());
    intruder.begin();
    auto const owner = intruder.attach();
    auto const speaker = intruder.attach();
    auto const path = (recordings / "speaker").string();
    auto const room = intruder.message(owner, {{"request", "create"},
                                               {"room", "event"},
                                               {"admin_key", janus::rooms_key(engine.secret())},
                                               {"secret", "of the room"},
                                               {"lock_record", lock_record},
                                               {"publishers", 3}});
    EXPECT_EQ(code_of(room), 0);
    auto const token = intruder.token(janus::plugin, "room=event");
    auto const joined = intruder.message(
        speaker, {{"request", "join"}, {"ptype", "publisher"}, {"room", "event"}, {"id", "anna"}, {"token", token}});
    EXPECT_EQ(code_of(joined), 0);
    (void)intruder.message(speaker, {{"request", "configure"}, {"record", true}, {"filename", path}},
                           {{"type", "offer"}, {"sdp", sound_offer()}});
    (void)intruder.message(speaker, {{"request", "configure"}, {"record", true}, {"filename", path + "2"}});
    (void)intruder.message(owner, {{"request", "enable_recording"}, {"room", "event"}, {"record", true}});
    return files_under(recordings);
  }

  static std::string sound_offer() {
    return "v=0\r\no=- 1 2 IN IP4 127.0.0.1\r\ns=-\r\nt=0 0\r\na=group:BUNDLE 0\r\n"
           "m=audio 9 UDP/TLS/RTP/SAVPF 111\r\nc=IN IP4 0.0.0.0\r\na=ice-ufrag:abcd\r\n"
           "a=ice-pwd:0123456789abcdef01234567\r\na=fingerprint:sha-256 "
           "00:11:22:33:44:55:66:77:88:99:AA:BB:CC:DD:EE:FF:00:11:22:33:44:55:66:77:88:99:AA:BB:CC:DD:EE:FF\r\n"
           "a=setup:actpass\r\na=mid:0\r\na=sendonly\r\na=rtcp-mux\r\na=rtpmap:111 opus/48000/2\r\n"
           "a=ssrc:1111 cname:a\r\n";
  }

  /// Takes a line of the composed configuration out.
  static auto without(std::string const& word) {
    return [word](std::filesystem::path const& place) {
      auto const command = "sed -i '/" + word + "/d' " + (place / "janus.jcfg").string();
      ENSURE(std::system(command.c_str()) == 0);
    };
  }
};

TEST_F(JanusClosed, NobodyRecordsThroughTheEngine) {
  test::GroupEngine const engine(folder / "engine");
  EXPECT_EQ(record_at(engine, true), 0U);
}

TEST_F(JanusClosed, TheProtectedFoldersAloneForbidItAsWell) {
  test::GroupEngine const engine(folder / "engine");
  EXPECT_EQ(record_at(engine, false), 0U);
}

TEST_F(JanusClosed, TheLockOfTheRoomAloneForbidsItAsWell) {
  test::GroupEngine const engine(folder / "engine", without("protected_folders"));
  EXPECT_EQ(record_at(engine, true), 0U);
}

TEST_F(JanusClosed, WithoutBothAFileAppears) {
  test::GroupEngine const engine(folder / "engine", without("protected_folders"));
  EXPECT_GT(record_at(engine, false), 0U) << "the control: the tests above could not see a recording";
}

TEST_F(JanusClosed, TheFoldersHoldWhatIsNeededAndCannotBeWritten) {
  test::GroupEngine const engine(folder / "engine");
  std::map<std::string, std::vector<std::string>> const wanted{
      {"plugins", {"libjanus_videoroom.so"}}, {"transports", {"libjanus_websockets.so"}}, {"empty", {}}};
  for (auto const& [name, files] : wanted) {
    auto const place = folder / "engine" / name;
    std::vector<std::string> found;
    for (auto const& one : std::filesystem::directory_iterator(place)) found.push_back(one.path().filename());
    EXPECT_EQ(found, files) << name;
    using std::filesystem::perms;
    EXPECT_EQ(std::filesystem::status(place).permissions(), perms::owner_read | perms::owner_exec) << name;
  }
}

TEST_F(JanusClosed, OnlyTheOwnersOfTheSecretMakeRoomsOrSendMediaOn) {
  test::GroupEngine const engine(folder / "engine");
  Intruder intruder(engine.port(), engine.secret());
  EXPECT_EQ(code_of(intruder.ask({{"janus", "create"}}, "")), 403);
  EXPECT_EQ(code_of(intruder.ask({{"janus", "create"}}, "1,janus,x:y")), 403);
  EXPECT_EQ(code_of(intruder.ask({{"janus", "create"}}, intruder.token("janus", std::string(janus::plugin), -5))),
            403);
  intruder.begin();
  auto const handle = intruder.attach();
  EXPECT_EQ(code_of(intruder.message(handle, {{"request", "create"}, {"room", "mine"}})), 429);
  EXPECT_EQ(code_of(intruder.ask({{"janus", "attach"}, {"plugin", "janus.plugin.recordplay"}})), 460);
  EXPECT_EQ(code_of(intruder.ask({{"janus", "attach"}, {"plugin", "janus.plugin.streaming"}})), 460);
  json::object room{{"request", "create"},
                    {"room", "event"},
                    {"admin_key", janus::rooms_key(engine.secret())},
                    {"secret", "of the room"},
                    {"signed_tokens", true}};
  EXPECT_EQ(code_of(intruder.message(handle, std::move(room))), 0);
  json::object const join{{"request", "join"}, {"ptype", "publisher"}, {"room", "event"}};
  EXPECT_EQ(code_of(intruder.message(handle, join)), 433);
  auto stolen = join;
  stolen["token"] = intruder.token(janus::plugin, "room=another");
  EXPECT_EQ(code_of(intruder.message(handle, std::move(stolen))), 433);
  auto late = join;
  late["token"] = intruder.token(janus::plugin, "room=event", -5);
  EXPECT_EQ(code_of(intruder.message(handle, std::move(late))), 433);
  EXPECT_EQ(code_of(intruder.message(handle, {{"request", "destroy"}, {"room", "event"}})), 429);
  EXPECT_EQ(code_of(intruder.message(handle, {{"request", "rtp_forward"},
                                              {"room", "event"},
                                              {"secret", "of the room"},
                                              {"publisher_id", "anna"},
                                              {"host", "127.0.0.1"},
                                              {"streams", json::array{}}})),
            429);
}

TEST_F(JanusClosed, TheAdministratorsInterfaceIsShut) {
  test::GroupEngine const engine(folder / "engine");
  test::WebSocketClient admin(engine.port(), "/", {{"Sec-WebSocket-Protocol", "janus-admin-protocol"}});
  if (admin.answer().status == 101) {
    admin.send(R"({"janus":"list_sessions","transaction":"1","admin_secret":"janusoverlord"})");
    auto const frame = admin.receive();
    EXPECT_EQ(frame.payload.find("\"sessions\""), std::string::npos) << frame.payload;
  }
}

}  // namespace
}  // namespace kelisim::gateways
