#pragma once

#include "groups/engine.h"

#include <boost/json/object.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Every body that goes to the VideoRoom plugin is built here, and what comes back is read here. No field of a
/// browser but SDP and candidates stands in any of them; `record`, `filename` and `rtp_forward` stand in none.
namespace kelisim::gateways::janus {

[[nodiscard]] boost::json::object create_room(std::string_view secret, std::string_view room,
                                              groups::RoomShape const& shape);
[[nodiscard]] boost::json::object destroy_room(std::string_view secret, std::string_view room);
/// All rooms, also those that are not shown to others.
[[nodiscard]] boost::json::object list_rooms(std::string_view secret);
[[nodiscard]] boost::json::object speak_in(std::string_view room, std::string_view speaker, std::string_view token);
[[nodiscard]] boost::json::object watch_in(std::string_view room, std::string_view speaker, std::string_view token);
[[nodiscard]] boost::json::object mute_in(std::string_view secret, std::string_view room, std::string_view speaker,
                                          std::string_view mid, bool muted);
[[nodiscard]] boost::json::object show(std::string_view mid, groups::Picture picture);
[[nodiscard]] boost::json::object jsep(groups::Description const& description, bool encrypted);
[[nodiscard]] boost::json::object candidate(groups::Candidate const& candidate);

/// What the plugin answered: an error's code, or 0; and the SDP that came with it.
struct PluginAnswer {
  std::int64_t error = 0;
  std::string said = {};  ///< created, joined, attached, event, …
  std::optional<groups::Description> description = {};
  std::vector<std::string> rooms = {};  ///< of a list
  std::vector<std::string> audio_mids = {};
  std::string video_mid = {};
};
[[nodiscard]] PluginAnswer read_answer(boost::json::object const& answer);

/// A whole number that is not negative under this name.
[[nodiscard]] std::optional<std::uint64_t> number_in(boost::json::object const& object, std::string_view name);

/// The id of an attached handle; nothing where attaching was refused.
[[nodiscard]] std::optional<std::uint64_t> read_handle(boost::json::object const& answer);

inline constexpr std::int64_t room_exists = 427;

}  // namespace kelisim::gateways::janus
