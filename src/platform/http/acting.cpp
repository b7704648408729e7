#include "platform/http/acting.h"

namespace kelisim::http {
namespace {

thread_local std::optional<PersonId> acting;

}  // namespace

std::optional<PersonId> acting_person() noexcept { return acting; }

Acting::Acting(std::optional<PersonId> person) noexcept { acting = person; }
Acting::~Acting() { acting.reset(); }

}  // namespace kelisim::http
