#pragma once

#include "gateways/janus_rooms.h"

#include <boost/asio/io_context.hpp>
#include <boost/json/object.hpp>

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>

namespace kelisim::gateways::janus {

/// The connection with the engine and the session on it. Everything runs on the thread of the given context.
class Link {
 public:
  /// The engine's answer; null when none came before the link was lost or within 20 s.
  using Answered = std::function<void(boost::json::object const*)>;
  struct Hooks {
    std::function<void(bool up)> changed;
    std::function<void(boost::json::object const&)> happened;  ///< what nobody had asked for
  };

  Link(boost::asio::io_context& context, JanusSettings settings, Clock const& clock, Hooks hooks);
  ~Link();
  Link(Link const&) = delete;
  Link& operator=(Link const&) = delete;

  /// Each second: connects where there is no connection, keeps the session alive, gives up what is silent.
  void tick();
  [[nodiscard]] bool up() const noexcept { return session_.has_value(); }
  /// Asks within the session. Session, transaction and token are added.
  void ask(boost::json::object request, Answered answered);
  /// Gives the connection up: the next tick makes another.
  void drop();

 private:
  class Connection;
  struct Asked {
    Answered answered;
    int at_tick;
  };

  void connected();
  void heard(std::string_view text);
  void settle(std::string const& transaction, boost::json::object const* answer);
  void send(boost::json::object request, Answered answered);
  [[nodiscard]] std::string api_token() const;

  boost::asio::io_context& context_;
  JanusSettings settings_;
  Clock const& clock_;
  Hooks hooks_;
  std::shared_ptr<Connection> connection_;
  std::optional<std::uint64_t> session_;
  std::map<std::string, Asked, std::less<>> asked_;
  std::uint64_t last_transaction_ = 0;
  int ticks_ = 0;
  int heard_at_tick_ = 0;
};

}  // namespace kelisim::gateways::janus
