#include "room/words.h"

#include "platform/json/described.h"
#include "platform/json/parse.h"

#include <boost/describe/enum_to_string.hpp>
#include <boost/json/serialize.hpp>

namespace kelisim::sessions::words {
namespace {

namespace json = boost::json;

constexpr std::size_t depth_max = 8;

std::string text_of(json::object const& object, std::string_view name) {
  auto const* value = object.if_contains(name);
  return value != nullptr && value->is_string() ? std::string(value->as_string()) : std::string();
}

json::object state_of(RoomTimes const& times, bool peer_present, Sharing sharing, Instant now) {
  return {{"now", to_rfc3339(now)},
          {"starts_at", to_rfc3339(times.booked.starts_at)},
          {"ends_at", to_rfc3339(times.ends_at)},
          {"peer_present", peer_present},
          {"sharing", boost::describe::enum_to_string(sharing, "")},
          {"late_minutes", late_minutes(times, now)}};
}

/// What a page says to be taken into the chat.
struct SayWords {
  std::string type;
  kelisim::json::Text<8, 36> mark;
  kelisim::json::Text<1, chat_letters_max, true> text;
};
BOOST_DESCRIBE_STRUCT(SayWords, (), (type, mark, text))

std::optional<SayRefusal> unfit_for(std::string_view code) {
  if (code == "too_short") return SayRefusal::empty;
  if (code == "bad_character") return SayRefusal::not_plain;
  if (code == "too_long") return SayRefusal::too_long;
  return std::nullopt;
}

/// A text that cannot be taken is answered; whatever else is wrong is no message of a room.
std::optional<Heard> read_saying(json::object const& object) {
  auto const read = kelisim::json::read<SayWords>(object);
  if (read) return Heard{.said = Said::say, .text = read->text.value, .mark = read->mark.value};
  auto const& wrong = read.error();
  auto const unfit = wrong.size() == 1 && wrong.front().path == "text" ? unfit_for(wrong.front().code) : std::nullopt;
  if (!unfit) return std::nullopt;
  return Heard{.said = Said::say, .mark = text_of(object, "mark"), .unfit = unfit};
}

json::array servers_of(RelayAccess const& access) {
  json::array urls;
  for (auto const& url : access.urls) urls.emplace_back(url);
  return {json::object{{"urls", urls}, {"username", access.username}, {"credential", access.credential}}};
}

}  // namespace

std::int64_t late_minutes(RoomTimes const& times, Instant now) {
  auto const came = std::min(times.specialist_came_at.value_or(now), times.booked.ends_at);
  return std::max<std::int64_t>(0, std::chrono::floor<std::chrono::minutes>(came - times.booked.starts_at).count());
}

std::optional<Heard> read(std::string_view text) {
  auto const parsed = kelisim::json::parse(text, {.depth = depth_max});
  if (!parsed || !parsed->is_object()) return std::nullopt;
  auto const& object = parsed->get_object();
  auto const type = text_of(object, "type");
  if (type == "beat") return Heard{.said = Said::beat};
  if (type == "leave") return Heard{.said = Said::leave};
  if (type == "say") return read_saying(object);
  if (type == "signal") {
    auto const* signal = object.if_contains("signal");
    if (signal == nullptr || !signal->is_object()) return std::nullopt;
    return Heard{.said = Said::signal,
                 .text = json::serialize(json::object{{"type", "signal"}, {"signal", *signal}})};
  }
  if (type == "mode") {
    Heard const heard{.said = Said::mode, .mode = text_of(object, "mode"), .cause = text_of(object, "cause")};
    auto const known =
        (heard.mode == "video" || heard.mode == "audio") && (heard.cause == "chosen" || heard.cause == "quality");
    return known ? std::optional(heard) : std::nullopt;
  }
  if (type == "share") {
    auto const* on = object.if_contains("on");
    if (on == nullptr || !on->is_bool()) return std::nullopt;
    return Heard{.said = Said::share, .shares = on->as_bool()};
  }
  if (type == "hearing") {
    auto const* hears = object.if_contains("hears");
    if (hears == nullptr || !hears->is_bool()) return std::nullopt;
    return Heard{.said = Said::hearing, .hears = hears->as_bool()};
  }
  return std::nullopt;
}

std::string beat() { return R"({"type":"beat"})"; }

std::string welcome(RoomTimes const& times, bool peer_present, std::optional<RelayAccess> const& relay,
                    terms::SessionSettings const& allowed, Instant now) {
  return json::serialize(json::object{{"type", "welcome"},
                                      {"state", state_of(times, peer_present, Sharing::nobody, now)},
                                      {"chat", allowed.chat},
                                      {"screen_share", allowed.screen_share},
                                      {"media", relay ? "relay" : "direct"},
                                      {"ice_servers", relay ? servers_of(*relay) : json::array()}});
}

std::string relay(RelayAccess const& access) {
  return json::serialize(json::object{{"type", "relay"}, {"ice_servers", servers_of(access)}});
}

std::string state(RoomTimes const& times, bool peer_present, Sharing sharing, Instant now) {
  return json::serialize(json::object{{"type", "state"}, {"state", state_of(times, peer_present, sharing, now)}});
}

std::string not_shared(ShareRefusal why) {
  return json::serialize(json::object{{"type", "not_shared"}, {"code", boost::describe::enum_to_string(why, "")}});
}

std::string said(Message const& message) {
  return json::serialize(json::object{{"type", "said"}, {"message", kelisim::json::write(message)}});
}

std::string refused(std::string_view mark, std::string_view code) {
  return json::serialize(json::object{{"type", "refused"}, {"mark", mark}, {"code", code}});
}

std::string closed(std::string_view code) {
  return json::serialize(json::object{{"type", "closed"}, {"code", code}});
}

}  // namespace kelisim::sessions::words
