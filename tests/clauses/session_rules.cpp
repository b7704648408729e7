#include "rule.h"
#include "sessions/rules/attendance.h"
#include "sessions/rules/equipment.h"
#include "sessions/rules/room_admission.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace kelisim::clauses {
namespace {

using scheduling::Interval;
using scheduling::Party;

/// Facts `session 2026-12-11 20:00-20:50` and stays `client 20:00-20:30, 20:31-` of the same day; an open stay lasts.
struct SessionFacts {
  Interval booked;
  std::vector<sessions::Stay> stays;
};

SessionFacts session(Facts& facts) {
  auto const& text = facts.text("session");
  auto const date = text.substr(0, text.find(' '));
  auto const on_day = [&](std::string_view clock) {
    return parse_time(date + " " + std::string(clock), facts.zone());
  };
  auto const dash = text.rfind('-');
  SessionFacts given{{parse_time(text.substr(0, dash), facts.zone()), on_day(text.substr(dash + 1))}, {}};
  for (auto const who : {Party::client, Party::specialist}) {
    if (!facts.has(name_of(who))) continue;
    for (auto const& stay : facts.list(name_of(who))) {
      auto const middle = stay.find('-');
      if (middle == std::string::npos) throw std::runtime_error("a stay is `from-to` or `from-`");
      auto const left = stay.substr(middle + 1);
      given.stays.push_back(
          {who, on_day(stay.substr(0, middle)), left.empty() ? std::nullopt : std::optional(on_day(left))});
    }
  }
  return given;
}

Observed session_end(Facts& facts, terms::Terms const& terms) {
  auto const given = session(facts);
  auto const end = sessions::session_end({given.booked, given.stays}, terms);
  Observed observed{.outcome = {{"ends", end.ends_at}, {"extension_seconds", end.extension_seconds}}, .cites = {}};
  observed.cite(end.because);
  return observed;
}

Observed attendance(Facts& facts, terms::Terms const& terms) {
  auto const given = session(facts);
  auto const decided = sessions::decide_attendance({given.booked, facts.money("paid"), given.stays}, terms);
  Observed observed{.outcome = {{"attendance", name_of(decided.attendance)},
                                {"ends", decided.ends_at},
                                {"missing_minutes", decided.missing_minutes},
                                {"refund", decided.refund},
                                {"remedy", decided.remedy ? name_of(*decided.remedy) : "none"},
                                {"payout", name_of(decided.payout)}},
                    .cites = {}};
  observed.cite(decided.because, decided.rests_on);
  return observed;
}

Observed next_delay(Facts& facts, terms::Terms const& terms) {
  auto const given = session(facts);
  auto const end = sessions::session_end({given.booked, given.stays}, terms);
  auto const delay = sessions::delay_of_next(given.booked, end, facts.instant("next"), terms);
  Observed observed{.outcome = {{"first_ends", end.ends_at}, {"delayed_seconds", delay ? delay->by_seconds : 0}},
                    .cites = {}};
  if (delay) {
    observed.outcome.emplace("tell_by", delay->tell_by);
    observed.cite(delay->because);
  }
  return observed;
}

Observed join(Facts& facts, terms::Terms const& terms) {
  auto const who = facts.text("who");
  auto const decided = sessions::admit_to_room({.is_client_of_booking = who == "client",
                                                .is_specialist_of_booking = who == "specialist",
                                                .state = facts.word<scheduling::BookingState>("state"),
                                                .starts_at = facts.instant("starts"),
                                                .ends_at = facts.instant("ends"),
                                                .opens_seconds = 60 * facts.whole("opens"),
                                                .now = facts.instant("now")},
                                               terms);
  Observed observed;
  observed.outcome = {{"join", decided ? name_of(decided->as) : name_of(decided.error().why)}};
  if (decided) {
    observed.cite(decided->because);
  } else {
    observed.cite(decided.error().because);
  }
  return observed;
}

Observed equipment(Facts& facts, terms::Terms const& terms) {
  auto const verdict = sessions::judge_equipment(
      {.camera = facts.answer("camera"),
       .speaker = facts.answer("speaker"),
       .microphone = facts.answer("microphone"),
       .bandwidth_kbps = facts.has("kbps") ? std::optional(facts.whole("kbps")) : std::nullopt},
      terms);
  Observed observed{.outcome = {{"pass", verdict.pass},
                                {"missing", fmt::format("{}", fmt::join(verdict.missing, ", "))},
                                {"bandwidth_ok", verdict.bandwidth_ok},
                                {"required_kbps", verdict.required_kbps},
                                {"may_join", verdict.may_join}},
                    .cites = {}};
  observed.cite(verdict.because, verdict.rests_on);
  return observed;
}

}  // namespace

void add_session_rules(Rules& rules) {
  rules.emplace("session_end", session_end);
  rules.emplace("attendance", attendance);
  rules.emplace("next_delay", next_delay);
  rules.emplace("join", join);
  rules.emplace("equipment", equipment);
}

}  // namespace kelisim::clauses
