#pragma once

#include "kernel/fault.h"
#include "orders/card_gateway.h"
#include "orders/orders.h"

#include <map>
#include <optional>
#include <string>

namespace kelisim::orders::testing {

/// A gateway in memory with a book of its own. It obeys, and breaks where a test says so.
class ScriptedGateway final : public CardGateway {
 public:
  struct Payment {
    std::string number;
    Money amount;
    GatewayPaymentState state = GatewayPaymentState::in_flight;
    std::optional<Money> captured = std::nullopt;
    Money refunded = Money::zero(Currency::KZT);
    int refunds = 0;
  };

  /// What goes wrong with the next call of a kind.
  enum class Trouble { none, lost_before, lost_after, refused, merchant, crash_after };

  std::map<std::string, Payment, std::less<>> book;  ///< by order number
  Trouble on_init = Trouble::none;
  Trouble on_refund = Trouble::none;
  int refuse_refunds = 0;
  bool silent = false;  ///< answers no status
  int inits = 0;
  int statuses = 0;
  std::optional<Money> fee = std::nullopt;

  /// The client pays on the page; another sum than asked if a test wants it.
  void pay(PaymentId payment, std::optional<Money> sum = {}) {
    auto& line = book.at(payment.str());
    line.state = GatewayPaymentState::captured;
    line.captured = sum.value_or(line.amount);
    line.refunded = Money::zero(line.captured->currency());
  }
  void decline(PaymentId payment) { book.at(payment.str()).state = GatewayPaymentState::failed; }
  [[nodiscard]] Payment const& line(PaymentId payment) const { return book.find(payment.view())->second; }

  std::string name() const override { return "scripted"; }

  GatewayAnswer<InitAccepted> init(InitRequest const& request) override {
    ++inits;
    auto const trouble = std::exchange(on_init, Trouble::none);
    if (trouble == Trouble::refused) return Failure(GatewayError{GatewayTrouble::declined, "200"});
    if (trouble == Trouble::merchant) return Failure(GatewayError{GatewayTrouble::merchant_error, "9999"});
    if (trouble == Trouble::lost_before) return Failure(GatewayError{GatewayTrouble::unknown, "no_answer"});
    auto const [line, made] = book.try_emplace(
        request.order_number, Payment{.number = std::to_string(100 + book.size()), .amount = request.amount});
    if (trouble == Trouble::lost_after) return Failure(GatewayError{GatewayTrouble::unknown, "no_answer"});
    if (trouble == Trouble::crash_after) throw Fault(Fault::Retry::yes, "the machine stopped");
    return InitAccepted{line->second.number, "https://pay.example/" + line->second.number};
  }

  GatewayAnswer<StatusReport> status(StatusRequest const& request) override {
    ++statuses;
    if (silent) return Failure(GatewayError{GatewayTrouble::unknown, "no_answer"});
    auto const found = book.find(request.order_number);
    if (found == book.end()) {
      return StatusReport{.state = GatewayPaymentState::absent, .order_number = {}, .gateway_payment = {}};
    }
    auto const& line = found->second;
    StatusReport report{.state = line.state, .order_number = found->first, .gateway_payment = line.number};
    if (line.state == GatewayPaymentState::captured) {
      report.captured = line.captured;
      report.refunded = line.refunded;
      report.fee = fee;
    }
    return report;
  }

  GatewayAnswer<RefundProgress> refund(RefundRequest const& request) override {
    auto const trouble = std::exchange(on_refund, Trouble::none);
    if (trouble == Trouble::lost_before) return Failure(GatewayError{GatewayTrouble::unknown, "no_answer"});
    if (refuse_refunds > 0) {
      --refuse_refunds;
      return Failure(GatewayError{GatewayTrouble::declined, "200"});
    }
    for (auto& [number, line] : book) {
      if (line.number != request.gateway_payment) continue;
      line.refunded = line.refunded + request.amount;
      ++line.refunds;
    }
    if (trouble == Trouble::lost_after) return Failure(GatewayError{GatewayTrouble::unknown, "no_answer"});
    if (trouble == Trouble::crash_after) throw Fault(Fault::Retry::yes, "the machine stopped");
    return RefundProgress::done;
  }
};

}  // namespace kelisim::orders::testing
