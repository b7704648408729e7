// How a room is asked for: what keeps strangers, recordings and frames that nobody encrypted out of it.
#include "janus/requests.h"

#include <gtest/gtest.h>

namespace kelisim::gateways::janus {
namespace {

boost::json::object room(bool encrypted) {
  return create_room("secret", "event", {.speakers_max = 3, .video_bits_max = 900'000, .encrypted = encrypted});
}

TEST(CreateRoom, LetsNobodyRecordWhateverIsAskedLater) {
  auto const asked = room(true);
  EXPECT_FALSE(asked.at("record").as_bool());
  EXPECT_TRUE(asked.at("lock_record").as_bool());
  for (auto const* word : {"rec_dir", "rtp_forward", "filename"}) EXPECT_FALSE(asked.contains(word)) << word;
}

TEST(CreateRoom, IsShownAndOpenedToNobodyWithoutOurToken) {
  auto const asked = room(true);
  EXPECT_TRUE(asked.at("is_private").as_bool());
  EXPECT_TRUE(asked.at("signed_tokens").as_bool());
  EXPECT_FALSE(asked.at("permanent").as_bool());
  EXPECT_FALSE(asked.at("notify_joining").as_bool());
}

TEST(CreateRoom, TakesEncryptedFramesAloneWhereAllCan) {
  EXPECT_TRUE(room(true).at("require_e2ee").as_bool());
  EXPECT_FALSE(room(false).at("require_e2ee").as_bool());
  groups::Description const offer{"offer", "v=0"};
  EXPECT_TRUE(jsep(offer, true).at("e2ee").as_bool());
  EXPECT_FALSE(jsep(offer, false).contains("e2ee"));
}

TEST(CreateRoom, HoldsAsManySpeakersAndAsMuchVideoAsIsSaid) {
  auto const asked = room(false);
  EXPECT_EQ(asked.at("publishers").as_int64(), 3);
  EXPECT_EQ(asked.at("bitrate").as_int64(), 900'000);
  EXPECT_TRUE(asked.at("bitrate_cap").as_bool());
}

TEST(Show, AsksForTheLayerOrForNone) {
  auto const stream = [](groups::Picture picture) { return show("1", picture).at("streams").at(0).as_object(); };
  EXPECT_EQ(stream(groups::Picture::high).at("substream").as_int64(), 2);
  EXPECT_EQ(stream(groups::Picture::low).at("substream").as_int64(), 0);
  EXPECT_TRUE(stream(groups::Picture::low).at("send").as_bool());
  EXPECT_FALSE(stream(groups::Picture::none).at("send").as_bool());
}

TEST(Answer, IsReadWithEverySoundOfTheLine) {
  using boost::json::object;
  boost::json::array const streams{object{{"type", "audio"}, {"mid", "0"}}, object{{"type", "video"}, {"mid", "1"}},
                                   object{{"type", "audio"}, {"mid", "2"}}};
  auto const read =
      read_answer({{"plugindata", object{{"data", object{{"videoroom", "joined"}, {"streams", streams}}}}}});
  EXPECT_EQ(read.audio_mids, (std::vector<std::string>{"0", "2"}));
  EXPECT_EQ(read.video_mid, "1");
  EXPECT_EQ(read.error, 0);
}

TEST(Answer, ThatIsNoneOfThePluginOrNamesAnErrorIsAnError) {
  using boost::json::object;
  EXPECT_NE(read_answer({{"janus", "error"}}).error, 0);
  auto const with = [](boost::json::value const& code) {
    return read_answer({{"plugindata", object{{"data", object{{"videoroom", "event"}, {"error_code", code}}}}}})
        .error;
  };
  EXPECT_EQ(with(426), 426);
  EXPECT_NE(with(0), 0);
  EXPECT_NE(with("426"), 0);
}

}  // namespace
}  // namespace kelisim::gateways::janus
