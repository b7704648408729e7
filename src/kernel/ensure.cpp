#include "kernel/ensure.h"

#include <fmt/format.h>

namespace kelisim {

void ensure_failed(char const* condition, std::source_location where) {
  throw Bug(fmt::format("{}:{}: {} does not hold", where.file_name(), where.line(), condition));
}

}  // namespace kelisim
