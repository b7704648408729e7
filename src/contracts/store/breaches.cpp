#include "store/breaches.h"

#include "kernel/ensure.h"
#include "store/words.h"

namespace kelisim::contracts::store {
namespace {

#define BREACH_COLUMNS "id, client, code, account, booking, recorded_by, recorded_at_us, terms_version"
constexpr db::Sql insert_row{"contracts.insert_breach", "INSERT INTO contracts_breaches (" BREACH_COLUMNS
                                                        ") VALUES ($1, $2, $3, $4, $5, $6, $7, $8)"};
constexpr db::Sql select_one{"contracts.find_breach",
                             "SELECT " BREACH_COLUMNS " FROM contracts_breaches WHERE id = $1"};
// SQLite has one writer: there nobody else rules while this transaction writes.
constexpr db::Sql select_for_update{"contracts.lock_breach",
                                    "SELECT " BREACH_COLUMNS " FROM contracts_breaches WHERE id = $1 FOR UPDATE"};
constexpr db::Sql select_page{"contracts.list_breaches",
                              "SELECT " BREACH_COLUMNS
                              " FROM contracts_breaches WHERE id < $1 ORDER BY id DESC LIMIT $2"};
constexpr db::Sql select_of_client{"contracts.breaches_of_client",
                                   "SELECT " BREACH_COLUMNS
                                   " FROM contracts_breaches WHERE client = $1 ORDER BY id DESC LIMIT $2"};
#undef BREACH_COLUMNS
constexpr db::Sql insert_evidence_row{
    "contracts.insert_evidence",
    "INSERT INTO contracts_evidence (breach, number, kind, description, checksum, added_by, added_at_us)"
    " VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING"};
constexpr db::Sql select_evidence{"contracts.evidence_of",
                                  "SELECT number, kind, description, checksum, added_by, added_at_us"
                                  " FROM contracts_evidence WHERE breach = $1 ORDER BY number"};
constexpr db::Sql insert_ruling_row{
    "contracts.insert_ruling",
    "INSERT INTO contracts_rulings (breach, confirmed, reasons, ruled_by, ruled_at_us, clause, decision)"
    " VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING"};
constexpr db::Sql select_ruling{"contracts.ruling_of",
                                "SELECT confirmed, reasons, ruled_by, ruled_at_us, clause, decision"
                                " FROM contracts_rulings WHERE breach = $1"};
constexpr db::Sql insert_forfeit_row{
    "contracts.insert_forfeit",
    "INSERT INTO contracts_forfeits (breach, booking, amount_minor, currency) VALUES ($1, $2, $3, $4)"};
constexpr db::Sql select_forfeits{
    "contracts.forfeits_of",
    "SELECT booking, amount_minor, currency FROM contracts_forfeits WHERE breach = $1 ORDER BY booking"};
constexpr db::Sql insert_demand_row{
    "contracts.insert_demand",
    "INSERT INTO contracts_demands (breach, penalty_minor, damage_minor, currency, issued_by, issued_at_us,"
    " due_at_us, clause, decision) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT DO NOTHING"};
constexpr db::Sql select_demand{"contracts.demand_of",
                                "SELECT penalty_minor, currency, damage_minor, currency, issued_by, issued_at_us,"
                                " due_at_us, clause, decision FROM contracts_demands WHERE breach = $1"};
constexpr db::Sql insert_end_row{
    "contracts.insert_demand_end",
    "INSERT INTO contracts_demand_ends (breach, what, at_us, in_time, noted_by, noted_at_us)"
    " VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING"};
constexpr db::Sql select_end{
    "contracts.demand_end_of",
    "SELECT what, at_us, in_time, noted_by, noted_at_us FROM contracts_demand_ends WHERE breach = $1"};

constexpr std::string_view after_all_ids = "~";

Breach read_breach(db::Row const& row) {
  Breach breach{.id = row.id<BreachId>(0),
                .client = row.id<PersonId>(1),
                .code = row.str(2),
                .account = row.blob(3),
                .booking = std::nullopt,
                .recorded_by = row.id<PersonId>(5),
                .recorded_at = row.instant(6),
                .terms_version = row.str(7)};
  if (!row.is_null(4)) breach.booking = row.id<scheduling::BookingId>(4);
  return breach;
}

std::int64_t number(bool yes) { return yes ? 1 : 0; }

}  // namespace

void insert_breach(db::Tx& tx, Breach const& breach) {
  tx.execute(insert_row, breach.id, breach.client, breach.code, breach.account, breach.booking, breach.recorded_by,
             breach.recorded_at, breach.terms_version);
}

std::optional<Breach> find_breach(db::Tx& tx, BreachId id) { return tx.one(select_one, read_breach, id); }

std::optional<Breach> lock_breach(db::Tx& tx, BreachId id) {
  return tx.one(tx.engine() == db::Engine::postgres ? select_for_update : select_one, read_breach, id);
}

std::vector<Breach> list_breaches(db::Tx& tx, std::optional<BreachId> before, int limit) {
  return tx.all(select_page, read_breach, before ? before->view() : after_all_ids, limit);
}

std::vector<Breach> breaches_of(db::Tx& tx, PersonId client, int limit) {
  return tx.all(select_of_client, read_breach, client, limit);
}

bool insert_evidence(db::Tx& tx, BreachId breach, Evidence const& evidence) {
  return tx.execute(insert_evidence_row, breach, evidence.number, word(evidence.kind), evidence.description,
                    evidence.checksum, evidence.added_by, evidence.added_at) == 1;
}

std::vector<Evidence> evidence_of(db::Tx& tx, BreachId breach) {
  return tx.all(
      select_evidence,
      [](db::Row const& row) {
        return Evidence{.number = static_cast<int>(row.integer(0)),
                        .kind = read_word<EvidenceKind>(row.str(1)),
                        .description = row.blob(2),
                        .checksum = row.blob(3),
                        .added_by = row.id<PersonId>(4),
                        .added_at = row.instant(5)};
      },
      breach);
}

bool insert_ruling(db::Tx& tx, BreachId breach, RulingRow const& ruling) {
  return tx.execute(insert_ruling_row, breach, number(ruling.confirmed), ruling.reasons, ruling.ruled_by,
                    ruling.ruled_at, ruling.clause, ruling.decision) == 1;
}

std::optional<RulingRow> ruling_of(db::Tx& tx, BreachId breach) {
  return tx.one(
      select_ruling,
      [](db::Row const& row) {
        return RulingRow{.confirmed = row.integer(0) == 1,
                         .reasons = row.blob(1),
                         .ruled_by = row.id<PersonId>(2),
                         .ruled_at = row.instant(3),
                         .clause = row.str(4),
                         .decision = row.str(5)};
      },
      breach);
}

void insert_forfeit(db::Tx& tx, BreachId breach, Forfeit const& forfeit) {
  tx.execute(insert_forfeit_row, breach, forfeit.booking, forfeit.amount.minor(),
             to_string(forfeit.amount.currency()));
}

std::vector<Forfeit> forfeits_of(db::Tx& tx, BreachId breach) {
  return tx.all(
      select_forfeits, [](db::Row const& row) { return Forfeit{row.id<scheduling::BookingId>(0), row.money(1)}; },
      breach);
}

bool insert_demand(db::Tx& tx, BreachId breach, DemandRow const& demand) {
  return tx.execute(insert_demand_row, breach, demand.penalty.minor(), demand.damage.minor(),
                    to_string(demand.penalty.currency()), demand.issued_by, demand.issued_at, demand.due_at,
                    demand.clause, demand.decision) == 1;
}

std::optional<DemandRow> demand_of(db::Tx& tx, BreachId breach) {
  return tx.one(
      select_demand,
      [](db::Row const& row) {
        return DemandRow{.penalty = row.money(0),
                         .damage = row.money(2),
                         .issued_by = row.id<PersonId>(4),
                         .issued_at = row.instant(5),
                         .due_at = row.instant(6),
                         .clause = row.str(7),
                         .decision = row.str(8)};
      },
      breach);
}

bool insert_demand_end(db::Tx& tx, BreachId breach, DemandEndRow const& end) {
  return tx.execute(insert_end_row, breach, word(end.what), end.at, number(end.in_time), end.noted_by,
                    end.noted_at) == 1;
}

std::optional<DemandEndRow> demand_end_of(db::Tx& tx, BreachId breach) {
  return tx.one(
      select_end,
      [](db::Row const& row) {
        return DemandEndRow{.what = read_word<DemandEnd>(row.str(0)),
                            .at = row.instant(1),
                            .in_time = row.integer(2) == 1,
                            .noted_by = row.id<PersonId>(3),
                            .noted_at = row.instant(4)};
      },
      breach);
}

}  // namespace kelisim::contracts::store
