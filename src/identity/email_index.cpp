#include "identity/email_index.h"

#include "store/email_hashes.h"
#include "use_cases/fields.h"

#include <algorithm>
#include <iterator>
#include <string>

namespace kelisim::identity {
namespace {

constexpr int accounts_max = 10;
constexpr int refreshed_at_once = 1000;

/// Beside the hashes of other addresses under the same key: the prefix tells them apart.
db::Bytes hash_of(privacy::Vault const& vault, std::string_view address) {
  std::string text = "mailto:";
  std::ranges::transform(address, std::back_inserter(text),
                         [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return vault.address_hash(text);
}

}  // namespace

std::vector<PersonId> clients_with_email(db::Tx& tx, privacy::Vault const& vault, std::string_view address) {
  auto people = store::clients_with_hash(tx, hash_of(vault, address), accounts_max);
  std::erase_if(people, [&](PersonId id) { return vault.state(tx, id) != privacy::KeyState::live; });
  return people;
}

int refresh_email_index(db::Tx& tx, privacy::Vault const& vault) {
  auto const changed = store::emails_to_index(tx, refreshed_at_once);
  for (auto const& one : changed) {
    // Of an erased person nothing can be read: the row keeps them from being asked for again.
    auto const email = vault.open(tx, one.person, fields::email, one.sealed);
    store::put_email_hash(tx, one, hash_of(vault, email.value_or("")));
  }
  return static_cast<int>(changed.size());
}

}  // namespace kelisim::identity
