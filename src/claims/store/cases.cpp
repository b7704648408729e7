#include "store/cases.h"

#include "store/words.h"

namespace kelisim::claims::store {
namespace {

#define CASE_COLUMNS                                                                                 \
  "id, number, standing, state, category, booking, client, reasons, terms_version, received_at_us, " \
  "answer_by_us, clause, decision"

constexpr db::Sql lock_numbers{"claims.lock_numbers",
                               "SELECT 1 FROM pg_advisory_xact_lock(hashtextextended('claims.numbers', 0))"};
constexpr db::Sql next_number{"claims.next_number", "SELECT COALESCE(max(number), 0) + 1 FROM claims_cases"};
constexpr db::Sql insert_row{"claims.insert_case",
                             "INSERT INTO claims_cases (" CASE_COLUMNS
                             ") VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) "
                             "ON CONFLICT DO NOTHING"};
constexpr db::Sql select_case{"claims.select_case", "SELECT " CASE_COLUMNS " FROM claims_cases WHERE id = $1"};
constexpr db::Sql select_by_number{"claims.select_case_by_number",
                                   "SELECT " CASE_COLUMNS " FROM claims_cases WHERE number = $1"};
// SQLite has one writer: there a case cannot change under a transaction that writes.
constexpr db::Sql select_for_update{"claims.lock_case",
                                    "SELECT " CASE_COLUMNS " FROM claims_cases WHERE id = $1 FOR UPDATE"};
constexpr db::Sql update_state{"claims.update_case_state",
                               "UPDATE claims_cases SET state = $3 WHERE id = $1 AND state = $2"};
constexpr db::Sql update_answer_by{
    "claims.update_case_answer_by",
    "UPDATE claims_cases SET state = $3, answer_by_us = $4 WHERE id = $1 AND state = $2"};
constexpr db::Sql select_of_client{"claims.select_cases_of_client",
                                   "SELECT " CASE_COLUMNS
                                   " FROM claims_cases WHERE client = $1 ORDER BY id DESC LIMIT $2"};
constexpr db::Sql select_of_booking{"claims.select_cases_of_booking",
                                    "SELECT " CASE_COLUMNS " FROM claims_cases WHERE booking = $1 ORDER BY id DESC"};
constexpr db::Sql select_queue{"claims.select_queue",
                               "SELECT " CASE_COLUMNS
                               " FROM claims_cases WHERE state = $1 AND (answer_by_us, id) > ($2, $3) "
                               "ORDER BY answer_by_us, id LIMIT $4"};
constexpr db::Sql insert_message_row{
    "claims.insert_message",
    "INSERT INTO claims_messages (id, case_id, side, author, body, written_at_us) VALUES ($1, $2, $3, $4, $5, $6)"};
constexpr db::Sql select_messages{
    "claims.select_messages",
    "SELECT id, side, author, body, written_at_us FROM claims_messages WHERE case_id = $1 ORDER BY id"};
constexpr db::Sql count_rows{"claims.count_messages",
                             "SELECT count(*) FROM claims_messages WHERE case_id = $1 AND side = $2"};
constexpr db::Sql insert_ruling_row{
    "claims.insert_ruling",
    "INSERT INTO claims_rulings (case_id, number, finding, ruled_by, reasons, refund_minor, damages_minor, currency, "
    "clause, decision, ruled_at_us) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) ON CONFLICT DO NOTHING"};
constexpr db::Sql select_rulings{
    "claims.select_rulings",
    "SELECT number, finding, ruled_by, reasons, refund_minor, currency, damages_minor, currency, clause, decision, "
    "ruled_at_us FROM claims_rulings WHERE case_id = $1 ORDER BY number"};
constexpr db::Sql insert_appeal_row{
    "claims.insert_appeal",
    "INSERT INTO claims_appeals (case_id, reasons, appealed_at_us) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING"};
constexpr db::Sql select_appeal{"claims.select_appeal",
                                "SELECT reasons, appealed_at_us FROM claims_appeals WHERE case_id = $1"};
constexpr db::Sql insert_court_row{"claims.insert_court",
                                   "INSERT INTO claims_courts (case_id, note, marked_by, marked_at_us, clause)"
                                   " VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING"};
constexpr db::Sql select_court{"claims.select_court",
                               "SELECT note, marked_by, marked_at_us, clause FROM claims_courts WHERE case_id = $1"};
constexpr db::Sql insert_acceptance_row{
    "claims.insert_acceptance",
    "INSERT INTO claims_acceptances (booking, accepted_at_us, recorded_at_us, clause, decision) "
    "VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING"};
constexpr db::Sql select_acceptance{
    "claims.select_acceptance",
    "SELECT accepted_at_us, recorded_at_us, clause, decision FROM claims_acceptances WHERE booking = $1"};

#undef CASE_COLUMNS

std::int64_t first_number(db::Row const& row) { return row.integer(0); }

Case read_case(db::Row const& row) {
  Case found{.id = row.id<CaseId>(0),
             .number = row.integer(1),
             .standing = read_word<Standing>(row.str(2)),
             .state = read_word<CaseState>(row.str(3)),
             .category = std::nullopt,
             .booking = std::nullopt,
             .client = row.id<PersonId>(6),
             .reasons = row.blob(7),
             .terms_version = row.str(8),
             .received_at = row.instant(9),
             .answer_by = row.instant(10),
             .clause = row.str(11),
             .decision = row.maybe_str(12)};
  if (!row.is_null(4)) found.category = read_word<Category>(row.str(4));
  if (!row.is_null(5)) found.booking = row.id<scheduling::BookingId>(5);
  return found;
}

}  // namespace

bool insert_case(db::Tx& tx, Case& made) {
  if (tx.engine() == db::Engine::postgres) (void)tx.one(lock_numbers, [](db::Row const&) { return true; });
  made.number = *tx.one(next_number, first_number);
  std::optional<std::string_view> category;
  if (made.category) category = word(*made.category);
  return tx.execute(insert_row, made.id, made.number, word(made.standing), word(made.state), category, made.booking,
                    made.client, made.reasons, made.terms_version, made.received_at, made.answer_by, made.clause,
                    made.decision) == 1;
}

std::optional<Case> find_case(db::Tx& tx, CaseId id) { return tx.one(select_case, read_case, id); }

std::optional<Case> find_case_by_number(db::Tx& tx, std::int64_t number) {
  return tx.one(select_by_number, read_case, number);
}

std::optional<Case> lock_case(db::Tx& tx, CaseId id) {
  return tx.one(tx.engine() == db::Engine::postgres ? select_for_update : select_case, read_case, id);
}

void change_state(db::Tx& tx, CaseId id, CaseState from, CaseState to) {
  ENSURE(tx.execute(update_state, id, word(from), word(to)) == 1);
}

void wait_for_answer(db::Tx& tx, CaseId id, CaseState from, CaseState to, Instant answer_by) {
  ENSURE(tx.execute(update_answer_by, id, word(from), word(to), answer_by) == 1);
}

std::vector<Case> cases_of_client(db::Tx& tx, PersonId client, int limit) {
  return tx.all(select_of_client, read_case, client, limit);
}

std::vector<Case> cases_of_booking(db::Tx& tx, scheduling::BookingId booking) {
  return tx.all(select_of_booking, read_case, booking);
}

std::vector<Case> queue(db::Tx& tx, CaseState state, std::optional<QueuePlace> after, int limit) {
  auto const from = after ? after->answer_by : Instant{0};
  auto const id = after ? after->id.str() : std::string();
  return tx.all(select_queue, read_case, word(state), from, id, limit);
}

void insert_message(db::Tx& tx, CaseId of, Message const& message) {
  tx.execute(insert_message_row, message.id, of, message.by_client ? "client" : "staff", message.author, message.body,
             message.written_at);
}

std::vector<Message> messages_of(db::Tx& tx, CaseId of) {
  return tx.all(
      select_messages,
      [](db::Row const& row) {
        return Message{row.id<MessageId>(0), row.text(1) == "client", row.id<PersonId>(2), row.blob(3),
                       row.instant(4)};
      },
      of);
}

std::int64_t count_messages(db::Tx& tx, CaseId of, bool by_client) {
  return tx.one(count_rows, first_number, of, by_client ? "client" : "staff").value_or(0);
}

bool insert_ruling(db::Tx& tx, CaseId of, RulingRow const& ruling) {
  return tx.execute(insert_ruling_row, of, ruling.number, word(ruling.finding), ruling.ruled_by, ruling.reasons,
                    ruling.refund.minor(), ruling.damages.minor(), to_string(ruling.refund.currency()), ruling.clause,
                    ruling.decision, ruling.ruled_at) == 1;
}

std::vector<RulingRow> rulings_of(db::Tx& tx, CaseId of) {
  return tx.all(
      select_rulings,
      [](db::Row const& row) {
        return RulingRow{.number = static_cast<int>(row.integer(0)),
                         .finding = read_word<Finding>(row.str(1)),
                         .ruled_by = row.id<PersonId>(2),
                         .reasons = row.blob(3),
                         .refund = row.money(4),
                         .damages = row.money(6),
                         .clause = row.str(8),
                         .decision = row.str(9),
                         .ruled_at = row.instant(10)};
      },
      of);
}

bool insert_appeal(db::Tx& tx, CaseId of, Appeal const& appeal) {
  return tx.execute(insert_appeal_row, of, appeal.reasons, appeal.appealed_at) == 1;
}

std::optional<Appeal> appeal_of(db::Tx& tx, CaseId of) {
  return tx.one(select_appeal, [](db::Row const& row) { return Appeal{row.blob(0), row.instant(1)}; }, of);
}

bool insert_court(db::Tx& tx, CaseId of, Court const& court) {
  return tx.execute(insert_court_row, of, court.note, court.marked_by, court.marked_at, court.clause) == 1;
}

std::optional<Court> court_of(db::Tx& tx, CaseId of) {
  return tx.one(
      select_court,
      [](db::Row const& row) { return Court{row.blob(0), row.id<PersonId>(1), row.instant(2), row.str(3)}; }, of);
}

bool insert_acceptance(db::Tx& tx, scheduling::BookingId booking, AcceptanceRow const& acceptance) {
  return tx.execute(insert_acceptance_row, booking, acceptance.accepted_at, acceptance.recorded_at, acceptance.clause,
                    acceptance.decision) == 1;
}

std::optional<AcceptanceRow> acceptance_of(db::Tx& tx, scheduling::BookingId booking) {
  return tx.one(
      select_acceptance,
      [](db::Row const& row) { return AcceptanceRow{row.instant(0), row.instant(1), row.str(2), row.str(3)}; },
      booking);
}

}  // namespace kelisim::claims::store
