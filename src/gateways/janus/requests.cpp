#include "janus/requests.h"

#include "janus/tokens.h"

namespace kelisim::gateways::janus {

namespace json = boost::json;
using groups::Picture;

namespace {

constexpr std::int64_t substream_high = 2;
constexpr std::int64_t substream_low = 0;

json::object const* object_in(json::object const& object, std::string_view name) {
  auto const* value = object.if_contains(name);
  return value != nullptr ? value->if_object() : nullptr;
}

std::string text_in(json::object const& object, std::string_view name) {
  auto const* value = object.if_contains(name);
  return value != nullptr && value->is_string() ? std::string(value->get_string()) : std::string();
}

void read_mids(json::object const& data, PluginAnswer& into) {
  auto const* streams = data.if_contains("streams");
  if (streams == nullptr || !streams->is_array()) return;
  for (auto const& stream : streams->get_array()) {
    if (!stream.is_object()) continue;
    auto const type = text_in(stream.get_object(), "type");
    if (type == "audio") into.audio_mids.push_back(text_in(stream.get_object(), "mid"));
    if (type == "video") into.video_mid = text_in(stream.get_object(), "mid");
  }
}

void read_rooms(json::object const& data, PluginAnswer& into) {
  auto const* list = data.if_contains("list");
  if (list == nullptr || !list->is_array()) return;
  for (auto const& room : list->get_array()) {
    if (!room.is_object()) continue;
    auto name = text_in(room.get_object(), "room");
    if (!name.empty()) into.rooms.push_back(std::move(name));
  }
}

}  // namespace

json::object create_room(std::string_view secret, std::string_view room, groups::RoomShape const& shape) {
  return {{"request", "create"},
          {"admin_key", rooms_key(secret)},
          {"room", room},
          {"secret", room_key(secret, room)},
          {"permanent", false},
          {"is_private", true},
          {"signed_tokens", true},
          {"publishers", shape.speakers_max},
          {"bitrate", shape.video_bits_max},
          {"bitrate_cap", true},
          {"fir_freq", 10},
          {"audiocodec", "opus"},
          {"videocodec", "vp8"},
          {"record", false},
          {"lock_record", true},
          {"notify_joining", false},
          {"require_e2ee", shape.encrypted}};
}

json::object destroy_room(std::string_view secret, std::string_view room) {
  return {{"request", "destroy"}, {"room", room}, {"secret", room_key(secret, room)}, {"permanent", false}};
}

json::object list_rooms(std::string_view secret) { return {{"request", "list"}, {"admin_key", rooms_key(secret)}}; }

json::object speak_in(std::string_view room, std::string_view speaker, std::string_view token) {
  return {{"request", "joinandconfigure"}, {"ptype", "publisher"}, {"room", room}, {"id", speaker}, {"token", token}};
}

json::object watch_in(std::string_view room, std::string_view speaker, std::string_view token) {
  return {{"request", "join"}, {"ptype", "subscriber"}, {"room", room},
          {"token", token},    {"autoupdate", false},   {"streams", json::array{json::object{{"feed", speaker}}}}};
}

json::object mute_in(std::string_view secret, std::string_view room, std::string_view speaker, std::string_view mid,
                     bool muted) {
  return {{"request", "moderate"}, {"room", room}, {"secret", room_key(secret, room)},
          {"id", speaker},         {"mid", mid},   {"mute", muted}};
}

json::object show(std::string_view mid, Picture picture) {
  json::object stream{{"mid", mid}, {"send", picture != Picture::none}};
  if (picture != Picture::none) stream["substream"] = picture == Picture::high ? substream_high : substream_low;
  return {{"request", "configure"}, {"streams", json::array{std::move(stream)}}};
}

json::object jsep(groups::Description const& description, bool encrypted) {
  json::object body{{"type", description.type}, {"sdp", description.sdp}};
  if (encrypted) body["e2ee"] = true;
  return body;
}

json::object candidate(groups::Candidate const& candidate) {
  if (candidate.text.empty()) return {{"completed", true}};
  return {{"candidate", candidate.text}, {"sdpMid", candidate.mid}, {"sdpMLineIndex", candidate.line}};
}

PluginAnswer read_answer(json::object const& answer) {
  PluginAnswer read;
  auto const* plugin_data = object_in(answer, "plugindata");
  auto const* data = plugin_data == nullptr ? nullptr : object_in(*plugin_data, "data");
  if (data == nullptr) {
    read.error = -1;  // an error of the API, or nothing that this plugin says
    return read;
  }
  read.said = text_in(*data, "videoroom");
  if (data->contains("error_code")) {
    auto const code = static_cast<std::int64_t>(number_in(*data, "error_code").value_or(0));
    read.error = code != 0 ? code : -1;
  }
  read_mids(*data, read);
  read_rooms(*data, read);
  if (auto const* sdp = object_in(answer, "jsep")) read.description = {text_in(*sdp, "type"), text_in(*sdp, "sdp")};
  return read;
}

std::optional<std::uint64_t> number_in(json::object const& object, std::string_view name) {
  auto const* value = object.if_contains(name);
  if (value == nullptr) return std::nullopt;
  if (value->is_uint64()) return value->get_uint64();
  if (value->is_int64() && value->get_int64() >= 0) return static_cast<std::uint64_t>(value->get_int64());
  return std::nullopt;
}

std::optional<std::uint64_t> read_handle(json::object const& answer) {
  auto const* data = object_in(answer, "data");
  return data == nullptr ? std::nullopt : number_in(*data, "id");
}

}  // namespace kelisim::gateways::janus
