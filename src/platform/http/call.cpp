#include "platform/http/call.h"

#include "kernel/ensure.h"

#include <algorithm>

namespace kelisim::http {
namespace {

std::optional<std::string_view> find(Call::Fields const& fields, std::string_view name) {
  auto const found = std::ranges::find(fields, name, &Call::Fields::value_type::first);
  return found == fields.end() ? std::nullopt : std::optional<std::string_view>(found->second);
}

}  // namespace

std::string_view Call::path(std::string_view name) const {
  auto const found = find(path_fields, name);
  ENSURE(found.has_value());
  return *found;
}

std::optional<std::string_view> Call::query(std::string_view name) const { return find(query_fields, name); }

std::optional<std::string_view> Call::header(std::string_view name) const { return find(header_fields, name); }

PersonId Call::person() const {
  ENSURE(caller.person.has_value());
  return *caller.person;
}

void Call::set_session(std::string token) {
  outgoing_.session_token = std::move(token);
  outgoing_.session_cleared = false;
}

void Call::clear_session() {
  outgoing_.session_token.reset();
  outgoing_.session_cleared = true;
}

void Call::after_commit(std::function<void()> effect) { outgoing_.after_commit.push_back(std::move(effect)); }

}  // namespace kelisim::http
