#include "freedompay/answers.h"

namespace kelisim::gateways::freedompay {
namespace {

using orders::GatewayError;
using orders::GatewayPaymentState;
using orders::GatewayTrouble;

constexpr std::string_view unknown_merchant = "9998";

GatewayTrouble trouble_of(std::string_view code) {
  constexpr std::string_view ours[] = {"100", "101", "110", unknown_merchant, "9999"};
  // 120: the payment is not in the state we believed; 600 and 1000: their own trouble. Only the status tells.
  constexpr std::string_view unclear[] = {"120", "600", "1000", ""};
  if (std::ranges::find(ours, code) != std::end(ours)) return GatewayTrouble::merchant_error;
  if (std::ranges::find(unclear, code) != std::end(unclear)) return GatewayTrouble::unknown;
  return GatewayTrouble::declined;
}

bool is_good(std::string_view status) { return status == "ok" || status == "success" || status == "pending"; }

/// The gateway writes what went back with a minus.
std::optional<Money> amount_of(std::optional<std::string_view> text, Currency currency) {
  if (!text) return std::nullopt;
  if (text->starts_with('-')) text->remove_prefix(1);
  return parse_decimal(*text, currency);
}

GatewayPaymentState state_of(Element const& answer) {
  auto const word = answer.value("pg_payment_status").value_or("");
  if (answer.value("pg_payment_id").value_or("0") == "0") return GatewayPaymentState::absent;
  if (word == "revoked" || word == "refunded") return GatewayPaymentState::captured;
  if (word == "success" || word == "ok") {
    return answer.value("pg_captured") == "0" ? GatewayPaymentState::in_flight : GatewayPaymentState::captured;
  }
  if (word == "failed" || word == "error") return GatewayPaymentState::failed;
  return GatewayPaymentState::in_flight;
}

/// The sum of the list, where each refund has an amount and maybe a status; a pending one has not gone back yet.
std::optional<Money> refunds_listed(Element const& list, Currency currency) {
  auto sum = Money::zero(currency);
  for (auto const& refund : list.children) {
    auto const status = refund.value("pg_payment_status").value_or("success");
    if (status != "success" && status != "ok") continue;
    auto const amount = amount_of(refund.value("pg_amount"), currency);
    if (!amount) return std::nullopt;
    sum = sum + *amount;
  }
  return sum;
}

std::optional<Money> refunded_of(Element const& answer, std::optional<Money> captured, Currency currency) {
  if (auto const total = answer.value("pg_refund_amount")) return amount_of(total, currency);
  auto const* list = answer.find("pg_refund_payments");
  if (list != nullptr && !list->children.empty()) return refunds_listed(*list, currency);
  auto const word = answer.value("pg_payment_status");
  return word == "revoked" || word == "refunded" ? captured : Money::zero(currency);
}

}  // namespace

orders::GatewayAnswer<Element> read_answer(std::string_view script, std::string_view body, std::string_view secret) {
  auto root = parse_xml(body);
  if (!root) return Failure(GatewayError{GatewayTrouble::unknown, "unreadable_answer"});
  auto const code = std::string(root->value("pg_error_code").value_or(""));
  if (!is_genuine(script, *root, secret)) {
    if (code == unknown_merchant) return Failure(GatewayError{GatewayTrouble::merchant_error, code});
    return Failure(GatewayError{GatewayTrouble::unknown, "unsigned_answer"});
  }
  if (!is_good(root->value("pg_status").value_or(""))) return Failure(GatewayError{trouble_of(code), code});
  return *std::move(root);
}

orders::StatusReport read_status(Element const& answer, Currency expected) {
  orders::StatusReport report{.state = state_of(answer), .order_number = {}, .gateway_payment = {}};
  if (report.state == GatewayPaymentState::absent) return report;
  report.order_number = answer.value("pg_order_id").value_or("");
  report.gateway_payment = answer.value("pg_payment_id").value_or("");
  report.failure_code = answer.value("pg_failure_code").value_or("");
  if (report.state != GatewayPaymentState::captured) return report;
  auto const named = answer.value("pg_currency");
  auto const currency = named ? parse_currency(*named) : std::optional(expected);
  if (!currency) return report;
  auto const cleared = answer.value("pg_clearing_amount");
  report.captured = amount_of(cleared ? cleared : answer.value("pg_amount"), *currency);
  report.refunded = refunded_of(answer, report.captured, *currency);
  auto const net = amount_of(answer.value("pg_net_amount"), *currency);
  if (net && report.captured && net->is_positive() && *net < *report.captured) report.fee = *report.captured - *net;
  return report;
}

}  // namespace kelisim::gateways::freedompay
