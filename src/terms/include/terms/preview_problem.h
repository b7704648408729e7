#pragma once

#include "platform/http/reply.h"
#include "terms/preview.h"

namespace kelisim::terms {

/// A preview that cannot be honoured: 400 when it is none of ours, 409 when its time or its facts are gone.
[[nodiscard]] http::Problem problem(PreviewRefusal refusal);

}  // namespace kelisim::terms
