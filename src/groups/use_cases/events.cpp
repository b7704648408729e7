#include "use_cases/events.h"

#include "catalogue/specialist.h"
#include "kernel/ensure.h"
#include "platform/json/described.h"
#include "platform/json/parse.h"
#include "rules/names.h"
#include "store/events.h"
#include "store/messages.h"

#include <set>

namespace kelisim::groups {

/// What is sealed of a message.
struct SealedWords {
  Part part;
  std::string name;
  std::string text;
};
BOOST_DESCRIBE_STRUCT(SealedWords, (), (part, name, text))

namespace {

constexpr privacy::Field message_field{"groups.message"};

std::optional<SealedWords> read_words(std::string_view opened) {
  auto const parsed = json::parse(opened, json::stored_limits);
  auto words = parsed ? json::read<SealedWords>(*parsed) : Failure(parsed.error());
  return words ? std::optional(std::move(*words)) : std::nullopt;
}

bool is_of_a_speaker(db::Tx& tx, Parts const& parts, Event const& event, std::string_view name) {
  return std::ranges::any_of(event.speakers, [&](PersonId speaker) {
    return std::ranges::any_of(parts.brand.languages, [&](std::string const& language) {
      auto const theirs = catalogue::specialist_name(tx, speaker, language);
      return theirs && look_alike(name, *theirs);
    });
  });
}

bool titled_in_each_language(terms::Localized const& titles, terms::Brand const& brand) {
  return titles.size() == brand.languages.size() &&
         std::ranges::all_of(brand.languages, [&](std::string const& one) { return titles.contains(one); });
}

std::int64_t first_free(std::vector<std::int64_t> const& taken) {
  std::int64_t place = 1;
  for (auto const one : taken) {
    if (one != place) break;
    ++place;
  }
  return place;
}

}  // namespace

TakenElsewhere take_speakers_time(db::Tx& tx, Parts const& parts, Event const& event, Instant now) {
  TakenElsewhere others;
  for (auto const& speaker : event.speakers) {
    auto const taken = parts.calendar.engage(tx, event.id, speaker, {event.starts_at, event.ends_at}, now);
    others.booked |= taken == SpeakerTaken::booked;
    others.has_event |= taken == SpeakerTaken::has_event;
  }
  return others;
}

Result<EventId, PlanRefusal> appoint_event(db::Tx& tx, Parts const& parts, Plan const& plan, PersonId by,
                                           Instant now) {
  std::set<PersonId> const speakers(plan.speakers.begin(), plan.speakers.end());
  auto const is_specialist = [&](PersonId one) {
    auto const person = parts.people.find(tx, one);
    return person && person->role == Role::specialist && person->state == identity::PersonState::active;
  };
  PlanFacts facts{.title_in_each_language = titled_in_each_language(plan.titles, parts.brand),
                  .starts_at = plan.starts_at,
                  .minutes = plan.minutes,
                  .speakers = static_cast<int>(speakers.size()),
                  .all_are_specialists = std::ranges::all_of(speakers, is_specialist),
                  .capacity = plan.capacity,
                  .speaker_booked = false,
                  .speaker_has_event = false,
                  .now = now};
  if (auto const refusal = refuse_plan(facts, parts.settings)) return Failure<PlanRefusal>(*refusal);
  Event event{.id = parts.random.id<EventId>(now),
              .titles = plan.titles,
              .starts_at = plan.starts_at,
              .ends_at = plan.starts_at + std::chrono::minutes(plan.minutes),
              .capacity = plan.capacity,
              .speakers = {speakers.begin(), speakers.end()},
              .cancelled_at = std::nullopt};
  auto const others = take_speakers_time(tx, parts, event, now);
  facts.speaker_booked = others.booked;
  facts.speaker_has_event = others.has_event;
  if (auto const refusal = refuse_plan(facts, parts.settings)) return Failure<PlanRefusal>(*refusal);
  store::insert_event(tx, {event, by, now});
  return event.id;
}

Result<void, RegisterRefusal> register_person(db::Tx& tx, Parts const& parts, Event const& event, PersonId person,
                                              Instant now) {
  while (true) {
    auto const taken = store::taken_places(tx, event.id);
    auto const refusal = refuse_registration({.cancelled = event.cancelled_at.has_value(),
                                              .ends_at = event.ends_at,
                                              .removed = store::is_removed(tx, event.id, person),
                                              .registered = store::place_of(tx, event.id, person).has_value(),
                                              .taken = static_cast<int>(taken.size()),
                                              .capacity = event.capacity,
                                              .now = now});
    if (refusal) return Failure<RegisterRefusal>(*refusal);
    auto const id = parts.random.id<Id<struct RegistrationTag>>(now);
    if (store::take_place(tx, id.view(), event.id, person, first_free(taken), now)) return {};
    // Somebody was faster: what they wrote is visible now, and there is one place less.
  }
}

std::optional<Part> part_in(db::Tx& tx, Event const& event, PersonId person) {
  if (std::ranges::find(event.speakers, person) != event.speakers.end()) return Part::speaker;
  if (store::place_of(tx, event.id, person)) return Part::viewer;
  return std::nullopt;
}

std::optional<EnterRefusal> ask_to_enter(db::Tx& tx, Parts const& parts, Event const& event, PersonId person,
                                         Instant now) {
  return refuse_entry({.cancelled = event.cancelled_at.has_value(),
                       .removed = store::is_removed(tx, event.id, person),
                       .opens_at = event.starts_at - parts.settings.room_opens,
                       .closes_at = event.ends_at + parts.settings.overrun,
                       .now = now});
}

Result<Event, ComeRefusal> come_in(db::Tx& tx, Parts const& parts, store::NewStay const& stay,
                                   std::string_view name) {
  auto event = find_event(tx, stay.event);
  if (!event) return Failure(ComeRefusal::cancelled);
  if (auto const refused = ask_to_enter(tx, parts, *event, stay.person, stay.joined_at)) {
    if (*refused == EnterRefusal::cancelled) return Failure(ComeRefusal::cancelled);
    return Failure(*refused == EnterRefusal::removed ? ComeRefusal::removed : ComeRefusal::ended);
  }
  if (part_in(tx, *event, stay.person) != stay.part) return Failure(ComeRefusal::withdrawn);
  if (stay.part == Part::viewer && is_of_a_speaker(tx, parts, *event, name)) return Failure(ComeRefusal::name_taken);
  store::insert_stay(tx, stay);
  return std::move(*event);
}

void keep_message(db::Tx& tx, Parts const& parts, EventId event, Said const& said) {
  auto const id = store::MessageId::parse(said.id);
  ENSURE(id.has_value());
  auto const words = json::to_text(SealedWords{said.part, said.name, said.text});
  store::insert_message(tx,
                        {*id, event, said.author, parts.vault.seal(tx, said.author, message_field, words), said.at});
}

Chat messages_of(db::Tx& tx, Parts const& parts, EventId event) {
  Chat all;
  for (auto const& row : store::last_messages(tx, event, messages_shown)) {
    auto const opened = parts.vault.open(tx, row.author, message_field, row.sealed);
    auto words = opened ? read_words(*opened) : std::nullopt;
    if (!words) continue;
    all.push_back(
        {row.id.str(), row.author, words->part, std::move(words->name), std::move(words->text), row.sent_at});
  }
  return all;
}

}  // namespace kelisim::groups
