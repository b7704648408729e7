#include "terms/acceptance.h"

#include "kernel/ensure.h"

namespace kelisim::terms {
namespace {

#define COLUMNS "id, person, document, version, content_hash, language, accepted_at_us"

constexpr db::Sql insert_acceptance{"terms.insert_acceptance",
                                    "INSERT INTO terms_acceptances (" COLUMNS
                                    ", evidence) VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING"};
constexpr db::Sql select_acceptance{"terms.select_acceptance",
                                    "SELECT " COLUMNS
                                    " FROM terms_acceptances WHERE person = $1 AND document = $2 AND version = $3"};
constexpr db::Sql select_of_person{"terms.select_acceptances_of_person",
                                   "SELECT " COLUMNS
                                   " FROM terms_acceptances WHERE person = $1 ORDER BY accepted_at_us DESC, id DESC"};
constexpr db::Sql select_current{"terms.select_current_acceptance",
                                 "SELECT " COLUMNS
                                 " FROM terms_acceptances WHERE person = $1 AND document = $2"
                                 " ORDER BY accepted_at_us DESC, id DESC LIMIT 1"};
constexpr db::Sql select_evidence{"terms.select_acceptance_evidence",
                                  "SELECT evidence FROM terms_acceptances WHERE id = $1"};

constexpr db::Sql count_version{"terms.count_acceptances",
                                "SELECT count(*) FROM terms_acceptances WHERE document = $1 AND version = $2"};
constexpr db::Sql count_without{
    "terms.count_people_without_acceptance",
    "SELECT count(DISTINCT a.person) FROM terms_acceptances a WHERE a.document = $1 AND NOT EXISTS"
    " (SELECT 1 FROM terms_acceptances b WHERE b.person = a.person AND b.document = $1 AND b.version = $2)"};

#undef COLUMNS

Acceptance read_acceptance(db::Row const& row) {
  return {.id = row.id<AcceptanceId>(0),
          .person = row.id<PersonId>(1),
          .document = row.str(2),
          .version = row.str(3),
          .content_hash = row.str(4),
          .language = row.str(5),
          .accepted_at = row.instant(6)};
}

std::int64_t read_count(db::Row const& row) { return row.integer(0); }

}  // namespace

Acceptance accept(db::Tx& tx, Random& random, NewAcceptance const& acceptance) {
  tx.execute(insert_acceptance, random.id<AcceptanceId>(acceptance.accepted_at), acceptance.person,
             acceptance.document, acceptance.version, acceptance.content_hash, acceptance.language,
             acceptance.accepted_at, acceptance.evidence);
  auto stored =
      tx.one(select_acceptance, read_acceptance, acceptance.person, acceptance.document, acceptance.version);
  ENSURE(stored.has_value() && stored->content_hash == acceptance.content_hash);
  return *stored;
}

std::vector<Acceptance> acceptances_of(db::Tx& tx, PersonId const& person) {
  return tx.all(select_of_person, read_acceptance, person);
}

std::optional<Acceptance> current_acceptance(db::Tx& tx, PersonId const& person, std::string_view document) {
  return tx.one(select_current, read_acceptance, person, document);
}

std::optional<db::Bytes> acceptance_evidence(db::Tx& tx, AcceptanceId const& id) {
  return tx.one(select_evidence, [](db::Row const& row) { return row.blob(0); }, id);
}

std::int64_t count_acceptances(db::Tx& tx, std::string_view document, std::string_view version) {
  return tx.one(count_version, read_count, document, version).value_or(0);
}

std::int64_t count_asked_again(db::Tx& tx, std::string_view document, std::string_view version) {
  return tx.one(count_without, read_count, document, version).value_or(0);
}

Terms const* accepted_terms(db::Tx& tx, Brand const& brand, PersonId const& person) {
  auto const acceptance = current_acceptance(tx, person, "offer");
  return acceptance ? &brand.terms.at(acceptance->version) : nullptr;
}

}  // namespace kelisim::terms
