#pragma once

#include <string_view>

namespace kelisim::gateways::janus {

/// Whether a speaker's SDP offers no more than one sound and one picture, and nothing else. What a moderator mutes is
/// then all that can be heard. Any line break counts, and a medium of a name that is not exactly known does not pass:
/// the engine may read a text more kindly than this does.
[[nodiscard]] bool offers_one_of_each(std::string_view sdp);

}  // namespace kelisim::gateways::janus
