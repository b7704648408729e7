#include "store/feedback.h"

#include "kernel/ensure.h"

#include <boost/describe/enum_from_string.hpp>
#include <boost/describe/enum_to_string.hpp>

namespace kelisim::reviews::store {
namespace {

constexpr std::string_view first_id = "00000000000000000000000000";
constexpr std::string_view last_id = "ZZZZZZZZZZZZZZZZZZZZZZZZZZ";

#define FEEDBACK_COLUMNS "f.id, f.booking, f.about, f.client, f.words, f.given_at_us"
#define CONSENT_COLUMNS "c.id, c.feedback, c.client, c.name, c.given_at_us"

constexpr db::Sql insert_row{"reviews.insert_feedback",
                             "INSERT INTO reviews_feedback (id, booking, about, client, words, given_at_us)"
                             " VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING"};
constexpr db::Sql select_one{"reviews.find_feedback",
                             "SELECT " FEEDBACK_COLUMNS " FROM reviews_feedback f WHERE f.id = $1"};
constexpr db::Sql select_of_booking{"reviews.feedback_of_booking",
                                    "SELECT " FEEDBACK_COLUMNS
                                    " FROM reviews_feedback f WHERE f.booking = $1 ORDER BY f.about"};
constexpr db::Sql select_of_time{"reviews.feedback_of_time",
                                 "SELECT " FEEDBACK_COLUMNS
                                 " FROM reviews_feedback f WHERE f.given_at_us >= $1 AND f.given_at_us < $2"
                                 " AND f.id > $3 ORDER BY f.id LIMIT $4"};
constexpr db::Sql insert_consent_row{"reviews.insert_name_consent",
                                     "INSERT INTO reviews_name_consents (id, feedback, client, name, given_at_us)"
                                     " VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING"};
constexpr db::Sql select_consent{"reviews.standing_name_consent",
                                 "SELECT " CONSENT_COLUMNS
                                 " FROM reviews_name_consents c"
                                 " WHERE c.feedback = $1 AND c.withdrawn_at_us IS NULL"};
constexpr db::Sql end_consent{"reviews.withdraw_name_consent",
                              "UPDATE reviews_name_consents SET withdrawn_at_us = $2"
                              " WHERE id = $1 AND withdrawn_at_us IS NULL"};
constexpr db::Sql insert_testimony_row{"reviews.insert_testimony",
                                       "INSERT INTO reviews_testimonies (consent, published_by, published_at_us)"
                                       " VALUES ($1, $2, $3) ON CONFLICT DO NOTHING"};
constexpr db::Sql select_published{
    "reviews.find_testimony", "SELECT published_at_us, withdrawn_at_us FROM reviews_testimonies WHERE consent = $1"};
constexpr db::Sql end_testimony{"reviews.withdraw_testimony",
                                "UPDATE reviews_testimonies SET withdrawn_by = $2, withdrawn_at_us = $3"
                                " WHERE consent = $1 AND withdrawn_at_us IS NULL"};
constexpr db::Sql list_published{"reviews.list_testimonies",
                                 "SELECT " FEEDBACK_COLUMNS ", " CONSENT_COLUMNS
                                 ", t.published_at_us FROM reviews_testimonies t"
                                 " JOIN reviews_name_consents c ON c.id = t.consent"
                                 " JOIN reviews_feedback f ON f.id = c.feedback"
                                 " WHERE t.withdrawn_at_us IS NULL ORDER BY t.published_at_us DESC LIMIT $1"};
constexpr db::Sql list_consented{"reviews.list_name_consents",
                                 "SELECT " FEEDBACK_COLUMNS ", " CONSENT_COLUMNS
                                 ", t.published_at_us FROM reviews_name_consents c"
                                 " JOIN reviews_feedback f ON f.id = c.feedback"
                                 " LEFT JOIN reviews_testimonies t ON t.consent = c.id AND t.withdrawn_at_us IS NULL"
                                 " WHERE c.withdrawn_at_us IS NULL AND c.id < $1 ORDER BY c.id DESC LIMIT $2"};

#undef FEEDBACK_COLUMNS
#undef CONSENT_COLUMNS

Feedback read_feedback(db::Row const& row) {
  About about{};
  ENSURE(boost::describe::enum_from_string(row.str(2).c_str(), about));
  return {.id = row.id<FeedbackId>(0),
          .booking = row.id<scheduling::BookingId>(1),
          .about = about,
          .client = row.id<PersonId>(3),
          .words = row.blob(4),
          .given_at = row.instant(5)};
}

NameConsent read_consent(db::Row const& row, int first) {
  return {.id = row.id<ConsentId>(first),
          .feedback = row.id<FeedbackId>(first + 1),
          .client = row.id<PersonId>(first + 2),
          .name = row.blob(first + 3),
          .given_at = row.instant(first + 4)};
}

Testimony read_testimony(db::Row const& row) {
  return {.feedback = read_feedback(row), .consent = read_consent(row, 6), .published_at = row.maybe_instant(11)};
}

}  // namespace

bool insert_feedback(db::Tx& tx, Feedback const& feedback) {
  return tx.execute(insert_row, feedback.id, feedback.booking, boost::describe::enum_to_string(feedback.about, ""),
                    feedback.client, feedback.words, feedback.given_at) == 1;
}

std::optional<Feedback> find_feedback(db::Tx& tx, FeedbackId id) { return tx.one(select_one, read_feedback, id); }

std::vector<Feedback> feedback_of_booking(db::Tx& tx, scheduling::BookingId booking) {
  return tx.all(select_of_booking, read_feedback, booking);
}

std::vector<Feedback> feedback_of_time(db::Tx& tx, Span const& span, std::optional<FeedbackId> after, int limit) {
  return tx.all(select_of_time, read_feedback, span.from, span.until, after ? after->view() : first_id, limit);
}

bool insert_consent(db::Tx& tx, NameConsent const& consent) {
  return tx.execute(insert_consent_row, consent.id, consent.feedback, consent.client, consent.name,
                    consent.given_at) == 1;
}

std::optional<NameConsent> standing_consent(db::Tx& tx, FeedbackId feedback) {
  return tx.one(select_consent, [](db::Row const& row) { return read_consent(row, 0); }, feedback);
}

void withdraw_consent(db::Tx& tx, ConsentId consent, Instant now) { tx.execute(end_consent, consent, now); }

bool insert_testimony(db::Tx& tx, ConsentId consent, PersonId by, Instant now) {
  return tx.execute(insert_testimony_row, consent, by, now) == 1;
}

bool was_published(db::Tx& tx, ConsentId consent) {
  return tx.one(select_published, [](db::Row const&) { return true; }, consent).has_value();
}

std::optional<Instant> published_at(db::Tx& tx, ConsentId consent) {
  auto const row = tx.one(
      select_published,
      [](db::Row const& one) { return one.is_null(1) ? one.maybe_instant(0) : std::optional<Instant>(); }, consent);
  return row.value_or(std::nullopt);
}

bool withdraw_testimony(db::Tx& tx, ConsentId consent, PersonId by, Instant now) {
  return tx.execute(end_testimony, consent, by, now) == 1;
}

std::vector<Testimony> published(db::Tx& tx, int limit) { return tx.all(list_published, read_testimony, limit); }

std::vector<Testimony> consented(db::Tx& tx, std::optional<ConsentId> before, int limit) {
  return tx.all(list_consented, read_testimony, before ? before->view() : last_id, limit);
}

}  // namespace kelisim::reviews::store
