#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

/// The port to the engine that spreads the media of a group room. Its words are SDP and candidates alone: whatever
/// else an engine can be asked for (recording, forwarding) has no word here.
namespace kelisim::groups {

/// An SDP text of one side. `type` is "offer" or "answer".
struct Description {
  std::string type;
  std::string sdp;
};

/// An ICE candidate of a browser. Without text: there are no more.
struct Candidate {
  std::string text = {};
  std::string mid = {};
  std::int64_t line = 0;
};

/// What a viewer asks of one speaker's picture.
enum class Picture : std::uint8_t { high = 1, low = 2, none = 3 };

/// How the room of an event is made at the engine.
struct RoomShape {
  int speakers_max;
  std::int64_t video_bits_max;  ///< a second, of one speaker
  bool encrypted;               ///< only frames that the browsers have encrypted come in or go out
};

/// Hears of one line, on the engine's thread: it must be quick. After ended() nothing more is heard.
class LineListener {
 public:
  LineListener() = default;
  LineListener(LineListener const&) = delete;
  LineListener& operator=(LineListener const&) = delete;
  virtual ~LineListener() = default;
  virtual void described(Description description) = 0;
  /// Media can flow.
  virtual void connected() = 0;
  /// `refused`: the engine will not have it so. `hung_up`: the connection is lost. `lost`: the engine is.
  virtual void ended(std::string_view why) = 0;
};

/// One connection of one browser with the engine. Dropping it closes it.
class Line {
 public:
  Line() = default;
  Line(Line const&) = delete;
  Line& operator=(Line const&) = delete;
  virtual ~Line() = default;
  virtual void trickle(Candidate candidate) = 0;
};

class SpeakingLine : public Line {
 public:
  /// The engine passes on no sound of this line, whatever the browser sends.
  virtual void mute(bool muted) = 0;
};

class ViewingLine : public Line {
 public:
  virtual void answer(Description description) = 0;
  virtual void show(Picture picture) = 0;
};

/// Thread-safe. Calls return at once; what comes of them is heard.
class Engine {
 public:
  Engine() = default;
  Engine(Engine const&) = delete;
  Engine& operator=(Engine const&) = delete;
  virtual ~Engine() = default;

  /// Told true when the engine can be asked, false when it was lost: it then remembers no room and no line. Told at
  /// once how it stands. Empty: nobody listens any more, and once this returns nobody is being told.
  virtual void on_change(std::function<void(bool up)> listener) = 0;

  /// `opened` hears whether there is such a room now. A room of that name stays as it is.
  virtual void open_room(std::string room, RoomShape shape, std::function<void(bool)> opened) = 0;
  virtual void close_room(std::string room) = 0;

  /// Puts a browser that offers its media on the stage as `speaker`, a name unique in the room; it hears the answer.
  /// An offer of more than one sound and one picture, or of anything else, is refused.
  [[nodiscard]] virtual std::shared_ptr<SpeakingLine> speak(std::string room, std::string speaker, Description offer,
                                                            std::shared_ptr<LineListener> listener) = 0;
  /// Shows a speaker to a browser, which hears an offer and answers it.
  [[nodiscard]] virtual std::shared_ptr<ViewingLine> watch(std::string room, std::string speaker,
                                                           std::shared_ptr<LineListener> listener) = 0;
};

}  // namespace kelisim::groups
