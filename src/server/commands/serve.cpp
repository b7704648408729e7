#include "gateways/clamd.h"
#include "gateways/freedompay.h"
#include "gateways/janus_rooms.h"
#include "gateways/relay_reports.h"
#include "gateways/smsc_sms.h"
#include "gateways/smtp_mail.h"
#include "gateways/turn_relay.h"
#include "kernel/zone.h"
#include "platform/http/reserved_port.h"
#include "platform/ticker.h"
#include "sandbox/acquirer.h"
#include "server/business.h"
#include "server/commands.h"
#include "terms/editions.h"

#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include <sys/resource.h>

#include <csignal>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <optional>

namespace kelisim::server {
namespace {

constexpr Duration letters_every = std::chrono::seconds(5);

std::string setting(std::string const& name) {
  auto const* value = std::getenv(name.c_str());
  if (value == nullptr || *value == '\0')
    throw Fault(Fault::Retry::no, fmt::format("the setting {} is missing", name));
  return value;
}

std::string setting_or(char const* name, std::string const& otherwise) {
  auto const* value = std::getenv(name);
  return value == nullptr ? otherwise : value;
}

std::string secret_in(std::string const& file) {
  std::ifstream input(file, std::ios::binary);
  std::string secret{std::istreambuf_iterator<char>(input), {}};
  while (secret.ends_with('\n')) secret.pop_back();
  if (secret.empty()) throw Fault(Fault::Retry::no, fmt::format("no secret could be read from {}", file));
  return secret;
}

/// Null where media goes directly: by the brand's setting, or in a sandbox that was started without a relay.
std::unique_ptr<gateways::TurnRelay> open_relay(terms::Brand const& brand, bool sandbox, Clock const& real_clock) {
  if (brand.media_mode == terms::MediaMode::direct) return nullptr;
  if (sandbox && setting_or("KELISIM_RELAY_URLS", "").empty()) return nullptr;
  return std::make_unique<gateways::TurnRelay>(
      gateways::TurnSettings{.urls = gateways::read_relay_urls(setting("KELISIM_RELAY_URLS"), sandbox),
                             .secret = secret_in(setting("KELISIM_RELAY_SECRET_FILE"))},
      real_clock);
}

/// Null where the relay does not tell what it sees: what the two say of their hearing is then all there is.
std::unique_ptr<gateways::RelayReports> hear_relay(sessions::RelayWitness& witness) {
  auto const place = setting_or("KELISIM_RELAY_REPORTS", "");
  if (place.empty()) return nullptr;
  return std::make_unique<gateways::RelayReports>(
      gateways::read_relay_reports(place, secret_in(setting("KELISIM_RELAY_SECRET_FILE"))), witness);
}

/// Null where KELISIM_GROUP_ENGINE_URL is not set: group events then have no media.
std::unique_ptr<gateways::JanusRooms> open_group_engine(Clock const& real_clock) {
  auto const url = setting_or("KELISIM_GROUP_ENGINE_URL", "");
  if (url.empty()) return nullptr;
  return std::make_unique<gateways::JanusRooms>(
      gateways::read_engine_url(url, secret_in(setting("KELISIM_GROUP_ENGINE_SECRET_FILE"))), real_clock);
}

/// Null where KELISIM_CLAMD_SOCKET is not set: not configured.
std::unique_ptr<gateways::Clamd> open_scanner() {
  auto const socket = setting_or("KELISIM_CLAMD_SOCKET", "");
  return socket.empty() ? nullptr : std::make_unique<gateways::Clamd>(socket);
}

/// The world around a business: in the sandbox a movable clock, a stand-in acquirer and an outbox that carries
/// nothing.
class World {
 public:
  World(ServeOptions const& options, terms::Brand const& brand)
      : sandbox_(options.place.sandbox),
        transport_(gateways::curl_transport()),
        relay_(open_relay(brand, sandbox_, system_)),
        group_engine_(open_group_engine(system_)),
        scanner_(open_scanner()) {
    gateways::FreedomPaySettings settings{
        .merchant_id = {}, .secret = {}, .base_url = {}, .public_url = options.origin, .currency = brand.currency};
    if (sandbox_) {
      std::filesystem::create_directories(options.place.data);
      sandbox::AcquirerSettings const merchant{.merchant_id = "1001", .secret = random_.token(16)};
      acquirer_ = std::make_unique<sandbox::AcquirerHouse>(
          merchant,
          sandbox::AcquirerPlace{
              .folder = options.place.data, .address = options.address, .port = options.acquirer_port},
          movable_, random_);
      settings.merchant_id = merchant.merchant_id;
      settings.secret = merchant.secret;
      settings.base_url = acquirer_->base_url();
    } else {
      settings.merchant_id = setting(brand.gateway.merchant_id_setting);
      settings.secret = setting(brand.gateway.secret_key_setting);
      settings.base_url = setting(brand.gateway.base_url_setting);
      mail_ = std::make_unique<gateways::SmtpMail>(
          gateways::SmtpSettings{.url = setting("KELISIM_SMTP_URL"),
                                 .user = setting_or("KELISIM_SMTP_USER", ""),
                                 .password = setting_or("KELISIM_SMTP_PASSWORD", ""),
                                 .from = brand.provider.support_email,
                                 .from_name = brand.name});
      sms_ = std::make_unique<gateways::SmscSms>(
          gateways::SmscSettings{.url = setting_or("KELISIM_SMSC_URL", "https://smsc.kz/sys/send.php"),
                                 .login = setting("KELISIM_SMSC_LOGIN"),
                                 .password = setting("KELISIM_SMSC_PASSWORD")},
          *transport_);
    }
    freedompay_ = settings;
    gateway_ = std::make_unique<gateways::FreedomPay>(settings, *transport_, random_);
  }

  [[nodiscard]] Outside ports() {
    notify::MailCarrier& mail = sandbox_ ? static_cast<notify::MailCarrier&>(local_) : *mail_;
    notify::SmsCarrier& sms = sandbox_ ? static_cast<notify::SmsCarrier&>(local_) : *sms_;
    Clock& clock = sandbox_ ? static_cast<Clock&>(movable_) : system_;
    return {.clock = clock,
            .random = random_,
            .gateway = *gateway_,
            .sms = sms,
            .mail = mail,
            .relay = relay_.get(),
            .group_engine = group_engine_.get(),
            .scanner = scanner_.get(),
            .movable_clock = sandbox_ ? &movable_ : nullptr,
            .clock_moved = [this] {
              if (acquirer_) acquirer_->wake();
            }};
  }

  void add_routes(http::Routes& routes) {
    gateways::add_freedompay_routes(routes, freedompay_, random_);
    if (acquirer_) sandbox::add_acquirer_routes(routes, acquirer_->acquirer());
  }

  [[nodiscard]] char const* media() const { return relay_ ? "relay" : "direct"; }
  [[nodiscard]] std::uint16_t acquirer_port() const { return acquirer_ ? acquirer_->port() : std::uint16_t{0}; }

 private:
  bool sandbox_;
  SystemClock system_;
  MovableClock movable_;
  SystemRandom random_;
  notify::LocalOutbox local_;
  std::unique_ptr<gateways::FormTransport> transport_;
  std::unique_ptr<gateways::TurnRelay> relay_;
  std::unique_ptr<gateways::JanusRooms> group_engine_;
  std::unique_ptr<gateways::Clamd> scanner_;
  std::unique_ptr<sandbox::AcquirerHouse> acquirer_;
  std::unique_ptr<gateways::SmtpMail> mail_;
  std::unique_ptr<gateways::SmscSms> sms_;
  gateways::FreedomPaySettings freedompay_;
  std::unique_ptr<gateways::FreedomPay> gateway_;
};

http::ServerOptions server_options(ServeOptions const& options, Business& business) {
  http::ServerOptions server;
  server.address = options.address;
  server.port = options.port;
  server.threads = options.threads;
  server.sandbox = options.place.sandbox;
  server.languages = business.brand().languages;
  std::erase(server.languages, business.brand().default_language);
  server.languages.insert(server.languages.begin(), business.brand().default_language);
  server.origins = {options.origin};
  server.trusted_proxies = options.trusted_proxies;
  if (std::filesystem::exists(options.web / "index.html")) server.web = options.web;
  server.shows_screens = business.brand().session.screen_share;
  server.sealer = &business.sealer();
  server.observer = &business.observer();
  server.clause_wording = [&brand = business.brand()](db::Tx& tx, Clause const& clause, std::string_view language,
                                                      Instant at) {
    return terms::wording(tx, brand, clause, language, at);
  };
  return server;
}

void log_job(jobs::JobReport const& report) {
  if (report.end == jobs::JobResult::End::retry || report.end == jobs::JobResult::End::failed) {
    spdlog::warn("job {} {} attempt {}: {}", report.kind, report.id, report.attempt, report.reason);
  }
}

/// The same with nothing left to choose: port, acquirer's port and origin.
ServeOptions settled(ServeOptions options, std::optional<http::ReservedPort>& reserved) {
  if (options.port == 0) {
    options.port = reserved.emplace(options.address).port();
  } else if (options.acquirer_port == 0) {
    options.acquirer_port = static_cast<std::uint16_t>(options.port + 1);
  }
  if (options.origin.empty()) options.origin = fmt::format("http://localhost:{}", options.port);
  return options;
}

void take_letters(Business& business) {
  try {
    business.take_letters();
  } catch (std::exception const& failure) {
    spdlog::warn("letters: {}", failure.what());  // they wait in the inbox for the next round
  }
}

void wait_for_signal(sigset_t const& signals) {
  int received = 0;
  sigwait(&signals, &received);
}

}  // namespace

int serve(ServeOptions const& asked) {
  // Secrets and personal data stand in memory: no core is ever written.
  rlimit const none{0, 0};
  setrlimit(RLIMIT_CORE, &none);
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGINT);
  sigaddset(&signals, SIGTERM);
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);  // before any thread, so that all of them inherit it

  auto const brand = terms::Brand::load(asked.place.brand);
  std::optional<http::ReservedPort> reserved;
  auto const options = settled(asked, reserved);
  World world(options, brand);
  auto const ports = world.ports();
  Business business({.brand = options.place.brand,
                     .data = options.place.data,
                     .postgres = options.place.postgres,
                     .origin = options.origin,
                     .sandbox = options.place.sandbox,
                     .astrology = options.place.astrology,
                     .atlas = options.place.atlas,
                     .report = log_job},
                    ports);
  world.add_routes(business.routes());
  http::add_platform_routes(business.routes(), brand.name, options.place.sandbox);
  http::HttpServer server(server_options(options, business), business.routes(), business.database(), ports.clock,
                          &business.authenticator());
  business.on_session_ended([&server](std::string const& session) { server.close_sockets_of(session); });
  auto const relay_reports = hear_relay(business.relay_witness());
  business.jobs().start();
  Ticker const inbox(letters_every, [&business] { take_letters(business); });
  fmt::print("{} at {}{}; media {}; tz database {}\n", brand.name, options.origin,
             options.place.sandbox ? fmt::format(" — SANDBOX: nothing here is real; acquirer at http://localhost:{}",
                                                 world.acquirer_port())
                                   : "",
             world.media(), tzdata_version());
  std::fflush(stdout);
  wait_for_signal(signals);
  business.jobs().stop();
  return 0;
}

}  // namespace kelisim::server
