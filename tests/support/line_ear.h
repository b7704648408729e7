#pragma once

#include "groups/engine.h"
#include "told.h"

#include <string>
#include <utility>

namespace kelisim::test {

/// What a browser offers: one sound and one picture, sent only. No media ever comes of it.
inline groups::Description offer() {
  std::string sdp = "v=0\r\no=- 1 2 IN IP4 127.0.0.1\r\ns=-\r\nt=0 0\r\na=group:BUNDLE 0 1\r\n";
  std::string const transport =
      "c=IN IP4 0.0.0.0\r\na=ice-ufrag:abcd\r\na=ice-pwd:0123456789abcdef01234567\r\n"
      "a=fingerprint:sha-256 "
      "00:11:22:33:44:55:66:77:88:99:AA:BB:CC:DD:EE:FF:00:11:22:33:44:55:66:77:88:99:AA:BB:CC:DD:EE:FF\r\n"
      "a=setup:actpass\r\na=sendonly\r\na=rtcp-mux\r\n";
  sdp += "m=audio 9 UDP/TLS/RTP/SAVPF 111\r\n" + transport + "a=mid:0\r\na=rtpmap:111 opus/48000/2\r\n";
  sdp += "a=ssrc:1111 cname:a\r\n";
  sdp += "m=video 9 UDP/TLS/RTP/SAVPF 96\r\n" + transport + "a=mid:1\r\na=rtpmap:96 VP8/90000\r\n";
  sdp += "a=ssrc:2222 cname:a\r\n";
  return {"offer", sdp};
}

/// Hears of one line.
struct Ear final : groups::LineListener {
  Told<groups::Description> descriptions;
  Told<std::string> ends;
  void described(groups::Description description) override { descriptions.tell(std::move(description)); }
  void connected() override {}
  void ended(std::string_view why) override { ends.tell(std::string(why)); }
};

}  // namespace kelisim::test
