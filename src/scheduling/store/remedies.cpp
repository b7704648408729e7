#include "store/remedies.h"

#include "kernel/ensure.h"

namespace kelisim::scheduling::store {

namespace {

constexpr db::Sql insert_row{
    "scheduling.insert_remedy",
    "INSERT INTO scheduling_remedies (id, booking, offered, clause, offered_at_us, due_at_us) "
    "VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING"};
constexpr db::Sql select_last{
    "scheduling.select_last_remedy",
    "SELECT id, booking, offered, clause, offered_at_us, due_at_us, choice FROM scheduling_remedies "
    "WHERE booking = $1 ORDER BY offered_at_us DESC, id DESC LIMIT 1"};
constexpr db::Sql select_open{
    "scheduling.select_open_remedies",
    "SELECT r.booking FROM scheduling_remedies r JOIN scheduling_bookings b ON "
    "b.id = r.booking WHERE b.client = $1 AND r.choice IS NULL ORDER BY r.offered_at_us, r.id"};
constexpr db::Sql update_choice{
    "scheduling.take_remedy",
    "UPDATE scheduling_remedies SET choice = $2, chosen_by = $3, chosen_at_us = $4 WHERE id = $1 AND choice IS NULL"};

template <class E>
E read_word(std::string const& text) {
  E value{};
  ENSURE(boost::describe::enum_from_string(text.c_str(), value));
  return value;
}

template <class E>
std::string_view word(E value) {
  return boost::describe::enum_to_string(value, "");
}

OfferedRemedy read_remedy(db::Row const& row) {
  return {.id = row.id<RemedyId>(0),
          .booking = row.id<BookingId>(1),
          .offered = read_word<Remedy>(row.str(2)),
          .clause = row.str(3),
          .offered_at = row.instant(4),
          .due_at = row.maybe_instant(5),
          .choice = row.is_null(6) ? std::nullopt : std::optional(read_word<RemedyChoice>(row.str(6)))};
}

}  // namespace

bool insert_remedy(db::Tx& tx, OfferedRemedy const& remedy) {
  return tx.execute(insert_row, remedy.id, remedy.booking, word(remedy.offered), remedy.clause, remedy.offered_at,
                    remedy.due_at) == 1;
}

std::optional<OfferedRemedy> last_remedy(db::Tx& tx, BookingId booking) {
  return tx.one(select_last, read_remedy, booking);
}

std::vector<BookingId> open_remedies_of(db::Tx& tx, PersonId client) {
  return tx.all(select_open, [](db::Row const& row) { return row.id<BookingId>(0); }, client);
}

bool take_remedy(db::Tx& tx, RemedyId id, RemedyChoice choice, std::optional<PersonId> by, Instant now) {
  return tx.execute(update_choice, id, word(choice), by, now) == 1;
}

}  // namespace kelisim::scheduling::store
