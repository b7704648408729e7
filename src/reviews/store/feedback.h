#pragma once

#include "platform/db/tx.h"
#include "reviews/rules/feedback.h"
#include "scheduling/booking.h"

#include <optional>
#include <vector>

namespace kelisim::reviews {

using FeedbackId = Id<struct FeedbackTag>;
using ConsentId = Id<struct NameConsentTag>;

/// The words are sealed with the client's key.
struct Feedback {
  FeedbackId id;
  scheduling::BookingId booking;
  About about;
  PersonId client;
  db::Bytes words;
  Instant given_at;
};

/// Of the author, to a publication of one feedback with one name. The name is sealed.
struct NameConsent {
  ConsentId id;
  FeedbackId feedback;
  PersonId client;
  db::Bytes name;
  Instant given_at;
};

struct Testimony {
  Feedback feedback;
  NameConsent consent;
  std::optional<Instant> published_at;
};

namespace store {

/// False when that was said after that session before.
[[nodiscard]] bool insert_feedback(db::Tx& tx, Feedback const& feedback);
[[nodiscard]] std::optional<Feedback> find_feedback(db::Tx& tx, FeedbackId id);
/// At most one on each thing.
[[nodiscard]] std::vector<Feedback> feedback_of_booking(db::Tx& tx, scheduling::BookingId booking);
struct Span {
  Instant from;  ///< inclusive
  Instant until;
};
/// In the order of their ids, after `after`.
[[nodiscard]] std::vector<Feedback> feedback_of_time(db::Tx& tx, Span const& span, std::optional<FeedbackId> after,
                                                     int limit);

/// False when one stands.
[[nodiscard]] bool insert_consent(db::Tx& tx, NameConsent const& consent);
[[nodiscard]] std::optional<NameConsent> standing_consent(db::Tx& tx, FeedbackId feedback);
void withdraw_consent(db::Tx& tx, ConsentId consent, Instant now);

/// False when the consent carried a publication before.
[[nodiscard]] bool insert_testimony(db::Tx& tx, ConsentId consent, PersonId by, Instant now);
/// Was there a publication on this consent, whether it stands or not?
[[nodiscard]] bool was_published(db::Tx& tx, ConsentId consent);
[[nodiscard]] std::optional<Instant> published_at(db::Tx& tx, ConsentId consent);
/// False when none stands.
bool withdraw_testimony(db::Tx& tx, ConsentId consent, PersonId by, Instant now);

/// What stands published, newest first.
[[nodiscard]] std::vector<Testimony> published(db::Tx& tx, int limit);
/// Every standing consent, newest first.
[[nodiscard]] std::vector<Testimony> consented(db::Tx& tx, std::optional<ConsentId> before, int limit);

}  // namespace store
}  // namespace kelisim::reviews
