#include "room/words.h"

#include "platform/json/reader.h"

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

namespace kelisim::groups::words {
namespace {

namespace json = boost::json;

constexpr std::size_t depth_max = 8;
constexpr std::size_t sdp_bytes_max = 32 * 1024;
constexpr std::size_t candidate_bytes_max = 1024;
constexpr std::size_t mid_bytes_max = 16;
constexpr std::size_t key_bytes_max = 200;     // a P-256 point in base64
constexpr std::size_t sealed_bytes_max = 200;  // a sealed AES key in base64
constexpr std::size_t keys_max = 110;
constexpr std::size_t name_bytes_max = 200;
constexpr std::size_t chat_bytes_max = 8 * 1024;
constexpr std::size_t id_bytes = 26;
constexpr std::size_t name_letters_max = 40;
constexpr std::int64_t number_max = 1'000'000'000;

/// Reads the fields of one message; what does not fit spoils it.
class Fields {
 public:
  explicit Fields(json::object const& object) : object_(object) {}

  std::string text(std::string_view name, std::size_t bytes_max) {
    auto const* value = object_.if_contains(name);
    if (value == nullptr || !value->is_string() || value->get_string().size() > bytes_max) return spoil();
    return std::string(value->get_string());
  }
  std::string id(std::string_view name) {
    auto found = text(name, id_bytes);
    return found.size() == id_bytes ? found : spoil();
  }
  bool flag(std::string_view name) {
    auto const* value = object_.if_contains(name);
    if (value == nullptr || !value->is_bool()) spoil();
    return value != nullptr && value->is_bool() && value->get_bool();
  }
  std::int64_t number(std::string_view name) {
    auto const* value = object_.if_contains(name);
    auto const fits =
        value != nullptr && value->is_int64() && value->get_int64() >= 0 && value->get_int64() < number_max;
    if (!fits) spoil();
    return fits ? value->get_int64() : 0;
  }
  [[nodiscard]] bool has(std::string_view name) const { return object_.contains(name); }
  [[nodiscard]] json::value const* raw(std::string_view name) const { return object_.if_contains(name); }
  std::string spoil() {
    sound_ = false;
    return {};
  }
  [[nodiscard]] bool sound() const noexcept { return sound_; }

 private:
  json::object const& object_;
  bool sound_ = true;
};

std::optional<Verb> verb_of(std::string_view type) {
  static std::map<std::string_view, Verb> const verbs{
      {"beat", Verb::beat},       {"leave", Verb::leave},   {"hello", Verb::hello},   {"offer", Verb::offer},
      {"quiet", Verb::quiet},     {"watch", Verb::watch},   {"answer", Verb::answer}, {"candidate", Verb::candidate},
      {"picture", Verb::picture}, {"hand", Verb::hand},     {"admit", Verb::admit},   {"lower", Verb::lower},
      {"mute", Verb::mute},       {"remove", Verb::remove}, {"chat", Verb::chat},     {"say", Verb::say},
      {"keys", Verb::keys}};
  auto const found = verbs.find(type);
  return found == verbs.end() ? std::nullopt : std::optional(found->second);
}

Picture read_picture(Fields& fields) {
  auto const word = fields.text("picture", mid_bytes_max);
  if (word == "high") return Picture::high;
  if (word == "low") return Picture::low;
  if (word != "none") fields.spoil();
  return Picture::none;
}

std::vector<SealedKey> read_keys(Fields& fields) {
  std::vector<SealedKey> keys;
  auto const* list = fields.raw("for");
  if (list == nullptr || !list->is_array() || list->get_array().size() > keys_max) {
    fields.spoil();
    return keys;
  }
  for (auto const& one : list->get_array()) {
    if (!one.is_object()) {
      fields.spoil();
      return keys;
    }
    Fields entry(one.get_object());
    keys.push_back({entry.id("who"), entry.text("sealed", sealed_bytes_max)});
    if (!entry.sound()) fields.spoil();
  }
  return keys;
}

/// One line that shows what it says, as everywhere that people read each other's words; else why it is none.
Result<std::string, std::string> read_line(std::string_view text, std::size_t letters_max) {
  kelisim::json::Reader reader;
  auto line = reader.text(json::string(text), {}, {.min = 1, .max = letters_max, .trimmed = true});
  if (!line) return Failure(reader.take_errors().front().code);
  return std::move(*line);
}

SayRefusal unfit_for(std::string_view code) {
  if (code == "too_short") return SayRefusal::empty;
  return code == "too_long" ? SayRefusal::too_long : SayRefusal::not_plain;
}

void read_saying(Heard& heard, Fields& fields) {
  auto line = read_line(fields.text("text", chat_bytes_max), chat_letters_ceiling);
  if (line) {
    heard.text = std::move(*line);
  } else {
    heard.unfit = unfit_for(line.error());
  }
}

void read_media(Heard& heard, Fields& fields) {
  if (heard.verb == Verb::offer || heard.verb == Verb::answer) heard.text = fields.text("sdp", sdp_bytes_max);
  if (heard.verb == Verb::candidate) {
    heard.text = fields.text("candidate", candidate_bytes_max);
    heard.mid = fields.text("mid", mid_bytes_max);
    heard.number = fields.number("line");
    if (fields.has("speaker")) heard.who = fields.id("speaker");
  }
  if (heard.verb == Verb::watch || heard.verb == Verb::answer || heard.verb == Verb::picture) {
    heard.who = fields.id("speaker");
  }
  if (heard.verb == Verb::picture) heard.picture = read_picture(fields);
}

void read_rest(Heard& heard, Fields& fields) {
  switch (heard.verb) {
    case Verb::hello:
      heard.text = read_line(fields.text("name", name_bytes_max), name_letters_max).value_or("");
      heard.key = fields.text("key", key_bytes_max);
      heard.flag = fields.flag("encrypts");
      return;
    case Verb::hand:
      heard.flag = fields.flag("raised");
      return;
    case Verb::mute:
      heard.flag = fields.flag("muted");
      [[fallthrough]];
    case Verb::admit:
    case Verb::lower:
    case Verb::remove:
      heard.who = fields.id("who");
      return;
    case Verb::chat:
      heard.flag = fields.flag("open");
      return;
    case Verb::say:
      read_saying(heard, fields);
      return;
    case Verb::keys:
      heard.number = fields.number("epoch");
      heard.keys = read_keys(fields);
      return;
    case Verb::beat:
    case Verb::leave:
    case Verb::quiet:
    case Verb::offer:
    case Verb::watch:
    case Verb::answer:
    case Verb::candidate:
    case Verb::picture:
      return;
  }
}

json::array servers_of(sessions::RelayAccess const& access) {
  json::array urls;
  for (auto const& url : access.urls) urls.emplace_back(url);
  return {json::object{{"urls", urls}, {"username", access.username}, {"credential", access.credential}}};
}

std::string_view part_word(Part part) { return part == Part::speaker ? "speaker" : "viewer"; }

json::object stage_of(Seat const& seat, Room const& room, bool has_engine) {
  json::array speakers;
  json::array people;
  json::object keys;
  std::int64_t viewers = 0;
  for (auto const& [id, one] : room.seats) {
    if (!one->may_speak()) ++viewers;
    if (one->may_speak()) {
      speakers.push_back(json::object{
          {"id", id}, {"name", one->name}, {"live", one->live}, {"muted", one->muted}, {"guest", one->let_up}});
    }
    if (seat.part == Part::speaker && !one->may_speak()) {
      people.push_back(json::object{{"id", id}, {"name", one->name}, {"hand", one->hand}});
    }
    // A viewer needs the speakers' keys alone; a speaker has keys of frames to give to everybody.
    if (one.get() != &seat && (seat.may_speak() || one->may_speak())) keys[id] = one->key;
  }
  json::object told{{"generation", room.generation},
                    {"media", !has_engine   ? "none"
                              : room.opened ? "up"
                                            : "down"},
                    {"encrypted", room.encrypted},
                    {"chat_open", room.chat_open},
                    {"viewers", viewers},
                    {"speakers", std::move(speakers)},
                    {"keys", std::move(keys)},
                    {"you", json::object{{"id", seat.id()},
                                         {"part", part_word(seat.part)},
                                         {"may_speak", seat.may_speak()},
                                         {"hand", seat.hand},
                                         {"muted", seat.muted}}}};
  if (seat.part == Part::speaker) told["people"] = std::move(people);
  return told;
}

json::object message_of(std::string_view from, Said const& message) {
  return {{"id", message.id},     {"from", from},         {"part", part_word(message.part)},
          {"name", message.name}, {"text", message.text}, {"at", to_rfc3339(message.at)}};
}

}  // namespace

std::optional<Heard> read(std::string_view text) {
  boost::system::error_code failed;
  json::parse_options options;
  options.max_depth = depth_max;
  auto const parsed = json::parse(text, failed, {}, options);
  if (failed || !parsed.is_object()) return std::nullopt;
  Fields fields(parsed.get_object());
  auto const verb = verb_of(fields.text("type", mid_bytes_max));
  if (!verb) return std::nullopt;
  Heard heard{.verb = *verb};
  read_media(heard, fields);
  read_rest(heard, fields);
  return fields.sound() ? std::optional(std::move(heard)) : std::nullopt;
}

std::string beat() { return R"({"type":"beat"})"; }

std::string welcome(Seat const& seat, Room const& room, std::optional<sessions::RelayAccess> const& access,
                    bool has_engine, Instant now) {
  json::array said;
  for (auto const& message : room.chat) {
    said.push_back(message_of(message.author == seat.person ? seat.id() : "", message));
  }
  return json::serialize(json::object{{"type", "welcome"},
                                      {"now", to_rfc3339(now)},
                                      {"starts_at", to_rfc3339(room.event.starts_at)},
                                      {"ends_at", to_rfc3339(room.event.ends_at)},
                                      {"ice_servers", access ? servers_of(*access) : json::array()},
                                      {"messages", std::move(said)},
                                      {"stage", stage_of(seat, room, has_engine)}});
}

std::string relay(sessions::RelayAccess const& access) {
  return json::serialize(json::object{{"type", "relay"}, {"ice_servers", servers_of(access)}});
}

std::string stage(Seat const& seat, Room const& room, bool has_engine) {
  return json::serialize(json::object{{"type", "stage"}, {"stage", stage_of(seat, room, has_engine)}});
}

std::string answer(Description const& description) {
  return json::serialize(json::object{{"type", "answer"}, {"sdp", description.sdp}});
}

std::string offer(std::string_view speaker, Description const& description) {
  return json::serialize(json::object{{"type", "offer"}, {"speaker", speaker}, {"sdp", description.sdp}});
}

std::string line_ended(std::string_view speaker, std::string_view why) {
  return json::serialize(json::object{{"type", "line_ended"}, {"speaker", speaker}, {"why", why}});
}

std::string keys(std::string_view from, std::int64_t epoch, std::string_view sealed) {
  return json::serialize(json::object{{"type", "keys"}, {"from", from}, {"epoch", epoch}, {"sealed", sealed}});
}

std::string said(std::string_view from, Said const& message) {
  return json::serialize(json::object{{"type", "said"}, {"message", message_of(from, message)}});
}

std::string refused(std::string_view what, std::string_view code) {
  return json::serialize(json::object{{"type", "refused"}, {"what", what}, {"code", code}});
}

std::string closed(std::string_view code) {
  return json::serialize(json::object{{"type", "closed"}, {"code", code}});
}

}  // namespace kelisim::groups::words
