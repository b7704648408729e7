#include "http/acquirer_pages.h"
#include "platform/http/server.h"
#include "sandbox/acquirer.h"

#include <fmt/format.h>

namespace kelisim::sandbox {
namespace {

http::ServerOptions options_of(AcquirerPlace const& place) {
  http::ServerOptions options;
  options.address = place.address;
  options.port = place.port;
  return options;
}

}  // namespace

/// In order of need: what is torn down first stands last.
struct AcquirerHouse::Parts {
  Parts(AcquirerSettings settings, AcquirerPlace const& place, Clock const& clock, Random& random)
      : book(open_acquirer_book(place.folder)),
        transport(gateways::curl_transport()),
        acquirer(std::move(settings), random),
        runner(*book, clock, {.workers = 1, .report = {}}),
        server(options_of(place), with_pages(routes, acquirer), *book, clock, nullptr) {
    acquirer.serve_pages_at(place.page_url.empty() ? fmt::format("http://localhost:{}", server.port())
                                                   : place.page_url);
    acquirer.add_jobs(runner, *transport);
    book->write_now([](db::Tx& tx) { jobs::release_leases(tx); });
    runner.start();
  }

  static http::Routes const& with_pages(http::Routes& routes, SandboxAcquirer& acquirer) {
    add_acquirer_pages(routes, acquirer);
    return routes;
  }

  std::unique_ptr<db::Database> book;
  std::unique_ptr<gateways::FormTransport> transport;
  SandboxAcquirer acquirer;
  http::Routes routes;
  jobs::JobRunner runner;
  http::HttpServer server;
};

AcquirerHouse::AcquirerHouse(AcquirerSettings settings, AcquirerPlace const& place, Clock const& clock,
                             Random& random)
    : parts_(std::make_unique<Parts>(std::move(settings), place, clock, random)) {}

AcquirerHouse::~AcquirerHouse() = default;

SandboxAcquirer& AcquirerHouse::acquirer() noexcept { return parts_->acquirer; }
std::uint16_t AcquirerHouse::port() const noexcept { return parts_->server.port(); }
std::string AcquirerHouse::base_url() const { return fmt::format("http://127.0.0.1:{}", port()); }
void AcquirerHouse::wake() { parts_->runner.wake(); }

}  // namespace kelisim::sandbox
