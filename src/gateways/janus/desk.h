#pragma once

#include "gateways/janus_rooms.h"
#include "janus/link.h"
#include "janus/requests.h"

#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>

#include <deque>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace kelisim::gateways::janus {

/// One line as the desk keeps it. Until its handle is attached, what is asked of it waits.
struct LineState {
  std::string room;
  std::string speaker;
  std::shared_ptr<groups::LineListener> listener;  ///< null once the line has ended
  std::optional<std::uint64_t> handle = {};
  bool joined = false;
  bool encrypted = false;
  std::vector<std::string> audio_mids = {};  ///< all that there are: a muted speaker is muted on each
  std::string video_mid = {};
  std::deque<std::function<void()>> waiting = {};  ///< for having joined
};
using LinePtr = std::shared_ptr<LineState>;

/// What JanusRooms does, on one thread. Lives as long as any line of it; once its owner has let go nothing runs.
class Desk {
 public:
  Desk(JanusSettings settings, Clock const& clock);

  /// Runs until stopped; tick() is asked for each second, from any thread.
  void run();
  void stop() { context_.stop(); }
  void tick();

  template <class F>
  void post(F what) {
    boost::asio::post(context_, std::move(what));
  }

  void listen(std::function<void(bool)> listener);
  void open_room(std::string const& room, groups::RoomShape const& shape, std::function<void(bool)> opened);
  void close_room(std::string const& room);
  void speak(LinePtr const& line, groups::Description const& offer);
  void watch(LinePtr const& line);
  void answer(LinePtr const& line, groups::Description const& description);
  void trickle(LinePtr const& line, groups::Candidate const& candidate);
  void mute(LinePtr const& line, bool muted);
  void show(LinePtr const& line, groups::Picture picture);
  void close(LinePtr const& line);

 private:
  using Request = boost::json::object;

  void changed(bool up);
  void clear_out(std::vector<std::string> left);
  void tell(bool up);
  void happened(boost::json::object const& event);
  void attach(LinePtr const& line, std::function<void()> attached);
  void detach(std::uint64_t handle);
  void ask_room(Request body, std::function<void(PluginAnswer const&)> answered);
  void ask_line(LinePtr const& line, Request body, std::optional<Request> jsep,
                std::function<void(PluginAnswer const&)> answered);
  void join(LinePtr const& line, PluginAnswer const& answer, std::string_view expected);
  void end(LinePtr const& line, std::string_view why);
  /// Opens this one room for half a minute.
  [[nodiscard]] std::string join_token(LineState const& line) const;
  [[nodiscard]] bool is_encrypted(std::string const& room) const;

  boost::asio::io_context context_;
  JanusSettings settings_;
  Clock const& clock_;
  std::mutex listening_;
  std::function<void(bool)> listener_;
  std::optional<std::uint64_t> rooms_handle_;
  bool ready_ = false;                 ///< nothing of a former server stands at the engine
  std::map<std::string, bool> rooms_;  ///< opened: whether encrypted
  std::map<std::uint64_t, LinePtr> lines_;
  Link link_;
};

}  // namespace kelisim::gateways::janus
