#include "use_cases/changes.h"

#include "kernel/digits.h"
#include "kernel/ensure.h"
#include "store/events.h"
#include "use_cases/events.h"

#include <fmt/format.h>

namespace kelisim::groups {
namespace {

constexpr std::string_view condition = "group_event";

/// Whether an event still stands as a notice says.
bool stands(db::Tx& tx, jobs::Payload const& about, Instant now) {
  auto const id = EventId::parse(about.at("event"));
  auto const starts_at = parse_digits(about.at("starts_at_us"));
  ENSURE(id && starts_at);
  auto const event = find_event(tx, *id);
  return event && now < event->ends_at && event->starts_at == Instant{*starts_at} &&
         event->cancelled_at.has_value() == (about.at("cancelled") == "yes");
}

/// `was_at`: where it stood before, where it was moved.
void tell(db::Tx& tx, Parts const& parts, Event const& event, std::string_view what, std::optional<Instant> was_at,
          Instant now) {
  auto people = store::registered(tx, event.id);
  people.insert(people.end(), event.speakers.begin(), event.speakers.end());
  auto const starts_at = std::to_string(event.starts_at.micros);
  for (auto const& one : people) {
    auto const reader = parts.people.find(tx, one);
    if (!reader) continue;
    notify::Values values{{"event_title", event.titles.at(parts.brand.spoken(reader->language))},
                          {"starts_at", event.starts_at}};
    if (was_at) values.emplace("other_starts_at", *was_at);
    parts.notifier.request(tx, now,
                           {.template_name = std::string(what),
                            .to = one,
                            .subject = event.id.str(),
                            .dedupe = fmt::format("{}:{}:{}:{}", what, event.id.view(), starts_at, now.micros),
                            .path = fmt::format("/groups/{}", event.id.view()),
                            .values = std::move(values),
                            .condition = {std::string(condition),
                                          {{"event", event.id.str()},
                                           {"starts_at_us", starts_at},
                                           {"cancelled", event.cancelled_at ? "yes" : "no"}}},
                            .due_at = now});
  }
}

}  // namespace

Result<void, CallOffRefusal> call_off(db::Tx& tx, Parts const& parts, Event const& event, PersonId by, Instant now) {
  auto const refusal =
      refuse_call_off({.ends_at = event.ends_at, .cancelled = event.cancelled_at.has_value(), .now = now});
  if (refusal) return Failure<CallOffRefusal>(*refusal);
  if (!store::cancel_event(tx, event.id, by, now)) return Failure<CallOffRefusal>(CallOffRefusal::cancelled);
  tell(tx, parts, find_event(tx, event.id).value(), "group_called_off", std::nullopt, now);
  parts.calendar.release(tx, event.id);
  return {};
}

Result<void, MoveRefusal> move_event(db::Tx& tx, Parts const& parts, EventId id, Instant starts_at, PersonId by,
                                     Instant now) {
  while (true) {
    auto const event = find_event(tx, id);
    ENSURE(event.has_value());
    MoveFacts facts{.cancelled = event->cancelled_at.has_value(),
                    .starts_at = event->starts_at,
                    .wanted = starts_at,
                    .speaker_booked = false,
                    .speaker_has_event = false,
                    .now = now};
    if (auto const refusal = refuse_move(facts, parts.settings)) return Failure<MoveRefusal>(*refusal);
    auto const move = parts.random.id<Id<struct GroupMoveTag>>(now);
    if (!store::move_event(tx, {move.view(), id, event->starts_at, starts_at, by, now})) continue;  // moved meanwhile
    auto const moved = find_event(tx, id).value();
    parts.calendar.release(tx, id);
    auto const others = take_speakers_time(tx, parts, moved, now);
    facts.speaker_booked = others.booked;
    facts.speaker_has_event = others.has_event;
    if (auto const refusal = refuse_move(facts, parts.settings)) return Failure<MoveRefusal>(*refusal);
    tell(tx, parts, moved, "group_moved", event->starts_at, now);
    return {};
  }
}

void add_conditions(notify::Notifier& notifier) { notifier.on_condition(std::string(condition), stands); }

}  // namespace kelisim::groups
