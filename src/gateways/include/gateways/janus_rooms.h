#pragma once

#include "groups/engine.h"
#include "platform/clock.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace kelisim::gateways {

struct JanusSettings {
  std::string host;
  std::uint16_t port;
  std::string secret;  ///< shared with the engine: deploy/group/compose derives its keys from it; never logged
};

/// `ws://127.0.0.1:8188`. Throws Fault for anything else: an engine is reached over the loopback interface or a
/// tunnel that ends there, never in the open.
[[nodiscard]] JanusSettings read_engine_url(std::string_view url, std::string secret);

/// Group rooms on Janus' VideoRoom plugin (1.1), over its WebSocket API: one connection and one session for all
/// rooms, a handle for each line. Every request body is built here; of what a browser says only SDP and candidates go
/// on. A lost engine, and one that refuses the first handle, is asked for again each second. One server has an engine
/// for itself: what rooms it finds there when it comes are closed.
class JanusRooms final : public groups::Engine {
 public:
  /// `clock` is the real one, also in the sandbox: the engine judges the ends of tokens by its own. It outlives this.
  JanusRooms(JanusSettings settings, Clock const& clock);
  ~JanusRooms() override;

  void on_change(std::function<void(bool up)> listener) override;
  void open_room(std::string room, groups::RoomShape shape, std::function<void(bool)> opened) override;
  void close_room(std::string room) override;
  [[nodiscard]] std::shared_ptr<groups::SpeakingLine> speak(std::string room, std::string speaker,
                                                            groups::Description offer,
                                                            std::shared_ptr<groups::LineListener> listener) override;
  [[nodiscard]] std::shared_ptr<groups::ViewingLine> watch(std::string room, std::string speaker,
                                                           std::shared_ptr<groups::LineListener> listener) override;

 private:
  class Desk;
  class Speaking;
  class Viewing;
  std::unique_ptr<Desk> desk_;
};

}  // namespace kelisim::gateways
