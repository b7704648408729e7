#include "gateways/janus_rooms.h"

#include "eventually.h"
#include "group_engine.h"
#include "janus/tokens.h"
#include "kernel/fault.h"
#include "line_ear.h"
#include "websocket_client.h"

#include <gtest/gtest.h>

#include <set>
#include <sstream>

namespace kelisim::gateways {
namespace {

using test::Ear;
using test::offer;
using test::Told;

/// A folder that goes with its test.
struct Folder {
  std::filesystem::path path = [] {
    std::string name = std::filesystem::temp_directory_path() / "kelisim-janus-XXXXXX";
    if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("no scratch folder");
    return std::filesystem::path(name);
  }();
  Folder() = default;
  Folder(Folder const&) = delete;
  Folder& operator=(Folder const&) = delete;
  ~Folder() {
    for (auto const* closed : {"plugins", "transports", "empty"}) {
      std::error_code none;
      std::filesystem::permissions(path / closed, std::filesystem::perms::owner_all, none);
    }
    std::filesystem::remove_all(path);
  }
};

class JanusRoomsTest : public ::testing::Test {
 protected:
  Folder folder;
  test::GroupEngine engine{folder.path};
  SystemClock clock;
  JanusRooms rooms{read_engine_url(engine.url(), engine.secret()), clock};
  std::shared_ptr<Told<bool>> changes = std::make_shared<Told<bool>>();

  JanusRoomsTest() {
    rooms.on_change([changes = changes](bool up) { changes->tell(up); });
    wait_until(true);
  }
  ~JanusRoomsTest() override { rooms.on_change({}); }

  void wait_until(bool up) {
    while (changes->next() != up) {
    }
  }
  bool open(std::string const& room, int speakers = 3, bool encrypted = false) {
    Told<bool> opened;
    rooms.open_room(room, {.speakers_max = speakers, .video_bits_max = 500'000, .encrypted = encrypted},
                    [&](bool done) { opened.tell(done); });
    return opened.next();
  }
};

// Nobody can be watched before media has come, so a viewer's side is shown by the journey `groups` in a browser.
TEST_F(JanusRoomsTest, AnswersASpeaker) {
  ASSERT_TRUE(open("event"));
  ASSERT_TRUE(open("event")) << "a room that stands is as good as a new one";
  auto const speaker = std::make_shared<Ear>();
  auto const speaking = rooms.speak("event", "anna", offer(), speaker);
  speaking->trickle({.text = "candidate:1 1 UDP 2122252543 127.0.0.1 9 typ host", .mid = "0", .line = 0});
  speaking->trickle({});
  speaking->mute(true);
  auto const answer = speaker->descriptions.next();
  EXPECT_EQ(answer.type, "answer");
  EXPECT_NE(answer.sdp.find("a=recvonly"), std::string::npos);
  EXPECT_NE(answer.sdp.find("VP8"), std::string::npos);
}

TEST_F(JanusRoomsTest, TellsOfOneAddressAlone) {
  ASSERT_TRUE(open("event"));
  auto const speaker = std::make_shared<Ear>();
  auto const speaking = rooms.speak("event", "anna", offer(), speaker);
  std::istringstream answer(speaker->descriptions.next().sdp);
  std::set<std::string> addresses;
  for (std::string line; std::getline(answer, line);) {
    if (!line.starts_with("a=candidate:")) continue;
    std::istringstream words(line);
    std::string foundation, component, transport, priority, address;
    words >> foundation >> component >> transport >> priority >> address;
    addresses.insert(address);
  }
  EXPECT_LE(addresses.size(), 1U) << "another interface, or IPv6";
}

TEST_F(JanusRoomsTest, RefusesWhatIsNotThere) {
  ASSERT_TRUE(open("event"));
  auto const lonely = std::make_shared<Ear>();
  auto const nobody = rooms.watch("event", "nobody", lonely);
  EXPECT_EQ(lonely->ends.next(), "refused");

  auto const garbled = std::make_shared<Ear>();
  auto const speechless = rooms.speak("event", "anna", {"offer", "this is no SDP"}, garbled);
  EXPECT_EQ(garbled->ends.next(), "refused");
  auto const elsewhere = std::make_shared<Ear>();
  auto const lost = rooms.speak("no such room", "anna", offer(), elsewhere);
  EXPECT_EQ(elsewhere->ends.next(), "refused");
}

TEST_F(JanusRoomsTest, TakesOneSoundAndOnePictureAndNothingElse) {
  ASSERT_TRUE(open("event"));
  auto const one = offer().sdp;
  auto const sound = one.find("m=audio");
  auto const picture = one.find("m=video");
  auto second_sound = one.substr(sound, picture - sound);
  second_sound.replace(second_sound.find("a=mid:0"), 7, "a=mid:2");
  std::string const data = "m=application 9 UDP/DTLS/SCTP webrtc-datachannel\r\nc=IN IP4 0.0.0.0\r\na=mid:2\r\n";
  for (auto const& more : {second_sound, data}) {
    auto const greedy = std::make_shared<Ear>();
    auto const refused = rooms.speak("event", "anna", {"offer", one + more}, greedy);
    EXPECT_EQ(greedy->ends.next(), "refused") << more;
  }
}

TEST_F(JanusRoomsTest, TellsOfALostEngineAndFindsItAgainEmpty) {
  ASSERT_TRUE(open("event"));
  auto const ear = std::make_shared<Ear>();
  auto const speaking = rooms.speak("event", "anna", offer(), ear);
  (void)ear->descriptions.next();
  engine.kill();
  EXPECT_EQ(ear->ends.next(), "lost");
  wait_until(false);
  engine.start();
  wait_until(true);
  auto const again = std::make_shared<Ear>();
  auto const watching = rooms.watch("event", "anna", again);
  EXPECT_EQ(again->ends.next(), "refused");
  EXPECT_TRUE(open("event"));
}

TEST_F(JanusRoomsTest, ClosesWhatAServerThatDiedHasLeft) {
  ASSERT_TRUE(open("event"));
  JanusRooms next{read_engine_url(engine.url(), engine.secret()), clock};
  Told<bool> up;
  next.on_change([&](bool now) { up.tell(now); });
  while (!up.next()) continue;
  auto const ear = std::make_shared<Ear>();
  auto const speaking = rooms.speak("event", "anna", offer(), ear);
  EXPECT_EQ(ear->ends.next(), "refused");
  next.on_change({});
}

TEST_F(JanusRoomsTest, LeavesAClosedRoom) {
  ASSERT_TRUE(open("event"));
  rooms.close_room("event");
  auto const ear = std::make_shared<Ear>();
  auto const speaking = rooms.speak("event", "anna", offer(), ear);
  EXPECT_EQ(ear->ends.next(), "refused");
}

TEST(EngineUrl, IsOfThisMachineAlone) {
  EXPECT_EQ(read_engine_url("ws://127.0.0.1:8188", "s").port, 8188);
  for (auto const* text : {"", "ws://10.0.0.1:8188", "wss://127.0.0.1:8188", "ws://127.0.0.1", "ws://127.0.0.1:0",
                           "ws://127.0.0.1:70000", "http://127.0.0.1:8188", "ws://:8188"}) {
    EXPECT_THROW((void)read_engine_url(text, "s"), Fault) << text;
  }
}

}  // namespace
}  // namespace kelisim::gateways
