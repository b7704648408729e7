#include "use_cases/binding.h"

#include "terms/acceptance.h"
#include "terms/clauses.h"
#include "terms/editions.h"

#include <fmt/format.h>

namespace kelisim::contracts {

terms::Terms const& binding_terms(db::Tx& tx, Parts const& parts, PersonId client, Instant now) {
  auto const accepted = terms::current_acceptance(tx, client, "offer");
  return accepted ? parts.brand.terms.at(accepted->version) : terms::terms_in_force(tx, parts.brand, now);
}

std::optional<Clause> paragraph(std::string_view number, std::string_view offer_version) {
  for (auto const& row : terms::ledger()) {
    if (row.document == "offer" && row.number == number) return terms::cited(row.id, offer_version);
  }
  return std::nullopt;
}

std::optional<identity::Person> find_client(db::Tx& tx, Parts const& parts, PersonId id) {
  auto person = parts.people.find(tx, id);
  if (!person || person->role != Role::client) return std::nullopt;
  return person;
}

void tell(db::Tx& tx, Parts const& parts, PersonId client, std::string what, std::string_view subject,
          notify::Values values, Instant now) {
  auto dedupe = fmt::format("{}:{}:{}", what, subject, now.micros);
  parts.notifier.request(tx, now,
                         {.template_name = std::move(what),
                          .to = client,
                          .subject = std::string(subject),
                          .dedupe = std::move(dedupe),
                          .path = "/contract",
                          .values = std::move(values),
                          .condition = {.name = "always", .about = {}},
                          .due_at = now});
}

}  // namespace kelisim::contracts
