#include "use_cases/promises.h"

#include "kernel/ensure.h"
#include "obligations/obligations.h"
#include "store/words.h"
#include "terms/clauses.h"

#include <fmt/format.h>

namespace kelisim::claims {

namespace {

constexpr std::string_view answer = "claims.answer";

}  // namespace

void promise_answer(db::Tx& tx, Parts const& parts, Case const& about, terms::Due const& due, std::string_view round,
                    Instant now) {
  auto const clause = terms::find_clause(about.clause);
  ENSURE(clause.has_value());
  obligations::undertake(tx, parts.random,
                         {.kind = std::string(answer),
                          .subject = about.id.str(),
                          .person = about.client,
                          .clause = *clause,
                          .terms_version = about.terms_version,
                          .owner = obligations::Owner::support,
                          .due = due,
                          .arose_at = now,
                          .dedupe_key = fmt::format("{}:{}:{}", answer, about.id.view(), round)});
}

void keep_promises(db::Tx& tx, Case const& about, std::optional<PersonId> by, Instant now) {
  (void)obligations::keep_all(tx, answer, about.id.view(), {.at = now, .by = by});
}

void tell_client(db::Tx& tx, Parts const& parts, Case const& about, CaseNotice kind, Clause const& because,
                 Instant until, Instant now) {
  auto const name = std::string(store::word(kind));
  parts.notifier.request(tx, now,
                         {.template_name = name,
                          .to = about.client,
                          .subject = about.id.str(),
                          .dedupe = fmt::format("{}:{}:{}", name, about.id.view(), now.micros),
                          .path = fmt::format("/claims/{}", about.id.view()),
                          .values = {{"number", std::to_string(about.number)},
                                     {"clause", std::string(because.number)},
                                     {"until", until}},
                          .condition = {.name = "always", .about = {}},
                          .due_at = now});
}

}  // namespace kelisim::claims
