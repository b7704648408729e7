#pragma once

#include "platform/jobs/jobs.h"

namespace kelisim::jobs {

/// A JSON object of strings.
[[nodiscard]] std::string write_payload(Payload const& payload);
/// Of a stored row: anything else than a JSON object of strings is a bug.
[[nodiscard]] Payload read_payload(std::string_view text);

}  // namespace kelisim::jobs
