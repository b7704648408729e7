#include "privacy/vault.h"

#include "kernel/ensure.h"
#include "kernel/fault.h"
#include "privacy/box.h"
#include "privacy/keyed_hash.h"
#include "store/person_keys.h"

#include <fmt/format.h>
#include <sodium.h>

#include <algorithm>

namespace kelisim::privacy {
namespace {

// Ids and field names hold no `|`, so no two pairs bind alike.
std::string bound_to(PersonId person, std::string_view what) { return fmt::format("{}|{}", person.view(), what); }

constexpr std::string_view wrapped_key = "privacy.person_key";

}  // namespace

void Vault::mint(db::Tx& tx, PersonId person, Instant now) const {
  SecretKey key;
  random_.fill(key.writable());
  auto const bytes = key.view();
  Box const wrapper(keys_.key(KeyUse::wrap_person_keys), random_);
  auto const wrapped =
      wrapper.seal(bound_to(person, wrapped_key), {reinterpret_cast<char const*>(bytes.data()), bytes.size()});
  ENSURE(store::insert_person_key(tx, person, wrapped, now));
}

KeyState Vault::state(db::Tx& tx, PersonId person) const {
  auto const row = store::find_person_key(tx, person);
  if (!row) return KeyState::never;
  return row->wrapped ? KeyState::live : KeyState::destroyed;
}

void Vault::destroy(db::Tx& tx, PersonId person, Instant now) const { store::destroy_person_key(tx, person, now); }

std::optional<SecretKey> Vault::person_key(db::Tx& tx, PersonId person) const {
  auto const row = store::find_person_key(tx, person);
  ENSURE(row.has_value());
  if (!row->wrapped) return std::nullopt;
  Box const wrapper(keys_.key(KeyUse::wrap_person_keys), random_);
  auto plain = wrapper.open(bound_to(person, wrapped_key), *row->wrapped);
  if (!plain || plain->size() != KeyView::extent) {
    throw Fault(Fault::Retry::no, "a person's key does not open with this server key");
  }
  SecretKey key;
  std::ranges::copy(*plain, key.writable().begin());
  sodium_memzero(plain->data(), plain->size());
  return key;
}

db::Bytes Vault::seal(db::Tx& tx, PersonId person, Field field, std::string_view plaintext) const {
  auto const key = person_key(tx, person);
  ENSURE(key.has_value());
  return Box(key->view(), random_).seal(bound_to(person, field.name), plaintext);
}

std::optional<std::string> Vault::open(db::Tx& tx, PersonId person, Field field,
                                       std::span<std::uint8_t const> sealed) const {
  auto const key = person_key(tx, person);
  if (!key) return std::nullopt;
  auto plain = Box(key->view(), random_).open(bound_to(person, field.name), sealed);
  if (!plain) throw Fault(Fault::Retry::no, fmt::format("a sealed {} does not open", field.name));
  return plain;
}

db::Bytes Vault::phone_hash(PhoneNumber const& phone) const {
  return keyed_hash(keys_.key(KeyUse::hash_phones), phone.reveal());
}

db::Bytes Vault::address_hash(std::string_view address) const {
  return keyed_hash(keys_.key(KeyUse::hash_addresses), address);
}

}  // namespace kelisim::privacy
