#include "janus/offer.h"

#include <gtest/gtest.h>

#include <initializer_list>

namespace kelisim::gateways::janus {
namespace {

constexpr std::string_view sound = "m=audio 9 UDP/TLS/RTP/SAVPF 111\r\na=mid:0\r\n";
constexpr std::string_view picture = "m=video 9 UDP/TLS/RTP/SAVPF 96\r\na=mid:1\r\n";

std::string sdp(std::initializer_list<std::string_view> media) {
  std::string text = "v=0\r\no=- 1 2 IN IP4 127.0.0.1\r\ns=m=audio of the session\r\nt=0 0\r\n";
  for (auto const one : media) text += one;
  return text;
}

TEST(Offer, IsOfOneSoundAndOnePicture) {
  EXPECT_TRUE(offers_one_of_each(sdp({sound})));
  EXPECT_TRUE(offers_one_of_each(sdp({picture})));
  EXPECT_TRUE(offers_one_of_each(sdp({sound, picture})));
  EXPECT_FALSE(offers_one_of_each(sdp({})));
  EXPECT_FALSE(offers_one_of_each(sdp({sound, sound})));
  EXPECT_FALSE(offers_one_of_each(sdp({sound, picture, sound})));
  EXPECT_FALSE(offers_one_of_each(sdp({picture, picture})));
  for (auto const* other : {"m=application 9 UDP/DTLS/SCTP webrtc-datachannel\r\n", "m=text 9 RTP/AVP 98\r\n",
                            "m=AUDIO 9 RTP/AVP 0\r\n", "m=\r\n", "m=audio\t9 RTP/AVP 0\r\n"}) {
    EXPECT_FALSE(offers_one_of_each(sdp({sound, other}))) << other;
  }
}

TEST(Offer, HidesNoMediumBehindAnotherLineBreak) {
  EXPECT_FALSE(offers_one_of_each(sdp({sound, "a=x\nm=audio 9 RTP/AVP 0\n"})));
  EXPECT_FALSE(offers_one_of_each(sdp({sound, "a=x\rm=audio 9 RTP/AVP 0\r"})));
  EXPECT_FALSE(offers_one_of_each(sdp({sound, "m=audio 9 RTP/AVP 0"})));
}

}  // namespace
}  // namespace kelisim::gateways::janus
