#include "acquirer/state.h"
#include "gateways/freedompay_message.h"
#include "sandbox/acquirer.h"

#include <fmt/format.h>

#include <charconv>

namespace kelisim::sandbox {
namespace {

namespace wire = gateways::freedompay;
using wire::Fields;

constexpr std::string_view bad_parameter = "200";
constexpr std::string_view wrong_state = "120";
constexpr std::string_view not_found = "340";
constexpr std::string_view unknown_merchant = "9998";
constexpr std::string_view wrong_signature = "9999";

/// What a script answers: its fields, or an error code.
struct Said {
  wire::Element answer{.name = "response", .text = {}, .children = {}};
  bool lost = false;

  void add(std::string name, std::string text) { answer.children.push_back({std::move(name), std::move(text), {}}); }
};

Said error(std::string_view code, std::string_view why) {
  Said said;
  said.add("pg_status", "error");
  said.add("pg_error_code", std::string(code));
  said.add("pg_error_description", std::string(why));
  return said;
}

std::optional<std::int64_t> number(std::optional<std::string_view> text) {
  std::int64_t value = 0;
  if (!text || text->empty()) return std::nullopt;
  auto const [end, failure] = std::from_chars(text->data(), text->data() + text->size(), value);
  if (failure != std::errc{} || end != text->data() + text->size()) return std::nullopt;
  return value;
}

std::string text_of(Fields const& fields, std::string_view name) {
  return std::string(wire::value(fields, name).value_or(""));
}

/// The documented bounds of init_payment; nothing when one of them is broken.
std::optional<book::NewPayment> read_init(Fields const& fields, Instant now) {
  constexpr std::int64_t amount_max_minor = 9'999'999'900;
  auto const currency = parse_currency(wire::value(fields, "pg_currency").value_or("KZT"));
  if (!currency || *currency != Currency::KZT) return std::nullopt;
  auto const amount = parse_decimal(text_of(fields, "pg_amount"), *currency);
  auto const lifetime = number(wire::value(fields, "pg_lifetime"));
  if (!amount || !amount->is_positive() || amount->minor() > amount_max_minor) return std::nullopt;
  if (!lifetime || *lifetime < 300 || *lifetime > 604'800) return std::nullopt;
  book::NewPayment payment{.order_number = text_of(fields, "pg_order_id"),
                           .idempotency_key = text_of(fields, "pg_idempotency_key"),
                           .amount = *amount,
                           .description = text_of(fields, "pg_description"),
                           .language = text_of(fields, "pg_language"),
                           .result_url = text_of(fields, "pg_result_url"),
                           .success_url = text_of(fields, "pg_success_url"),
                           .failure_url = text_of(fields, "pg_failure_url"),
                           .token = {},
                           .created_at = now,
                           .expires_at = now + std::chrono::seconds(*lifetime)};
  auto const urls_fit =
      payment.result_url.size() <= 255 && payment.success_url.size() <= 255 && payment.failure_url.size() <= 255;
  auto const described = !payment.description.empty() && payment.description.size() <= 1024;
  if (payment.order_number.size() > 50 || payment.idempotency_key.size() > 255 || !described || !urls_fit) {
    return std::nullopt;
  }
  return payment;
}

Money refunded(db::Tx& tx, book::Payment const& payment) {
  auto sum = Money::zero(payment.details.amount.currency());
  for (auto const& refund : book::refunds(tx, payment.id)) sum = sum + refund.amount;
  return sum;
}

std::optional<book::Payment> named_payment(db::Tx& tx, Fields const& fields) {
  if (auto const id = wire::value(fields, "pg_payment_id")) {
    auto const parsed = number(id);
    return parsed ? book::by_id(tx, *parsed) : std::nullopt;
  }
  auto const order = wire::value(fields, "pg_order_id");
  return order ? book::by_order(tx, *order) : std::nullopt;
}

std::string_view status_word(Showing state, bool all_went_back) {
  switch (state) {
    case Showing::open:
      return "new";
    case Showing::processing:
      return "process";
    case Showing::captured:
      return all_went_back ? "refunded" : "success";
    case Showing::declined:
    case Showing::over:
      return "failed";
  }
  return "error";
}

Said status(db::Tx& tx, Instant now, Fields const& fields, BasisPoints fee) {
  auto const payment = named_payment(tx, fields);
  if (!payment) return error(not_found, "payment not found");
  auto const state = showing(*payment, now);
  auto const& amount = payment->details.amount;
  auto const back = refunded(tx, *payment);
  Said said;
  said.add("pg_status", "ok");
  said.add("pg_payment_id", fmt::format("{}", payment->id));
  said.add("pg_order_id", payment->details.order_number);
  said.add("pg_payment_status", std::string(status_word(state, back == amount)));
  said.add("pg_amount", to_decimal(amount));
  said.add("pg_currency", std::string(to_string(amount.currency())));
  said.add("pg_captured", state == Showing::captured ? "1" : "0");
  if (state == Showing::declined || state == Showing::over) {
    said.add("pg_failure_code", std::string(failure_code(state)));
  }
  if (state != Showing::captured) return said;
  said.add("pg_clearing_amount", to_decimal(amount));
  said.add("pg_net_amount", to_decimal(amount - share(amount, fee)));
  wire::Element list{.name = "pg_refund_payments", .text = {}, .children = {}};
  for (auto const& refund : book::refunds(tx, payment->id)) {
    list.children.push_back({"item",
                             {},
                             {{"pg_payment_id", fmt::format("r{}", refund.id), {}},
                              {"pg_amount", "-" + to_decimal(refund.amount), {}},
                              {"pg_payment_status", "success", {}}}});
  }
  if (!list.children.empty()) {
    said.answer.children.push_back(std::move(list));
    said.add("pg_refund_amount", "-" + to_decimal(back));
  }
  return said;
}

/// Nothing or zero means everything that is left; no key protects against a repeat.
Said revoke(db::Tx& tx, Instant now, Fields const& fields) {
  auto const payment = named_payment(tx, fields);
  if (!payment) return error(not_found, "payment not found");
  if (showing(*payment, now) != Showing::captured) return error(wrong_state, "wrong status of the payment");
  auto const left = payment->details.amount - refunded(tx, *payment);
  auto const asked = wire::value(fields, "pg_refund_amount");
  auto const amount = asked ? parse_decimal(*asked, left.currency()) : std::optional(Money::zero(left.currency()));
  if (!amount) return error(bad_parameter, "pg_refund_amount");
  auto const going = amount->is_zero() ? left : *amount;
  if (!going.is_positive() || going > left) return error(wrong_state, "more than is left of the payment");
  book::insert_refund(tx, payment->id, going, now);
  Said said;
  said.add("pg_status", "ok");
  said.add("pg_payment_id", fmt::format("{}", payment->id));
  return said;
}

}  // namespace

http::Document SandboxAcquirer::call(db::Tx& tx, Instant now, std::string_view script, std::string_view form) {
  auto const init = [&](Fields const& fields) {
    auto payment = read_init(fields, now);
    if (!payment) return error(bad_parameter, "a parameter is missing or out of bounds");
    auto known = payment->idempotency_key.empty() ? std::nullopt : book::by_key(tx, payment->idempotency_key);
    auto const changed =
        known && (known->details.amount != payment->amount || known->details.order_number != payment->order_number);
    if (changed) return error(bad_parameter, "the idempotency key belongs to another payment");
    if (!known) {
      payment->token = random_.token(16);
      known = book::by_id(tx, book::insert(tx, *payment));
    }
    Said said;
    said.lost = take_fault(&AcquirerFaults::lose_init_answers);
    said.add("pg_status", "ok");
    said.add("pg_payment_id", fmt::format("{}", known->id));
    said.add("pg_redirect_url", page_url(known->details.token));
    said.add("pg_redirect_url_type", "need data");
    return said;
  };
  auto const say = [&]() -> Said {
    auto const fields = wire::parse_form(form);
    if (!fields) return error(bad_parameter, "the form cannot be read");
    if (wire::value(*fields, "pg_merchant_id") != settings_.merchant_id) {
      return error(unknown_merchant, "unknown merchant");
    }
    if (!wire::is_genuine(script, *fields, settings_.secret)) return error(wrong_signature, "wrong signature");
    if (script == "init_payment.php") return init(*fields);
    if (script == "get_status3.php") return status(tx, now, *fields, settings_.fee);
    if (script == "cancel.php") return error(wrong_state, "there is nothing on hold");
    auto said = revoke(tx, now, *fields);
    if (said.answer.value("pg_status") == "ok") said.lost = take_fault(&AcquirerFaults::lose_refund_answers);
    return said;
  };
  auto said = say();
  constexpr std::string_view xml = "application/xml; charset=utf-8";
  if (said.lost) return {.content_type = std::string(xml), .body = {}, .status = 504};
  if (said.answer.value("pg_error_code") != unknown_merchant) {
    said.add("pg_salt", random_.token(12));
    said.add(std::string(wire::signature_field), wire::signature(script, said.answer, settings_.secret));
  }
  return {.content_type = std::string(xml), .body = wire::write_xml(said.answer)};
}

}  // namespace kelisim::sandbox
