#include "orders/routes.h"

#include "http/parts.h"

namespace kelisim::orders {

void add_routes(http::Routes& routes) {
  add_practice_money(routes);
  add_staff_ledger(routes);
  add_staff_orders(routes);
}

}  // namespace kelisim::orders
