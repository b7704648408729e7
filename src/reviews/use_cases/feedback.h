#pragma once

#include "reviews/reviews.h"
#include "store/feedback.h"

#include <string>
#include <vector>

namespace kelisim::reviews {

/// Names that are bound to the ciphertexts: never changed.
inline constexpr privacy::Field feedback_words{"reviews.words"};
inline constexpr privacy::Field shown_name{"reviews.name"};

struct Words {
  About about;
  std::string text;
};
/// Feedback of the booking's client.
[[nodiscard]] Result<Feedback, GivingRefusal> give_feedback(db::Tx& tx, Parts const& parts,
                                                            scheduling::Booking const& booking, Words const& words,
                                                            Instant now);
/// What the client may still say after the session.
[[nodiscard]] std::vector<About> may_give(db::Tx& tx, scheduling::BookingId booking);

/// Consent of the author to a publication of this feedback with `name`. Consent to another name takes its place, and
/// ends what stood on the one before.
void consent_to_name(db::Tx& tx, Parts const& parts, Feedback const& feedback, std::string const& name, Instant now);
/// Ends the consent and what stands on it. False when none stands.
bool withdraw_name(db::Tx& tx, Feedback const& feedback, Instant now);

[[nodiscard]] Result<Shown, UseRefusal> publish(db::Tx& tx, Feedback const& feedback, PersonId by, Instant now);

/// One line of an export for research: nothing else of the person leaves.
struct ResearchLine {
  About about;
  std::string words;  ///< without what names anybody
};
/// Nothing after an erasure.
[[nodiscard]] std::optional<ResearchLine> for_research(db::Tx& tx, Parts const& parts, Feedback const& feedback);

}  // namespace kelisim::reviews
