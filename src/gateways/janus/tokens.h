#pragma once

#include "kernel/instant.h"

#include <span>
#include <string>
#include <string_view>

namespace kelisim::gateways::janus {

/// The plugin of group rooms, as attaching and tokens name it.
inline constexpr std::string_view plugin = "janus.plugin.videoroom";

/// `<end in unix seconds>,<realm>,<descriptor>…:<base64 of HMAC-SHA1>`, which Janus checks by its own clock. The
/// realm is `janus` for the API, the plugin for joining a room.
[[nodiscard]] std::string signed_token(std::string_view secret, std::string_view realm,
                                       std::span<std::string const> descriptors, Instant until);

/// The key that makes rooms (`admin_key`), as deploy/group/compose derives it; and the key of one room.
[[nodiscard]] std::string rooms_key(std::string_view secret);
[[nodiscard]] std::string room_key(std::string_view secret, std::string_view room);

}  // namespace kelisim::gateways::janus
