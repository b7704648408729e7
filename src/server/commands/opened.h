#pragma once

#include "notify/channels.h"
#include "platform/clock.h"
#include "platform/random.h"
#include "server/business.h"
#include "server/commands.h"

#include <memory>

namespace kelisim::server {

/// A business opened for a command that only looks: nothing is listened to and nothing leaves.
class OpenedBusiness {
 public:
  explicit OpenedBusiness(Place const& place);
  [[nodiscard]] Business& operator*() noexcept { return *business_; }
  [[nodiscard]] Business* operator->() noexcept { return business_.get(); }
  [[nodiscard]] Instant now() const { return clock_.now(); }

 private:
  /// Says no to every call: a command that looks pays nobody.
  class NoGateway final : public orders::CardGateway {
   public:
    [[nodiscard]] std::string name() const override { return "none"; }
    [[nodiscard]] orders::GatewayAnswer<orders::InitAccepted> init(orders::InitRequest const&) override;
    [[nodiscard]] orders::GatewayAnswer<orders::StatusReport> status(orders::StatusRequest const&) override;
    [[nodiscard]] orders::GatewayAnswer<orders::RefundProgress> refund(orders::RefundRequest const&) override;
  };

  MovableClock clock_;
  SystemRandom random_;
  NoGateway gateway_;
  notify::LocalOutbox carriers_;
  std::unique_ptr<Business> business_;
};

}  // namespace kelisim::server
