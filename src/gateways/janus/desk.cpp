#include "janus/desk.h"

#include "janus/offer.h"
#include "janus/tokens.h"

#include <fmt/format.h>
#include <boost/asio/executor_work_guard.hpp>

namespace kelisim::gateways::janus {

namespace json = boost::json;
using groups::Description;
using groups::Picture;

namespace {

constexpr Duration join_token_life = std::chrono::seconds(30);
constexpr std::size_t waiting_max = 64;  // a browser gathers some dozens of candidates at most

PluginAnswer no_answer() { return {.error = -1}; }

json::object attach_request() { return {{"janus", "attach"}, {"plugin", plugin}}; }

}  // namespace

Desk::Desk(JanusSettings settings, Clock const& clock)
    : settings_(settings),
      clock_(clock),
      link_(context_, std::move(settings), clock,
            {.changed = [this](bool up) { changed(up); },
             .happened = [this](json::object const& event) { happened(event); }}) {}

void Desk::run() {
  auto const work = boost::asio::make_work_guard(context_);
  context_.run();
}

void Desk::tick() {
  post([this] { link_.tick(); });
}

void Desk::listen(std::function<void(bool)> listener) {
  {
    std::lock_guard const lock(listening_);
    listener_ = std::move(listener);
  }
  post([this] { tell(ready_); });
}

void Desk::tell(bool up) {
  std::lock_guard const lock(listening_);
  if (listener_) listener_(up);
}

void Desk::changed(bool up) {
  if (!up) {
    rooms_handle_.reset();
    ready_ = false;
    rooms_.clear();
    for (auto const& [handle, line] : std::exchange(lines_, {})) end(line, "lost");
    return tell(false);
  }
  link_.ask(attach_request(), [this](json::object const* answer) {
    rooms_handle_ = answer == nullptr ? std::nullopt : read_handle(*answer);
    if (!rooms_handle_) return link_.drop();  // refused: asked again on another connection
    ask_room(list_rooms(settings_.secret), [this](PluginAnswer const& list) { clear_out(list.rooms); });
  });
}

// No room is open on a new connection: whatever stands is of a server that died, or of a link that was lost. Rooms of
// another secret cannot be closed with ours.
void Desk::clear_out(std::vector<std::string> left) {
  if (!link_.up()) return;
  if (left.empty()) {
    ready_ = true;
    return tell(true);
  }
  auto const room = std::move(left.back());
  left.pop_back();
  ask_room(destroy_room(settings_.secret, room),
           [this, left = std::move(left)](PluginAnswer const&) { clear_out(left); });
}

void Desk::happened(json::object const& event) {
  auto const number = number_in(event, "sender");
  auto const found = number ? lines_.find(*number) : lines_.end();
  if (found == lines_.end()) return;
  auto const line = found->second;
  auto const* kind = event.if_contains("janus");
  if (kind == nullptr || !kind->is_string()) return;
  if (kind->get_string() == "webrtcup" && line->listener) line->listener->connected();
  if (kind->get_string() == "hangup" || kind->get_string() == "detached") {
    lines_.erase(found);
    if (kind->get_string() == "hangup") detach(*number);
    end(line, "hung_up");
  }
}

void Desk::ask_room(Request body, std::function<void(PluginAnswer const&)> answered) {
  if (!rooms_handle_) return answered(no_answer());
  link_.ask({{"janus", "message"}, {"handle_id", *rooms_handle_}, {"body", std::move(body)}},
            [answered = std::move(answered)](json::object const* answer) {
              answered(answer == nullptr ? no_answer() : read_answer(*answer));
            });
}

void Desk::open_room(std::string const& room, groups::RoomShape const& shape, std::function<void(bool)> opened) {
  ask_room(create_room(settings_.secret, room, shape),
           [this, room, shape, opened = std::move(opened)](PluginAnswer const& answer) {
             auto const stands = answer.error == 0 || answer.error == room_exists;
             if (stands) rooms_.insert_or_assign(room, shape.encrypted);
             opened(stands);
           });
}

void Desk::close_room(std::string const& room) {
  rooms_.erase(room);
  ask_room(destroy_room(settings_.secret, room), [](PluginAnswer const&) {});
}

bool Desk::is_encrypted(std::string const& room) const {
  auto const found = rooms_.find(room);
  return found != rooms_.end() && found->second;
}

void Desk::attach(LinePtr const& line, std::function<void()> attached) {
  line->encrypted = is_encrypted(line->room);
  link_.ask(attach_request(), [this, line, attached = std::move(attached)](json::object const* answer) {
    auto const handle = answer == nullptr ? std::nullopt : read_handle(*answer);
    if (!handle) return end(line, link_.up() ? "refused" : "lost");
    if (!line->listener) return detach(*handle);
    line->handle = handle;
    lines_.emplace(*handle, line);
    attached();
  });
}

void Desk::detach(std::uint64_t handle) { link_.ask({{"janus", "detach"}, {"handle_id", handle}}, {}); }

void Desk::ask_line(LinePtr const& line, Request body, std::optional<Request> with,
                    std::function<void(PluginAnswer const&)> answered) {
  Request message{{"janus", "message"}, {"handle_id", *line->handle}, {"body", std::move(body)}};
  if (with) message["jsep"] = std::move(*with);
  link_.ask(std::move(message), [answered = std::move(answered)](json::object const* answer) {
    answered(answer == nullptr ? no_answer() : read_answer(*answer));
  });
}

void Desk::join(LinePtr const& line, PluginAnswer const& answer, std::string_view expected) {
  if (!line->listener) return;
  if (answer.error != 0 || answer.said != expected || !answer.description) {
    lines_.erase(*line->handle);
    detach(*line->handle);
    return end(line, link_.up() ? "refused" : "lost");
  }
  line->audio_mids = answer.audio_mids;
  line->video_mid = answer.video_mid;
  line->joined = true;
  line->listener->described(*answer.description);
  for (auto& next : std::exchange(line->waiting, {})) next();
}

std::string Desk::join_token(LineState const& line) const {
  std::array const descriptors{fmt::format("room={}", line.room)};
  return signed_token(settings_.secret, plugin, descriptors, clock_.now() + join_token_life);
}

void Desk::speak(LinePtr const& line, Description const& offer) {
  if (!offers_one_of_each(offer.sdp)) return end(line, "refused");
  attach(line, [this, line, offer] {
    ask_line(line, speak_in(line->room, line->speaker, join_token(*line)), jsep(offer, line->encrypted),
             [this, line](PluginAnswer const& answer) { join(line, answer, "joined"); });
  });
}

void Desk::watch(LinePtr const& line) {
  attach(line, [this, line] {
    ask_line(line, watch_in(line->room, line->speaker, join_token(*line)), std::nullopt,
             [this, line](PluginAnswer const& answer) { join(line, answer, "attached"); });
  });
}

void Desk::answer(LinePtr const& line, Description const& description) {
  if (!line->listener || !line->joined) return;
  ask_line(line, {{"request", "start"}}, jsep(description, line->encrypted),
           [this, line](PluginAnswer const& answer) {
             if (answer.error == 0 || !line->listener) return;
             lines_.erase(*line->handle);
             detach(*line->handle);
             end(line, "refused");
           });
}

void Desk::trickle(LinePtr const& line, groups::Candidate const& one) {
  if (!line->listener) return;
  if (!line->joined) {
    if (line->waiting.size() < waiting_max) line->waiting.emplace_back([this, line, one] { trickle(line, one); });
    return;
  }
  link_.ask({{"janus", "trickle"}, {"handle_id", *line->handle}, {"candidate", candidate(one)}}, {});
}

void Desk::mute(LinePtr const& line, bool muted) {
  if (!line->listener) return;
  if (!line->joined) {
    if (line->waiting.size() < waiting_max) line->waiting.emplace_back([this, line, muted] { mute(line, muted); });
    return;
  }
  for (auto const& mid : line->audio_mids) {
    ask_room(mute_in(settings_.secret, line->room, line->speaker, mid, muted), [](PluginAnswer const&) {});
  }
}

void Desk::show(LinePtr const& line, Picture picture) {
  if (!line->listener) return;
  if (!line->joined) {
    if (line->waiting.size() < waiting_max)
      line->waiting.emplace_back([this, line, picture] { show(line, picture); });
    return;
  }
  if (line->video_mid.empty()) return;
  ask_line(line, janus::show(line->video_mid, picture), std::nullopt, [](PluginAnswer const&) {});
}

void Desk::close(LinePtr const& line) {
  line->listener = nullptr;
  line->waiting.clear();
  if (!line->handle) return;
  if (lines_.erase(*line->handle) > 0) detach(*line->handle);
}

void Desk::end(LinePtr const& line, std::string_view why) {
  line->waiting.clear();
  if (auto const listener = std::exchange(line->listener, nullptr)) listener->ended(why);
}

}  // namespace kelisim::gateways::janus
