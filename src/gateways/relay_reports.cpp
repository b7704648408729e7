#include "gateways/relay_reports.h"

#include "kernel/digits.h"
#include "kernel/fault.h"
#include "redis_words.h"

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/write.hpp>

#include <fmt/format.h>
#include <openssl/crypto.h>
#include <openssl/evp.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <thread>

namespace kelisim::gateways {
namespace {

namespace asio = boost::asio;
using asio::ip::tcp;
using boost::system::error_code;

constexpr std::size_t connections_max = 64;
constexpr std::string_view done = "+OK\r\n";

/// The text between `before` and `after`, which are both there in this order; `text` goes on behind `after`.
std::optional<std::string_view> take(std::string_view& text, std::string_view before, std::string_view after) {
  if (!text.starts_with(before)) return std::nullopt;
  text.remove_prefix(before.size());
  auto const end = text.find(after);
  if (end == std::string_view::npos) return std::nullopt;
  auto const found = text.substr(0, end);
  text.remove_prefix(end + after.size());
  return found;
}

std::optional<std::int64_t> count_in(std::string_view value, std::string_view name) {
  auto const at = value.find(name);
  if (at == std::string_view::npos) return std::nullopt;
  auto const rest = value.substr(at + name.size());
  return parse_digits(rest.substr(0, rest.find(',')));
}

bool same(std::string_view a, std::string_view b) {
  return a.size() == b.size() && CRYPTO_memcmp(a.data(), b.data(), a.size()) == 0;
}

/// One thread of one relay.
class Connection : public std::enable_shared_from_this<Connection> {
 public:
  Connection(tcp::socket socket, std::string const& password, sessions::RelayWitness& witness, std::size_t& open)
      : socket_(std::move(socket)), password_(password), witness_(witness), open_(open) {
    ++open_;
  }
  ~Connection() { --open_; }
  Connection(Connection const&) = delete;
  Connection& operator=(Connection const&) = delete;

  void read() {
    socket_.async_read_some(asio::buffer(piece_),
                            [self = shared_from_this()](error_code const& failed, std::size_t size) {
                              if (!failed) self->heard({self->piece_.data(), size});
                            });
  }

 private:
  void heard(std::string_view bytes) {
    words_.feed(bytes);
    std::string answers;
    while (auto const command = words_.next()) {
      if (!obey(*command)) return;
      answers += done;
    }
    if (words_.broken()) return;
    if (answers.empty()) {
      read();
      return;
    }
    answers_ = std::move(answers);
    asio::async_write(socket_, asio::buffer(answers_),
                      [self = shared_from_this()](error_code const& failed, std::size_t) {
                        if (!failed) self->read();
                      });
  }

  /// False: the connection is not a relay's.
  bool obey(std::vector<std::string> const& command) {
    auto name = command.front();
    std::ranges::transform(name, name.begin(),
                           [](unsigned char letter) { return static_cast<char>(std::tolower(letter)); });
    if (name == "auth") {
      known_ = command.size() == 2 && same(command[1], password_);
      return known_;
    }
    if (!known_) return false;
    if (name == "select" || name == "set") return true;
    if (name != "publish" || command.size() != 3) return false;
    witness_.alive();
    if (auto const report = read_relay_report(command[1], command[2])) witness_.heard(*report);
    return true;
  }

  tcp::socket socket_;
  std::string const& password_;
  sessions::RelayWitness& witness_;
  std::size_t& open_;
  std::array<char, 4096> piece_{};
  RedisWords words_;
  std::string answers_;
  bool known_ = false;
};

}  // namespace

std::optional<sessions::RelayReport> read_relay_report(std::string_view key, std::string_view value) {
  auto rest = key;
  if (!take(rest, "turn/realm/", "/")) return std::nullopt;
  auto const user = take(rest, "user/", "/");
  auto const place = user ? take(rest, "allocation/", "/") : std::nullopt;
  if (!place || place->empty() || user->find(':') == std::string_view::npos) return std::nullopt;
  sessions::RelayReport report{.name = std::string(user->substr(user->find(':') + 1)), .place = std::string(*place)};
  if (report.name.empty()) return std::nullopt;
  if (rest == "status") {
    report.begins = value.starts_with("new ");
    return report.begins ? std::optional(report) : std::nullopt;
  }
  // What peers sent to the place and what it sent to peers: the talk between browser and relay itself is not in it.
  if (rest != "traffic/peer") return std::nullopt;
  auto const given = count_in(value, "rcvp=");
  auto const taken = count_in(value, "sentp=");
  if (!given || !taken) return std::nullopt;
  report.packets_given = *given;
  report.packets_taken = *taken;
  return report;
}

std::string relay_reports_password(std::string_view relay_secret) {
  std::array<unsigned char, 32> digest{};
  auto const text = fmt::format("{} reports", relay_secret);
  if (EVP_Digest(text.data(), text.size(), digest.data(), nullptr, EVP_sha256(), nullptr) != 1) {
    throw Fault(Fault::Retry::no, "SHA-256 is not to be had");
  }
  std::string hex;
  for (auto const byte : digest) hex += fmt::format("{:02x}", byte);
  return hex;
}

RelayReportsSettings read_relay_reports(std::string_view place, std::string_view relay_secret) {
  auto const colon = place.rfind(':');
  auto const port = colon == std::string_view::npos ? std::nullopt : parse_digits(place.substr(colon + 1));
  error_code wrong;
  auto const address = std::string(place.substr(0, colon));
  asio::ip::make_address(address, wrong);
  if (wrong || !port || *port > 65'535) {
    throw Fault(Fault::Retry::no, fmt::format("'{}' is no address and port for a relay to tell to", place));
  }
  return {address, static_cast<std::uint16_t>(*port), relay_reports_password(relay_secret)};
}

class RelayReports::Listener {
 public:
  Listener(RelayReportsSettings const& settings, sessions::RelayWitness& witness)
      : password_(settings.password),
        witness_(witness),
        acceptor_(io_, tcp::endpoint(asio::ip::make_address(settings.address), settings.port)) {
    accept();
    thread_ = std::thread([this] { io_.run(); });
  }
  ~Listener() {
    io_.stop();
    thread_.join();
  }
  Listener(Listener const&) = delete;
  Listener& operator=(Listener const&) = delete;

  [[nodiscard]] std::uint16_t port() const { return acceptor_.local_endpoint().port(); }

 private:
  void accept() {
    acceptor_.async_accept([this](error_code const& failed, tcp::socket socket) {
      if (!failed && open_ < connections_max) {
        std::make_shared<Connection>(std::move(socket), password_, witness_, open_)->read();
      }
      accept();
    });
  }

  std::string password_;
  sessions::RelayWitness& witness_;
  std::size_t open_ = 0;
  asio::io_context io_{1};
  tcp::acceptor acceptor_;
  std::thread thread_;
};

RelayReports::RelayReports(RelayReportsSettings const& settings, sessions::RelayWitness& witness)
    : listener_(std::make_unique<Listener>(settings, witness)) {}
RelayReports::~RelayReports() = default;
std::uint16_t RelayReports::port() const { return listener_->port(); }

}  // namespace kelisim::gateways
