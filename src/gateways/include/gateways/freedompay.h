#pragma once

#include "orders/card_gateway.h"
#include "platform/http/routes.h"
#include "platform/random.h"

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace kelisim::gateways {

/// Carries one form to an address and brings the answer back. A port, so that tests and the simulator need no
/// network.
class FormTransport {
 public:
  struct Answer {
    int status;
    std::string body;
  };

  FormTransport() = default;
  FormTransport(FormTransport const&) = delete;
  FormTransport& operator=(FormTransport const&) = delete;
  virtual ~FormTransport() = default;
  /// Nothing when there was no whole answer within the bounds; the request may have had its effect all the same.
  [[nodiscard]] virtual std::optional<Answer> post(std::string const& url, std::string const& form) = 0;
};

struct TransportBounds {
  long connect_seconds = 5;
  long total_seconds = 20;
  std::size_t answer_bytes = 256 * 1024;
};

/// libcurl: http and https only, certificates checked, no redirects, one connection for each call. Thread-safe.
[[nodiscard]] std::unique_ptr<FormTransport> curl_transport(TransportBounds bounds = {});

struct FreedomPaySettings {
  std::string merchant_id;
  std::string secret;      ///< never logged
  std::string base_url;    ///< of the gateway, without a slash at the end: "https://api.freedompay.kz"
  std::string public_url;  ///< of this server, where browsers and the gateway reach it; without a slash at the end
  Currency currency = Currency::KZT;  ///< meant where an answer names none
  bool testing = false;
};

/// The card gateway of FreedomPay (former PayBox.money): hosted page, immediate charge, Merchant API.
class FreedomPay final : public orders::CardGateway {
 public:
  /// `transport` and `random` outlive it.
  FreedomPay(FreedomPaySettings settings, FormTransport& transport, Random& random);

  [[nodiscard]] std::string name() const override { return "freedompay"; }
  [[nodiscard]] orders::GatewayAnswer<orders::InitAccepted> init(orders::InitRequest const& request) override;
  [[nodiscard]] orders::GatewayAnswer<orders::StatusReport> status(orders::StatusRequest const& request) override;
  [[nodiscard]] orders::GatewayAnswer<orders::RefundProgress> refund(orders::RefundRequest const& request) override;

 private:
  FreedomPaySettings settings_;
  FormTransport& transport_;
  Random& random_;
};

/// POST /gateways/freedompay/result and POST /gateways/freedompay/check. Public; the message proves itself by its
/// signature. A result is a hint that brings our own status query forward and nothing else; what is forged, repeated,
/// or of an unknown payment changes nothing. `settings` and `random` outlive the routes.
void add_freedompay_routes(http::Routes& routes, FreedomPaySettings const& settings, Random& random);

}  // namespace kelisim::gateways
