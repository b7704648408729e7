#include "use_cases/feedback.h"

#include "catalogue/specialist.h"
#include "kernel/ensure.h"
#include "kernel/text.h"
#include "sessions/record.h"

#include <algorithm>
#include <array>

namespace kelisim::reviews {
namespace {

bool was_held(db::Tx& tx, scheduling::BookingId booking) {
  auto const attendance = sessions::session_on_record(tx, booking).attendance;
  return attendance == "held" || attendance == "under_delivered";
}

void add_parts_of(std::vector<std::string>& names, std::string_view name) {
  while (!name.empty()) {
    auto const space = std::min(name.find(' '), name.size());
    if (space > 0) names.emplace_back(name.substr(0, space));
    name.remove_prefix(std::min(space + 1, name.size()));
  }
}

/// Everybody of the session whom the business can name.
std::vector<std::string> names_of(db::Tx& tx, Parts const& parts, Feedback const& feedback) {
  std::vector<std::string> names;
  if (auto const own = parts.people.display_name_for_specialist(tx, feedback.client)) add_parts_of(names, *own);
  auto const booking = scheduling::find_booking(tx, feedback.booking);
  if (!booking) return names;
  for (auto const& language : parts.brand.languages) {
    if (auto const name = catalogue::specialist_name(tx, booking->specialist, language)) add_parts_of(names, *name);
  }
  return names;
}

}  // namespace

std::vector<About> may_give(db::Tx& tx, scheduling::BookingId booking) {
  std::vector<About> open;
  if (!was_held(tx, booking)) return open;
  auto const given = store::feedback_of_booking(tx, booking);
  for (auto const about : {About::session, About::service}) {
    if (std::ranges::none_of(given, [&](Feedback const& one) { return one.about == about; })) open.push_back(about);
  }
  return open;
}

Result<Feedback, GivingRefusal> give_feedback(db::Tx& tx, Parts const& parts, scheduling::Booking const& booking,
                                              Words const& words, Instant now) {
  auto const open = may_give(tx, booking.id);
  auto const decided = decide_giving({.held = was_held(tx, booking.id),
                                      .has_words = says_something(words.text),
                                      .given_before = std::ranges::find(open, words.about) == open.end()});
  if (!decided) return Failure<GivingRefusal>(decided.error());
  Feedback given{.id = parts.random.id<FeedbackId>(now),
                 .booking = booking.id,
                 .about = words.about,
                 .client = booking.client,
                 .words = parts.vault.seal(tx, booking.client, feedback_words, words.text),
                 .given_at = now};
  if (!store::insert_feedback(tx, given)) return Failure(GivingRefusal::given_before);
  return given;
}

void consent_to_name(db::Tx& tx, Parts const& parts, Feedback const& feedback, std::string const& name, Instant now) {
  withdraw_name(tx, feedback, now);
  ENSURE(store::insert_consent(tx, {.id = parts.random.id<ConsentId>(now),
                                    .feedback = feedback.id,
                                    .client = feedback.client,
                                    .name = parts.vault.seal(tx, feedback.client, shown_name, name),
                                    .given_at = now}));
  parts.audit.append(tx, now,
                     {.action = "reviews.name_consented",
                      .actor = feedback.client,
                      .subject = feedback.client,
                      .object = feedback.id.view()});
}

bool withdraw_name(db::Tx& tx, Feedback const& feedback, Instant now) {
  auto const standing = store::standing_consent(tx, feedback.id);
  if (!standing) return false;
  store::withdraw_testimony(tx, standing->id, feedback.client, now);
  store::withdraw_consent(tx, standing->id, now);
  return true;
}

Result<Shown, UseRefusal> publish(db::Tx& tx, Feedback const& feedback, PersonId by, Instant now) {
  auto const consent = store::standing_consent(tx, feedback.id);
  auto const decided = decide_use({.use = Use::testimony,
                                   .name_consent = consent.has_value(),
                                   .published = consent && store::was_published(tx, consent->id)});
  if (!decided) return decided;
  if (!store::insert_testimony(tx, consent->id, by, now)) return Failure(UseRefusal::published);
  return decided;
}

std::optional<ResearchLine> for_research(db::Tx& tx, Parts const& parts, Feedback const& feedback) {
  auto const shown = decide_use({.use = Use::research, .name_consent = false, .published = false});
  ENSURE(shown && !shown->name && !shown->words_as_written);
  auto const words = parts.vault.open(tx, feedback.client, feedback_words, feedback.words);
  if (!words) return std::nullopt;
  return ResearchLine{feedback.about, without_identity(*words, names_of(tx, parts, feedback))};
}

}  // namespace kelisim::reviews
