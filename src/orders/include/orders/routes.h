#pragma once

#include "platform/http/routes.h"

namespace kelisim::orders {

/// GET /v1/practice/money; GET /v1/staff/ledger, /v1/staff/ledger/balances, /v1/staff/orders/{id}, /v1/staff/cases;
/// POST /v1/staff/cases/{id}/closing.
void add_routes(http::Routes& routes);

}  // namespace kelisim::orders
