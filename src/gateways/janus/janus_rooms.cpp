#include "gateways/janus_rooms.h"

#include "janus/desk.h"
#include "kernel/digits.h"
#include "kernel/fault.h"
#include "platform/ticker.h"

#include <fmt/format.h>

#include <thread>

namespace kelisim::gateways {

using janus::LinePtr;
using janus::LineState;

namespace {

constexpr Duration tick_period = std::chrono::seconds(1);
constexpr std::int64_t port_max = 65535;

}  // namespace

JanusSettings read_engine_url(std::string_view url, std::string secret) {
  constexpr std::string_view scheme = "ws://";
  auto const colon = url.rfind(':');
  auto const port = colon == std::string_view::npos ? std::nullopt : parse_digits(url.substr(colon + 1));
  if (!url.starts_with(scheme) || colon < scheme.size() || !port || *port < 1 || *port > port_max) {
    throw Fault(Fault::Retry::no, fmt::format("'{}' is no address of an engine: ws://127.0.0.1:8188", url));
  }
  auto host = std::string(url.substr(scheme.size(), colon - scheme.size()));
  if (!host.starts_with("127.")) {
    throw Fault(Fault::Retry::no, fmt::format("the engine at '{}' is not on the loopback interface", url));
  }
  return {.host = std::move(host), .port = static_cast<std::uint16_t>(*port), .secret = std::move(secret)};
}

/// The desk with its thread. Lines share it, so that one that is dropped late finds it.
class JanusRooms::Desk {
 public:
  Desk(JanusSettings settings, Clock const& clock)
      : desk_(std::make_shared<janus::Desk>(std::move(settings), clock)),
        thread_([desk = desk_.get()] { desk->run(); }) {
    desk_->tick();
    ticker_.emplace(tick_period, [desk = desk_.get()] { desk->tick(); });
  }
  Desk(Desk const&) = delete;
  Desk& operator=(Desk const&) = delete;
  ~Desk() {
    ticker_.reset();
    desk_->stop();
    thread_.join();
  }

  [[nodiscard]] std::shared_ptr<janus::Desk> const& get() const noexcept { return desk_; }

 private:
  std::shared_ptr<janus::Desk> desk_;
  std::thread thread_;
  std::optional<Ticker> ticker_;
};

/// A line of a speaker. What is posted names the desk without owning it: the desk runs it or drops it.
class JanusRooms::Speaking final : public groups::SpeakingLine {
 public:
  Speaking(std::shared_ptr<janus::Desk> desk, LinePtr line) : desk_(std::move(desk)), line_(std::move(line)) {}
  ~Speaking() override {
    desk_->post([desk = desk_.get(), line = line_] { desk->close(line); });
  }
  void trickle(groups::Candidate candidate) override {
    desk_->post(
        [desk = desk_.get(), line = line_, candidate = std::move(candidate)] { desk->trickle(line, candidate); });
  }
  void mute(bool muted) override {
    desk_->post([desk = desk_.get(), line = line_, muted] { desk->mute(line, muted); });
  }

 private:
  std::shared_ptr<janus::Desk> desk_;
  LinePtr line_;
};

class JanusRooms::Viewing final : public groups::ViewingLine {
 public:
  Viewing(std::shared_ptr<janus::Desk> desk, LinePtr line) : desk_(std::move(desk)), line_(std::move(line)) {}
  ~Viewing() override {
    desk_->post([desk = desk_.get(), line = line_] { desk->close(line); });
  }
  void trickle(groups::Candidate candidate) override {
    desk_->post(
        [desk = desk_.get(), line = line_, candidate = std::move(candidate)] { desk->trickle(line, candidate); });
  }
  void answer(groups::Description description) override {
    desk_->post([desk = desk_.get(), line = line_, description = std::move(description)] {
      desk->answer(line, description);
    });
  }
  void show(groups::Picture picture) override {
    desk_->post([desk = desk_.get(), line = line_, picture] { desk->show(line, picture); });
  }

 private:
  std::shared_ptr<janus::Desk> desk_;
  LinePtr line_;
};

JanusRooms::JanusRooms(JanusSettings settings, Clock const& clock)
    : desk_(std::make_unique<Desk>(std::move(settings), clock)) {}
JanusRooms::~JanusRooms() = default;

void JanusRooms::on_change(std::function<void(bool)> listener) { desk_->get()->listen(std::move(listener)); }

void JanusRooms::open_room(std::string room, groups::RoomShape shape, std::function<void(bool)> opened) {
  auto* const desk = desk_->get().get();
  desk->post([desk, room = std::move(room), shape, opened = std::move(opened)]() mutable {
    desk->open_room(room, shape, std::move(opened));
  });
}

void JanusRooms::close_room(std::string room) {
  auto* const desk = desk_->get().get();
  desk->post([desk, room = std::move(room)] { desk->close_room(room); });
}

std::shared_ptr<groups::SpeakingLine> JanusRooms::speak(std::string room, std::string speaker,
                                                        groups::Description offer,
                                                        std::shared_ptr<groups::LineListener> listener) {
  auto line = std::make_shared<LineState>(LineState{std::move(room), std::move(speaker), std::move(listener)});
  auto* const desk = desk_->get().get();
  desk->post([desk, line, offer = std::move(offer)] { desk->speak(line, offer); });
  return std::make_shared<Speaking>(desk_->get(), std::move(line));
}

std::shared_ptr<groups::ViewingLine> JanusRooms::watch(std::string room, std::string speaker,
                                                       std::shared_ptr<groups::LineListener> listener) {
  auto line = std::make_shared<LineState>(LineState{std::move(room), std::move(speaker), std::move(listener)});
  auto* const desk = desk_->get().get();
  desk->post([desk, line] { desk->watch(line); });
  return std::make_shared<Viewing>(desk_->get(), std::move(line));
}

}  // namespace kelisim::gateways
