#include "terms/preview_problem.h"

#include "kernel/ensure.h"

namespace kelisim::terms {

http::Problem problem(PreviewRefusal refusal) {
  switch (refusal) {
    case PreviewRefusal::malformed:
    case PreviewRefusal::forged:
    case PreviewRefusal::other_purpose:
      return {.status = 400, .code = "preview_not_ours"};
    case PreviewRefusal::expired:
      return {.status = 409, .code = "preview_expired"};
    case PreviewRefusal::outdated:
      return {.status = 409, .code = "preview_outdated"};
  }
  ENSURE(false);
  return {};
}

}  // namespace kelisim::terms
