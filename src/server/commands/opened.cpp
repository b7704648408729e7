#include "commands/opened.h"

namespace kelisim::server {
namespace {

orders::GatewayError const closed{orders::GatewayTrouble::merchant_error, "no_gateway"};

}  // namespace

orders::GatewayAnswer<orders::InitAccepted> OpenedBusiness::NoGateway::init(orders::InitRequest const&) {
  return Failure(closed);
}
orders::GatewayAnswer<orders::StatusReport> OpenedBusiness::NoGateway::status(orders::StatusRequest const&) {
  return Failure(closed);
}
orders::GatewayAnswer<orders::RefundProgress> OpenedBusiness::NoGateway::refund(orders::RefundRequest const&) {
  return Failure(closed);
}

OpenedBusiness::OpenedBusiness(Place const& place)
    : business_(std::make_unique<Business>(BusinessOptions{.brand = place.brand,
                                                           .data = place.data,
                                                           .postgres = place.postgres,
                                                           .origin = "",
                                                           .sandbox = place.sandbox,
                                                           .astrology = place.astrology,
                                                           .atlas = place.atlas},
                                           Outside{.clock = clock_,
                                                   .random = random_,
                                                   .gateway = gateway_,
                                                   .sms = carriers_,
                                                   .mail = carriers_,
                                                   .movable_clock = place.sandbox ? &clock_ : nullptr})) {}

}  // namespace kelisim::server
