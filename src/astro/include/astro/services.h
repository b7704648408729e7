#pragma once

#include "astro/birth.h"
#include "astro/chart.h"
#include "astro/content.h"
#include "astro/draft.h"

#include "kernel/civil.h"
#include "kernel/result.h"
#include "kernel/zone.h"

#include <optional>
#include <string>
#include <variant>
#include <vector>

/// The five services: input -> facts -> findings -> draft. Pure but for the Ephemeris; same input, same bytes.
namespace kelisim::astro {

/// Why there is no draft. In order of precedence.
enum class DraftRefusal : std::uint8_t {
  language_not_offered,
  impossible_place,
  outside_ephemeris,  ///< the birth, or a year around the asked dates, is not covered
  text_too_long,      ///< a name of a place: at most 200 bytes
  too_many_areas,     ///< of life: at most three
  unknown_event,
  body_sign_missing,  ///< surgery needs the part of the body, told by its sign
  window_empty,
  window_too_long,  ///< at most 366 days
  hours_empty,      ///< no weekday or no hours are allowed
  unknown_category
};
template <>
inline constexpr auto names<DraftRefusal> = std::to_array<std::string_view>(
    {"language_not_offered", "impossible_place", "outside_ephemeris", "text_too_long", "too_many_areas",
     "unknown_event", "body_sign_missing", "window_empty", "window_too_long", "hours_empty", "unknown_category"});

/// What every draft is written with.
struct Desk {
  Ephemeris& ephemeris;
  Content const& content;
  std::string atlas_version;
};

/// A draft and the chart that is drawn beside it.
struct Drafted {
  Draft draft;
  Chart chart;
};
using DraftResult = Result<Drafted, DraftRefusal>;

struct SunActionsInput {
  std::string language = "ru";
  BirthMoment birth = {};
  Instant start = {};                    ///< the calendar begins here
  Place living = {};                     ///< of sunrises and planetary hours
  Zone living_zone = Zone::utc();        ///< of the calendar
  std::vector<std::string> areas = {};   ///< names of LifeArea, at most three; unknown ones are ignored
  std::vector<std::string> limits = {};  ///< names of Limit; unknown ones are ignored
};
[[nodiscard]] DraftResult draft_sun_actions(Desk const& desk, SunActionsInput const& input);

struct NatalBaseInput {
  std::string language = "ru";
  BirthMoment birth = {};
  Instant now = {};  ///< of the profection and the year ahead
};
[[nodiscard]] DraftResult draft_natal_base(Desk const& desk, NatalBaseInput const& input);

struct MoneyInput {
  std::string language = "ru";
  BirthMoment birth = {};
  CivilDate start_month = {};  ///< the day is not read
  Place living = {};
  Zone living_zone = Zone::utc();
};
[[nodiscard]] DraftResult draft_money(Desk const& desk, MoneyInput const& input);

struct ExpressAnswerInput {
  std::string language = "ru";
  std::string category = {};  ///< of the rule table
  Instant accepted = {};      ///< when the astrologer took the question
  Place place = {};           ///< and where
  std::string place_name = {};
  Zone zone = Zone::utc();
  std::string asked_for = "self";           ///< self, partner, child, mother, father, sibling, friend
  std::optional<BirthMoment> birth = {};    ///< for the month's transits
  std::optional<Instant> first_asked = {};  ///< the same question of the same client before: within the rule's days
                                            ///< its chart is read again, and that is said
};
[[nodiscard]] DraftResult draft_express_answer(Desk const& desk, ExpressAnswerInput const& input);

struct ElectionInput {
  std::string language = "ru";
  std::string event = {};  ///< of the rule table
  Place place = {};
  std::string place_name = {};
  Zone zone = Zone::utc();
  CivilDate first_day = {};
  CivilDate last_day = {};                            ///< included; at most 366 days
  std::vector<int> weekdays = {1, 2, 3, 4, 5, 6, 7};  ///< ISO, 1 Monday
  CivilTime from{9 * 3600};                           ///< local
  CivilTime to{19 * 3600};
  std::optional<BirthMoment> client = {};
  std::optional<BirthMoment> partner = {};
  std::optional<Sign> body_sign = {};  ///< of surgery
};
[[nodiscard]] DraftResult draft_election(Desk const& desk, ElectionInput const& input);

/// What any of the services is asked with.
using ServiceInput = std::variant<SunActionsInput, ElectionInput, NatalBaseInput, ExpressAnswerInput, MoneyInput>;
[[nodiscard]] DraftResult draft_of(Desk const& desk, ServiceInput const& input);
/// Whose birth the chart beside the draft shows; nobody's where the chart is of another moment.
[[nodiscard]] BirthMoment const* subject_of(ServiceInput const& input);

}  // namespace kelisim::astro
