#pragma once

#include "platform/http/routes.h"
#include "sandbox/acquirer.h"

namespace kelisim::sandbox {

/// The acquirer's own listener: the scripts of the protocol, the hosted pages and their style sheet.
void add_acquirer_pages(http::Routes& routes, SandboxAcquirer& acquirer);

}  // namespace kelisim::sandbox
