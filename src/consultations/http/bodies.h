#pragma once

#include "astro/birth.h"
#include "astro/ephemeris.h"
#include "platform/json/described.h"

#include <optional>
#include <vector>

namespace kelisim::astro {
BOOST_DESCRIBE_ENUM(ClockChoice, earlier, later)
BOOST_DESCRIBE_ENUM(Sign, aries, taurus, gemini, cancer, leo, virgo, libra, scorpio, sagittarius, capricorn, aquarius,
                    pisces)
BOOST_DESCRIBE_ENUM(HouseSystem, placidus, koch, regiomontanus, porphyry, equal, whole_sign)
}  // namespace kelisim::astro

/// What is asked of the desk. The same body gives the draft, its document and its calendar.
namespace kelisim::consultations {

using LanguageText = json::Text<2, 8>;
using WordText = json::Text<1, 32>;
using TownNumber = json::Whole<1, 4'294'967'295>;  ///< of the atlas

/// As astro::BirthStrings. Without a time it is unknown; with coordinates the place is only a label.
struct BirthBody {
  json::Text<1, 10> date;
  std::optional<json::Text<1, 8>> time;
  std::optional<json::Whole<0, 720>> uncertainty_minutes;
  json::Text<1, 200> place;
  std::optional<json::Text<1, 20>> latitude;
  std::optional<json::Text<1, 20>> longitude;
  std::optional<json::Text<1, 64>> zone;
  std::optional<json::Text<1, 10>> offset;
  std::optional<json::Text<1, 200>> offset_reason;
  std::optional<astro::ClockChoice> choice;
};
BOOST_DESCRIBE_STRUCT(BirthBody, (),
                      (date, time, uncertainty_minutes, place, latitude, longitude, zone, offset, offset_reason,
                       choice))

struct ChartBody {
  LanguageText language;
  BirthBody birth;
  std::optional<astro::HouseSystem> house_system;
};
BOOST_DESCRIBE_STRUCT(ChartBody, (), (language, birth, house_system))

/// The astrologer's words for a paragraph; an empty text strikes it out. Sections and paragraphs are those of the
/// draft as it is computed, counted from 0.
struct EditBody {
  WordText section;
  json::Whole<0, 99> paragraph;
  json::Text<0, 4000, true> text;
};
BOOST_DESCRIBE_STRUCT(EditBody, (), (section, paragraph, text))

/// What the five have in common. `at` is the instant of the draft: the answer's, so that a document of it is the same
/// document; absent is now.
struct DraftBody {
  LanguageText language;
  std::optional<Instant> at;
  std::optional<json::Text<1, 100>> for_whom;  ///< stands in the document alone
  std::optional<std::vector<EditBody>> edits;
};
BOOST_DESCRIBE_STRUCT(DraftBody, (), (language, at, for_whom, edits))

struct SunActionsBody : DraftBody {
  BirthBody birth;
  TownNumber living;
  std::vector<WordText> areas;
  std::vector<WordText> limits;
};
BOOST_DESCRIBE_STRUCT(SunActionsBody, (DraftBody), (birth, living, areas, limits))

struct NatalBaseBody : DraftBody {
  BirthBody birth;
};
BOOST_DESCRIBE_STRUCT(NatalBaseBody, (DraftBody), (birth))

struct MoneyBody : DraftBody {
  BirthBody birth;
  TownNumber living;
  CivilDate start_month;
};
BOOST_DESCRIBE_STRUCT(MoneyBody, (DraftBody), (birth, living, start_month))

/// `at` is when the astrologer took the question.
struct ExpressAnswerBody : DraftBody {
  WordText category;
  TownNumber place;
  std::optional<WordText> asked_for;
  std::optional<BirthBody> birth;
};
BOOST_DESCRIBE_STRUCT(ExpressAnswerBody, (DraftBody), (category, place, asked_for, birth))

struct ElectionBody : DraftBody {
  WordText event;
  TownNumber place;
  CivilDate first_day;
  CivilDate last_day;
  std::vector<json::Whole<1, 7>> weekdays;
  CivilTime from;
  CivilTime to;
  std::optional<BirthBody> birth;
  std::optional<BirthBody> partner;
  std::optional<astro::Sign> body_sign;
};
BOOST_DESCRIBE_STRUCT(ElectionBody, (DraftBody),
                      (event, place, first_day, last_day, weekdays, from, to, birth, partner, body_sign))

struct CheckBody {
  LanguageText language;
  json::Text<1, 4000, true> text;
};
BOOST_DESCRIBE_STRUCT(CheckBody, (), (language, text))

}  // namespace kelisim::consultations
