#include "gateways/freedompay.h"
#include "gateways/freedompay_message.h"
#include "orders/payment_jobs.h"

namespace kelisim::gateways {
namespace {

using freedompay::Fields;
using http::Document;
using http::RawBody;

constexpr std::string_view result_path = "/gateways/freedompay/result";
constexpr std::string_view check_path = "/gateways/freedompay/check";
constexpr std::string_view form_type = "application/x-www-form-urlencoded";

/// The fields of a message that is a form, is signed with our secret over all it holds, and is meant for us.
std::optional<Fields> genuine(std::string_view path, RawBody const& body, FreedomPaySettings const& settings) {
  if (!std::string_view(body.content_type).starts_with(form_type)) return std::nullopt;
  auto fields = freedompay::parse_form(body.text);
  if (!fields || !freedompay::is_genuine(freedompay::script_name(path), *fields, settings.secret))
    return std::nullopt;
  auto const merchant = freedompay::value(*fields, "pg_merchant_id");
  if (merchant && *merchant != settings.merchant_id) return std::nullopt;
  return fields;
}

std::optional<orders::PaymentId> payment_of(Fields const& fields) {
  return orders::PaymentId::parse(freedompay::value(fields, "pg_order_id").value_or(""));
}

Document answer(std::string_view path, std::string_view status, std::string_view why,
                FreedomPaySettings const& settings, Random& random) {
  Fields fields{{"pg_status", std::string(status)}};
  if (!why.empty()) fields.emplace_back("pg_description", why);
  fields.emplace_back("pg_salt", random.token(12));
  return {.content_type = "application/xml; charset=utf-8",
          .body = freedompay::signed_response(freedompay::script_name(path), std::move(fields), settings.secret)};
}

/// The payment is ours, still awaited, and of this amount: money may be taken for it.
bool may_be_taken(db::Tx& tx, Fields const& fields, Instant now) {
  auto const id = payment_of(fields);
  auto const payment = id ? orders::find_payment(tx, *id) : std::nullopt;
  if (!payment || orders::is_final(payment->state) || now >= payment->expires_at) return false;
  auto const currency = parse_currency(freedompay::value(fields, "pg_currency").value_or(""));
  auto const amount = parse_decimal(freedompay::value(fields, "pg_amount").value_or(""),
                                    currency.value_or(payment->amount.currency()));
  return amount == payment->amount;
}

}  // namespace

void add_freedompay_routes(http::Routes& routes, FreedomPaySettings const& settings, Random& random) {
  http::RouteOptions options{.effect = http::Effect::writes, .reserved_lane = true};
  options.summary = "FreedomPay tells the outcome of a payment; we then ask for its status ourselves";
  routes.add(
      http::Route<Access::gateway, RawBody, Document>{http::Method::post, result_path, "freedompay_result", options},
      [&settings, &random](http::Call& call, RawBody const& body) -> http::Reply<Document> {
        auto const fields = genuine(result_path, body, settings);
        if (!fields) return answer(result_path, "error", "wrong signature", settings, random);
        auto const payment = payment_of(*fields);
        auto const known = payment && orders::hint(call.tx, *payment, call.now);
        return known ? answer(result_path, "ok", {}, settings, random)
                     : answer(result_path, "error", "unknown order", settings, random);
      });
  options.effect = http::Effect::reads;
  options.summary = "FreedomPay asks, before it takes money, whether the payment is still awaited";
  routes.add(
      http::Route<Access::gateway, RawBody, Document>{http::Method::post, check_path, "freedompay_check", options},
      [&settings, &random](http::Call& call, RawBody const& body) -> http::Reply<Document> {
        auto const fields = genuine(check_path, body, settings);
        if (!fields) return answer(check_path, "error", "wrong signature", settings, random);
        return may_be_taken(call.tx, *fields, call.now)
                   ? answer(check_path, "ok", {}, settings, random)
                   : answer(check_path, "rejected", "the payment is no longer awaited", settings, random);
      });
}

}  // namespace kelisim::gateways
