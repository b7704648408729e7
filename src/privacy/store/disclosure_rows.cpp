#include "store/disclosure_rows.h"

#include "kernel/ensure.h"

#include <boost/describe/enum_to_string.hpp>

namespace kelisim::privacy::store {
namespace {

#define SELECT_ROWS                                                                                     \
  "SELECT d.id, d.person, d.ground, d.recipient, d.basis, d.what, d.registered_by, d.registered_at_us," \
  " a.consents, a.answered_at_us, m.made_by, m.made_at_us FROM privacy_disclosures d"                   \
  " LEFT JOIN privacy_disclosure_answers a ON a.disclosure = d.id"                                      \
  " LEFT JOIN privacy_disclosures_made m ON m.disclosure = d.id"

constexpr db::Sql insert_row{"privacy.insert_disclosure",
                             "INSERT INTO privacy_disclosures (id, person, ground, recipient, basis, what,"
                             " registered_by, registered_at_us) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)"};
constexpr db::Sql insert_answer_row{"privacy.insert_disclosure_answer",
                                    "INSERT INTO privacy_disclosure_answers (disclosure, consents, answered_at_us)"
                                    " VALUES ($1, $2, $3) ON CONFLICT DO NOTHING"};
constexpr db::Sql insert_made_row{"privacy.insert_disclosure_made",
                                  "INSERT INTO privacy_disclosures_made (disclosure, made_by, made_at_us, clause)"
                                  " VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING"};
constexpr db::Sql select_one{"privacy.select_disclosure", SELECT_ROWS " WHERE d.id = $1"};
constexpr db::Sql select_of{"privacy.select_disclosures_of",
                            SELECT_ROWS " WHERE d.person = $1 ORDER BY d.id DESC LIMIT $2"};

#undef SELECT_ROWS

DisclosureRow read(db::Row const& row) {
  DisclosureRow found{.id = row.id<DisclosureId>(0),
                      .person = row.id<PersonId>(1),
                      .ground = row.str(2) == "law" ? Ground::law : Ground::consent,
                      .recipient = row.blob(3),
                      .basis = row.blob(4),
                      .what = row.str(5),
                      .registered_by = row.id<PersonId>(6),
                      .registered_at = row.instant(7)};
  if (!row.is_null(8)) found.consent = row.flag(8) ? Consent::given : Consent::refused;
  found.answered_at = row.maybe_instant(9);
  if (!row.is_null(10)) found.made_by = row.id<PersonId>(10);
  found.made_at = row.maybe_instant(11);
  return found;
}

}  // namespace

void insert_disclosure(db::Tx& tx, DisclosureRow const& row) {
  tx.execute(insert_row, row.id, row.person, boost::describe::enum_to_string(row.ground, ""), row.recipient,
             row.basis, row.what, row.registered_by, row.registered_at);
}

bool insert_answer(db::Tx& tx, DisclosureId id, bool consents, Instant now) {
  return tx.execute(insert_answer_row, id, consents, now) == 1;
}

bool insert_made(db::Tx& tx, DisclosureId id, PersonId by, std::string_view clause, Instant now) {
  return tx.execute(insert_made_row, id, by, now, clause) == 1;
}

std::optional<DisclosureRow> find_disclosure(db::Tx& tx, DisclosureId id) { return tx.one(select_one, read, id); }

std::vector<DisclosureRow> disclosures_of(db::Tx& tx, PersonId person, int limit) {
  return tx.all(select_of, read, person, limit);
}

}  // namespace kelisim::privacy::store
