#pragma once

#include "kernel/instant.h"
#include "kernel/money.h"
#include "kernel/result.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace kelisim::orders {

/// Why a call to the gateway brought no answer that we may act on.
enum class GatewayTrouble : std::uint8_t {
  declined,  ///< it understood and said no; asking again will not help
  unknown,   ///< no answer, a broken one or an ambiguous one: the effect may have happened. Ask the status first
  merchant_error,  ///< our settings are wrong (unknown merchant, wrong signature): staff must mend them
};

struct GatewayError {
  GatewayTrouble trouble;
  std::string code;  ///< the gateway's code or our own word; shown to staff, no personal data
};

template <class Answer>
using GatewayAnswer = Result<Answer, GatewayError>;

struct InitRequest {
  std::string order_number;     ///< ours: the payment's id. The gateway knows the payment by it
  std::string idempotency_key;  ///< the same for every try of the same payment
  Money amount;
  std::string description;
  std::string language;  ///< ru, kk, en
  Duration lifetime;     ///< how long the page may be paid on; cut to what the gateway allows
  std::string return_path;
};

struct InitAccepted {
  std::string gateway_payment;  ///< the gateway's number
  std::string redirect_url;
};

/// Where to look: the gateway's number when we know it, else our order number.
struct StatusRequest {
  std::string order_number;
  std::optional<std::string> gateway_payment = std::nullopt;
};

enum class GatewayPaymentState : std::uint8_t {
  absent,     ///< no such payment
  in_flight,  ///< the client has not finished, or a bank has not
  captured,   ///< money taken; `refunded` says what has gone back since
  failed,
};

struct StatusReport {
  GatewayPaymentState state;
  std::string order_number;                      ///< as the gateway reports it; empty when absent
  std::string gateway_payment;                   ///< empty when absent
  std::optional<Money> captured = std::nullopt;  ///< nothing when the currency or the amount cannot be read
  std::optional<Money> refunded = std::nullopt;  ///< positive sum of all that went back
  std::optional<Money> fee = std::nullopt;       ///< what the gateway keeps, if it says
  std::string failure_code = {};
};

struct RefundRequest {
  std::string gateway_payment;
  Money amount;  ///< positive; the gateway takes zero or nothing for "everything", so neither is ever sent
};

enum class RefundProgress : std::uint8_t { done, pending };

/// The card gateway as orders needs it. Calls block for seconds; they are made by jobs, never in a transaction, and
/// never throw for what the other side does.
class CardGateway {
 public:
  CardGateway() = default;
  CardGateway(CardGateway const&) = delete;
  CardGateway& operator=(CardGateway const&) = delete;
  virtual ~CardGateway() = default;

  [[nodiscard]] virtual std::string name() const = 0;  ///< owner of the ledger's acquirer account
  [[nodiscard]] virtual GatewayAnswer<InitAccepted> init(InitRequest const& request) = 0;
  [[nodiscard]] virtual GatewayAnswer<StatusReport> status(StatusRequest const& request) = 0;
  [[nodiscard]] virtual GatewayAnswer<RefundProgress> refund(RefundRequest const& request) = 0;
};

}  // namespace kelisim::orders
