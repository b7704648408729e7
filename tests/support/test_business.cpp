#include "test_business.h"

#include "next_job.h"
#include "terms/editions.h"

#include <algorithm>

namespace kelisim::test {
namespace {

/// Where no payment is asked for.
class NoGateway final : public orders::CardGateway {
 public:
  [[nodiscard]] std::string name() const override { return "nobody"; }
  [[nodiscard]] orders::GatewayAnswer<orders::InitAccepted> init(orders::InitRequest const&) override { return no(); }
  [[nodiscard]] orders::GatewayAnswer<orders::StatusReport> status(orders::StatusRequest const&) override {
    return no();
  }
  [[nodiscard]] orders::GatewayAnswer<orders::RefundProgress> refund(orders::RefundRequest const&) override {
    return no();
  }

 private:
  static std::unexpected<orders::GatewayError> no() {
    return std::unexpected(orders::GatewayError{orders::GatewayTrouble::declined, "nobody"});
  }
};

NoGateway& no_gateway() {
  static NoGateway gateway;
  return gateway;
}

}  // namespace

TestBusiness::TestBusiness(Options options)
    : options_(std::move(options)), clock_(options_.starts), random_(options_.seed) {
  gateway_ = options_.gateway ? &options_.gateway(clock_) : &no_gateway();
  if (options_.brand.empty()) options_.brand = std::filesystem::path(KELISIM_SOURCE_DIR) / "brands/harmonia";
  start();
}

TestBusiness::~TestBusiness() { stop(); }

void TestBusiness::start() {
  business_ = std::make_unique<server::Business>(
      server::BusinessOptions{.brand = options_.brand,
                              .data = data(),
                              .postgres = options_.postgres,
                              .origin = "http://localhost",
                              .sandbox = options_.sandbox,
                              .astrology = options_.astrology,
                              .atlas = std::filesystem::path(KELISIM_SOURCE_DIR) / "build/data/atlas.tsv",
                              .room_silence = options_.room_silence,
                              .around = options_.around,
                              .report = {}},
      server::Outside{.clock = clock_,
                      .random = random_,
                      .gateway = *gateway_,
                      .sms = carriers_,
                      .mail = carriers_,
                      .group_engine = options_.group_engine,
                      .scanner = options_.scanner,
                      .movable_clock = options_.sandbox ? &clock_ : nullptr,
                      .clock_moved = {}});
  if (options_.equip) options_.equip(*business_);
  http::add_platform_routes(business_->routes(), business_->brand().name, options_.sandbox);
  http::ServerOptions server;
  server.sandbox = options_.sandbox;
  server.sealer = &business_->sealer();
  server.observer = &business_->observer();
  server.clause_wording = [&brand = business_->brand()](db::Tx& tx, Clause const& clause, std::string_view language,
                                                        Instant at) {
    return terms::wording(tx, brand, clause, language, at);
  };
  server_ = std::make_unique<http::HttpServer>(std::move(server), business_->routes(), business_->database(), clock_,
                                               &business_->authenticator());
  business_->on_session_ended([this](std::string const& session) { server_->close_sockets_of(session); });
}

void TestBusiness::stop() {
  server_.reset();
  business_.reset();
}

void TestBusiness::restart() {
  stop();
  start();
}

std::optional<Instant> TestBusiness::next_due() { return next_job_due(business_->database()); }

void TestBusiness::pass_until(Instant at) {
  run_jobs();
  for (auto due = next_due(); due && *due <= at; due = next_due()) {
    clock_.set(std::max(*due, clock_.now()));
    if (run_jobs() == 0) break;
  }
  clock_.set(std::max(at, clock_.now()));
  run_jobs();
}

void TestBusiness::pass(Duration by) { pass_until(clock_.now() + by); }

}  // namespace kelisim::test
