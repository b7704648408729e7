#include "http/ledger_view.h"
#include "http/parts.h"
#include "store/cases.h"
#include "store/orders.h"
#include "store/payments.h"
#include "store/refunds.h"
#include "use_cases/views.h"

namespace kelisim::orders {
namespace {

constexpr int cases_on_page = 50;

struct StaffPayment {
  std::string id;
  std::string payee;
  std::string state;
  Money price;
  Instant begun_at;
  Instant expires_at;
  std::optional<std::string> gateway_payment;
  std::optional<std::string> failure;
  std::optional<Money> captured;
};
BOOST_DESCRIBE_STRUCT(StaffPayment, (),
                      (id, payee, state, price, begun_at, expires_at, gateway_payment, failure, captured))

struct StaffRefund {
  std::string id;
  std::string payment;
  std::string state;
  Money amount;
  std::string clause;
  std::optional<std::string> decision;
  Instant requested_at;
  std::int64_t tries;
  std::optional<Instant> confirmed_at;
};
BOOST_DESCRIBE_STRUCT(StaffRefund, (),
                      (id, payment, state, amount, clause, decision, requested_at, tries, confirmed_at))

struct HistoryLine {
  Instant at;
  std::string what;
  std::string subject;
  std::string detail;
};
BOOST_DESCRIBE_STRUCT(HistoryLine, (), (at, what, subject, detail))

struct StaffCase {
  std::string id;
  std::string kind;
  std::string subject;
  std::string order;
  std::string detail;
  Instant opened_at;
  std::optional<Instant> closed_at;
  std::optional<std::string> closed_by;
};
BOOST_DESCRIBE_STRUCT(StaffCase, (), (id, kind, subject, order, detail, opened_at, closed_at, closed_by))

struct StaffOrder {
  std::string id;
  std::string booking;
  std::string state;
  std::string client;
  std::string specialist;
  std::optional<Money> price;
  std::optional<Money> commission;
  Money captured;
  Money refund_due;
  Money refunded;
  std::vector<StaffPayment> payments;
  std::vector<StaffRefund> refunds;
  std::vector<HistoryLine> history;
  std::vector<StaffCase> cases;
  std::vector<EntryView> entries;
};
BOOST_DESCRIBE_STRUCT(StaffOrder, (),
                      (id, booking, state, client, specialist, price, commission, captured, refund_due, refunded,
                       payments, refunds, history, cases, entries))

struct CasesPage {
  std::vector<StaffCase> items;
  std::optional<std::string> next;
};
BOOST_DESCRIBE_STRUCT(CasesPage, (), (items, next))

StaffPayment shown(store::PaymentRow const& row) {
  auto const failure = row.failure ? std::optional(std::string(to_text(*row.failure))) : std::nullopt;
  return {.id = row.id.str(),
          .payee = row.payee,
          .state = std::string(to_text(row.state)),
          .price = row.price,
          .begun_at = row.begun_at,
          .expires_at = row.expires_at,
          .gateway_payment = row.gateway_payment,
          .failure = failure,
          .captured = row.captured};
}

StaffRefund shown(store::RefundRow const& row) {
  return {.id = row.id.str(),
          .payment = row.payment.str(),
          .state = std::string(to_text(row.state)),
          .amount = row.amount,
          .clause = row.clause,
          .decision = row.decision,
          .requested_at = row.requested_at,
          .tries = row.tries,
          .confirmed_at = row.confirmed_at};
}

StaffCase shown(store::CaseRow const& row) {
  return {.id = row.id.str(),
          .kind = row.kind,
          .subject = row.subject,
          .order = row.order.str(),
          .detail = row.detail,
          .opened_at = row.opened_at,
          .closed_at = row.closed_at,
          .closed_by = row.closed_by};
}

StaffOrder whole(db::Tx& tx, store::OrderRow const& row) {
  auto const view = orders::view(tx, row);
  StaffOrder order{.id = row.id.str(),
                   .booking = row.booking,
                   .state = std::string(to_text(row.state)),
                   .client = row.client.str(),
                   .specialist = row.specialist.str(),
                   .price = view.price,
                   .commission = row.frozen ? std::optional(row.frozen->commission) : std::nullopt,
                   .captured = view.captured,
                   .refund_due = view.refund_due,
                   .refunded = view.refunded,
                   .payments = {},
                   .refunds = {},
                   .history = {},
                   .cases = {},
                   .entries = {}};
  for (auto const& payment : store::payments_of(tx, row.id)) order.payments.push_back(shown(payment));
  for (auto const& refund : store::refunds_of(tx, row.id)) order.refunds.push_back(shown(refund));
  for (auto const& note : store::history_of(tx, row.id)) {
    order.history.push_back({note.at, note.what, note.subject, note.detail});
  }
  for (auto const& one : store::cases_of(tx, row.id)) order.cases.push_back(shown(one));
  for (auto const& entry : ledger::entries(tx, {.order = row.id.str()})) order.entries.push_back(entry_view(entry));
  return order;
}

http::Refused not_found(std::string_view code) { return http::Refused(http::Problem{.status = 404, .code = code}); }

http::Reply<StaffOrder> get_order(http::Call& call) {
  auto const id = call.path_id<OrderId>("id");
  auto const row = id ? store::find(call.tx, *id) : std::nullopt;
  if (!row) return not_found("order_not_found");
  return whole(call.tx, *row);
}

CasesPage list_cases(http::Call& call) {
  auto const cursor = call.query("cursor");
  CasesPage page;
  for (auto const& one : store::cases(call.tx, {.open_only = call.query("all") != "1",
                                                .before = cursor ? store::CaseId::parse(*cursor) : std::nullopt,
                                                .limit = cases_on_page})) {
    page.items.push_back(shown(one));
  }
  if (std::ssize(page.items) == cases_on_page) page.next = page.items.back().id;
  return page;
}

http::Reply<http::Nothing> close_case(http::Call& call) {
  auto const id = call.path_id<store::CaseId>("id");
  if (!id || !store::close_case(call.tx, *id, call.person(), call.now)) return not_found("case_not_found");
  return http::Nothing{};
}

}  // namespace

void add_staff_orders(http::Routes& routes) {
  using http::Method;
  using http::Nothing;
  using http::Route;
  http::RouteOptions options;
  options.summary = "One order with its payments, refunds, history, cases and postings";
  routes.add(
      Route<Access::finance, Nothing, StaffOrder>{Method::get, "/v1/staff/orders/{id}", "get_staff_order", options},
      [](http::Call& call, Nothing const&) { return get_order(call); });
  options.summary = "What a person must look at: money that did not come or go as it should";
  options.query = {{.name = "cursor", .description = "`next` of the page before"},
                   {.name = "all", .description = "1: closed cases too"}};
  routes.add(Route<Access::finance, Nothing, CasesPage>{Method::get, "/v1/staff/cases", "list_cases", options},
             [](http::Call& call, Nothing const&) -> http::Reply<CasesPage> { return list_cases(call); });
  options.summary = "A person has looked at it";
  options.query = {};
  routes.add(
      Route<Access::finance, Nothing, Nothing>{Method::post, "/v1/staff/cases/{id}/closing", "close_case", options},
      [](http::Call& call, Nothing const&) { return close_case(call); });
}

}  // namespace kelisim::orders
