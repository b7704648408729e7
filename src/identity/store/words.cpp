#include "store/words.h"

#include "kernel/ensure.h"

#include <array>
#include <utility>

namespace kelisim::identity::store {
namespace {

constexpr std::array<std::pair<Role, std::string_view>, 5> words{{{Role::client, "client"},
                                                                  {Role::specialist, "specialist"},
                                                                  {Role::support, "support"},
                                                                  {Role::finance, "finance"},
                                                                  {Role::administrator, "administrator"}}};

}  // namespace

std::string_view role_text(Role role) {
  for (auto const& [known, word] : words) {
    if (known == role) return word;
  }
  ENSURE(false);
  std::unreachable();
}

Role parse_role(std::string_view text) {
  for (auto const& [role, word] : words) {
    if (word == text) return role;
  }
  ENSURE(false);
  std::unreachable();
}

}  // namespace kelisim::identity::store
