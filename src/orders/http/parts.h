#pragma once

#include "platform/http/routes.h"

namespace kelisim::orders {

void add_practice_money(http::Routes& routes);
void add_staff_ledger(http::Routes& routes);
void add_staff_orders(http::Routes& routes);

}  // namespace kelisim::orders
