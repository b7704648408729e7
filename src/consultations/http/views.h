#pragma once

#include "astro/birth.h"
#include "astro/services.h"
#include "astro/wheel.h"
#include "consultations/desk.h"
#include "platform/json/described.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

/// What the desk answers. Angles are whole minutes of arc, weights whole thousandths; names are in the document's
/// language.
namespace kelisim::consultations {

struct ChoiceView {
  std::string id;
  std::string name;
};
BOOST_DESCRIBE_STRUCT(ChoiceView, (), (id, name))

struct DeskView {
  std::vector<std::string> services;
  std::vector<std::string> languages;  ///< of documents; the first is always offered
  std::vector<ChoiceView> events;      ///< of elections
  std::vector<ChoiceView> categories;  ///< of questions
  std::vector<ChoiceView> signs;
  std::string attribution;  ///< of the atlas
};
BOOST_DESCRIBE_STRUCT(DeskView, (), (services, languages, events, categories, signs, attribution))

struct TownView {
  std::int64_t id;
  std::string label;
  std::string matched;  ///< the name that was found
  bool former;
  std::string zone;
};
BOOST_DESCRIBE_STRUCT(TownView, (), (id, label, matched, former, zone))

struct TownList {
  std::vector<TownView> towns;
};
BOOST_DESCRIBE_STRUCT(TownList, (), (towns))

struct BirthView {
  Instant at;
  bool time_known;
  std::string place;
  std::string offset;  ///< for a person's eyes
  std::vector<std::string> cautions;
};
BOOST_DESCRIBE_STRUCT(BirthView, (), (at, time_known, place, offset, cautions))

struct PositionView {
  std::string body;
  std::string name;
  std::string sign;
  std::string sign_name;
  std::int32_t minutes;  ///< of arc within the sign, 0 … 1799
  std::int32_t house;    ///< 0: no houses
  bool retrograde;
};
BOOST_DESCRIBE_STRUCT(PositionView, (), (body, name, sign, sign_name, minutes, house, retrograde))

struct AspectView {
  std::string first;
  std::string second;
  std::string kind;
  std::string name;
  std::int32_t orb_minutes;
  bool applying;
};
BOOST_DESCRIBE_STRUCT(AspectView, (), (first, second, kind, name, orb_minutes, applying))

struct ChartView {
  Instant at;
  std::optional<std::string> houses;  ///< the system that was used; absent: no houses
  bool whole_sign_used;               ///< beyond the polar circle
  std::vector<PositionView> positions;
  std::vector<AspectView> aspects;
  std::string wheel;        ///< SVG
  std::string wheel_small;  ///< SVG with fewer and larger marks, for a phone
};
BOOST_DESCRIBE_STRUCT(ChartView, (), (at, houses, whole_sign_used, positions, aspects, wheel, wheel_small))

struct ChartAnswer {
  BirthView birth;
  ChartView chart;
};
BOOST_DESCRIBE_STRUCT(ChartAnswer, (), (birth, chart))

struct FactView {
  std::string id;
  std::string kind;
  std::string subject;
  std::string value;
  std::optional<std::int32_t> orb_minutes;
  std::optional<bool> applying;
  std::optional<Instant> exact_at;
  std::int32_t weight;
  std::string robust;
  std::string source;
};
BOOST_DESCRIBE_STRUCT(FactView, (),
                      (id, kind, subject, value, orb_minutes, applying, exact_at, weight, robust, source))

struct FindingView {
  std::string id;
  std::string rule;
  std::vector<std::string> facts;
  std::string theme;
  std::int32_t weight;
  std::string robust;
};
BOOST_DESCRIBE_STRUCT(FindingView, (), (id, rule, facts, theme, weight, robust))

struct ParagraphView {
  std::string text;
  std::vector<std::string> findings;
  std::string robust;
};
BOOST_DESCRIBE_STRUCT(ParagraphView, (), (text, findings, robust))

struct SectionView {
  std::string id;
  std::string heading;
  std::vector<ParagraphView> paragraphs;
};
BOOST_DESCRIBE_STRUCT(SectionView, (), (id, heading, paragraphs))

struct RowView {
  std::vector<std::string> cells;
  std::vector<std::string> findings;
};
BOOST_DESCRIBE_STRUCT(RowView, (), (cells, findings))

struct TableView {
  std::string id;
  std::string heading;
  std::vector<std::string> columns;
  std::vector<RowView> rows;
};
BOOST_DESCRIBE_STRUCT(TableView, (), (id, heading, columns, rows))

struct CellView {
  std::string label;
  std::string level;  ///< support, even, care
  std::string text;
  std::vector<std::string> findings;
};
BOOST_DESCRIBE_STRUCT(CellView, (), (label, level, text, findings))

struct StripView {
  std::string id;
  std::string heading;
  std::vector<CellView> cells;
};
BOOST_DESCRIBE_STRUCT(StripView, (), (id, heading, cells))

struct DateView {
  std::string id;
  Instant from;
  std::optional<Instant> to;
  bool all_day;
  std::string title;
  std::string text;
  std::vector<std::string> findings;
};
BOOST_DESCRIBE_STRUCT(DateView, (), (id, from, to, all_day, title, text, findings))

struct VersionsView {
  std::string engine;
  std::string tzdata;
  std::string atlas;
  std::string content;
};
BOOST_DESCRIBE_STRUCT(VersionsView, (), (engine, tzdata, atlas, content))

struct DraftAnswer {
  Instant at;  ///< to be sent back with the edits
  std::string service;
  std::string language;
  std::string title;
  std::string zone;
  std::optional<BirthView> birth;
  ChartView chart;
  std::vector<SectionView> sections;
  std::vector<TableView> tables;
  std::vector<StripView> strips;
  std::vector<DateView> dates;
  std::vector<FindingView> findings;
  std::vector<FactView> facts;
  std::string notice;
  std::string settings;
  VersionsView versions;
  std::string input_hash;
  std::map<std::string, std::string> terms;  ///< names of bodies, signs, houses, aspects: for words of facts
};
BOOST_DESCRIBE_STRUCT(DraftAnswer, (),
                      (at, service, language, title, zone, birth, chart, sections, tables, strips, dates, findings,
                       facts, notice, settings, versions, input_hash, terms))

struct CheckAnswer {
  std::vector<std::string> denied;  ///< as they stand in the text; empty: nothing is against it
};
BOOST_DESCRIBE_STRUCT(CheckAnswer, (), (denied))

[[nodiscard]] DeskView view_of(AstrologersDesk const& desk, std::string const& language);
[[nodiscard]] BirthView view_of(astro::BirthMoment const& birth, std::string const& language);
/// `words` are the texts of the language of `options`.
[[nodiscard]] ChartView view_of(astro::Chart const& chart, astro::WheelOptions options, astro::Words const& words);
/// The names that facts are read out with, in the language of the texts.
[[nodiscard]] std::map<std::string, std::string> terms_of(astro::Fragments const& texts);
/// Everything but birth, chart and terms.
[[nodiscard]] DraftAnswer answer_of(astro::Draft const& draft, Instant at);

}  // namespace kelisim::consultations
