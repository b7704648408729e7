#include "freedompay/answers.h"
#include "gateways/freedompay.h"
#include "gateways/freedompay_message.h"
#include "kernel/ensure.h"

#include <fmt/format.h>

namespace kelisim::gateways {
namespace {

using freedompay::Element;
using freedompay::Fields;
using orders::GatewayAnswer;
using orders::GatewayError;
using orders::GatewayTrouble;

constexpr std::string_view init_script = "init_payment.php";
constexpr std::string_view status_script = "get_status3.php";
constexpr std::string_view refund_script = "revoke.php";
constexpr std::string_view not_found = "340";

/// The page's life, in the seconds that the gateway allows.
std::int64_t lifetime_seconds(Duration lifetime) {
  constexpr std::int64_t least = 300;
  constexpr std::int64_t most = 604'800;
  return std::clamp(std::chrono::floor<std::chrono::seconds>(lifetime).count(), least, most);
}

class Exchange {
 public:
  Exchange(FreedomPaySettings const& settings, FormTransport& transport, Random& random)
      : settings_(settings), transport_(transport), random_(random) {}

  /// Signs, sends and reads one call.
  [[nodiscard]] GatewayAnswer<Element> call(std::string_view script, Fields fields) {
    fields.emplace_back("pg_merchant_id", settings_.merchant_id);
    fields.emplace_back("pg_salt", random_.token(12));
    fields.emplace_back(freedompay::signature_field, freedompay::signature(script, fields, settings_.secret));
    auto const answer =
        transport_.post(fmt::format("{}/{}", settings_.base_url, script), freedompay::encode_form(fields));
    if (!answer) return Failure(GatewayError{GatewayTrouble::unknown, "no_answer"});
    if (answer->status != 200) {
      return Failure(GatewayError{GatewayTrouble::unknown, fmt::format("http_{}", answer->status)});
    }
    return freedompay::read_answer(script, answer->body, settings_.secret);
  }

 private:
  FreedomPaySettings const& settings_;
  FormTransport& transport_;
  Random& random_;
};

}  // namespace

FreedomPay::FreedomPay(FreedomPaySettings settings, FormTransport& transport, Random& random)
    : settings_(std::move(settings)), transport_(transport), random_(random) {
  ENSURE(!settings_.merchant_id.empty() && !settings_.secret.empty());
}

GatewayAnswer<orders::InitAccepted> FreedomPay::init(orders::InitRequest const& request) {
  ENSURE(request.amount.is_positive());
  auto const ours = [&](std::string_view path) { return settings_.public_url + std::string(path); };
  auto const answer = Exchange(settings_, transport_, random_)
                          .call(init_script, {{"pg_order_id", request.order_number},
                                              {"pg_amount", to_decimal(request.amount)},
                                              {"pg_currency", std::string(to_string(request.amount.currency()))},
                                              {"pg_description", request.description},
                                              {"pg_lifetime", fmt::format("{}", lifetime_seconds(request.lifetime))},
                                              {"pg_auto_clearing", "1"},
                                              {"pg_testing_mode", settings_.testing ? "1" : "0"},
                                              {"pg_language", request.language},
                                              {"pg_request_method", "POST"},
                                              {"pg_check_url", ours("/gateways/freedompay/check")},
                                              {"pg_result_url", ours("/gateways/freedompay/result")},
                                              {"pg_success_url", ours(request.return_path + "?payment=success")},
                                              {"pg_failure_url", ours(request.return_path + "?payment=failure")},
                                              {"pg_idempotency_key", request.idempotency_key}});
  if (!answer) return Failure(answer.error());
  auto const payment = answer->value("pg_payment_id").value_or("");
  auto const page = answer->value("pg_redirect_url").value_or("");
  auto const reachable = page.starts_with("https://") || page.starts_with("http://");
  if (payment.empty() || !reachable) return Failure(GatewayError{GatewayTrouble::unknown, "no_page"});
  return orders::InitAccepted{std::string(payment), std::string(page)};
}

GatewayAnswer<orders::StatusReport> FreedomPay::status(orders::StatusRequest const& request) {
  auto const field = request.gateway_payment ? Fields::value_type("pg_payment_id", *request.gateway_payment)
                                             : Fields::value_type("pg_order_id", request.order_number);
  auto const answer = Exchange(settings_, transport_, random_).call(status_script, {field});
  if (!answer && answer.error().code == not_found) {
    return orders::StatusReport{
        .state = orders::GatewayPaymentState::absent, .order_number = {}, .gateway_payment = {}};
  }
  if (!answer) return Failure(answer.error());
  return freedompay::read_status(*answer, settings_.currency);
}

GatewayAnswer<orders::RefundProgress> FreedomPay::refund(orders::RefundRequest const& request) {
  ENSURE(request.amount.is_positive());
  auto const answer = Exchange(settings_, transport_, random_)
                          .call(refund_script, {{"pg_payment_id", request.gateway_payment},
                                                {"pg_refund_amount", to_decimal(request.amount)}});
  if (!answer) return Failure(answer.error());
  return answer->value("pg_status") == "pending" ? orders::RefundProgress::pending : orders::RefundProgress::done;
}

}  // namespace kelisim::gateways
