#include "auditor.h"

namespace kelisim::sim {
namespace {

constexpr db::Sql all_bookings{
    "auditor.bookings",
    "SELECT id, specialist, client, state, starts_at_us, ends_at_us, busy_until_us, order_id, "
    "hold_expires_at_us, repeat_of, terms_version FROM scheduling_bookings"};
constexpr db::Sql all_orders{"auditor.orders",
                             "SELECT id, booking_id, client_id, specialist_id, terms_version, state, price_minor, "
                             "opened_at_us, COALESCE(price_frozen_at_us, opened_at_us) FROM orders_orders"};
constexpr db::Sql all_payments{
    "auditor.payments", "SELECT id, order_id, state, purpose, price_minor, captured_minor FROM orders_payments"};
constexpr db::Sql all_refunds{"auditor.refunds",
                              "SELECT id, payment_id, order_id, state, amount_minor FROM orders_refunds"};

template <class Made>
std::map<std::string, Made> by_id(std::vector<Made> rows) {
  std::map<std::string, Made> made;
  for (auto& row : rows) {
    auto id = row.id;
    made.emplace(std::move(id), std::move(row));
  }
  return made;
}

}  // namespace

Books read_books(db::Tx& tx) {
  Books books;
  books.bookings = by_id(tx.all(all_bookings, [](db::Row const& row) {
    return BookingRow{
        row.str(0),     row.str(1), row.str(2),     static_cast<int>(row.integer(3)), row.instant(4), row.instant(5),
        row.instant(6), row.str(7), row.instant(8), row.maybe_str(9).value_or(""),    row.str(10)};
  }));
  books.orders = by_id(tx.all(all_orders, [](db::Row const& row) {
    return OrderRow{row.str(0),
                    row.str(1),
                    row.str(2),
                    row.str(3),
                    row.str(4),
                    row.str(5),
                    row.maybe_integer(6).value_or(0),
                    row.instant(7),
                    row.instant(8)};
  }));
  books.payments = by_id(tx.all(all_payments, [](db::Row const& row) {
    return PaymentRow{row.str(0),     row.str(1),
                      row.str(2),     row.maybe_str(3).value_or(""),
                      row.integer(4), row.maybe_integer(5).value_or(0)};
  }));
  books.refunds = by_id(tx.all(all_refunds, [](db::Row const& row) {
    return RefundRow{row.str(0), row.str(1), row.str(2), row.str(3), row.integer(4)};
  }));
  return books;
}

}  // namespace kelisim::sim
