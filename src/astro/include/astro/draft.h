#pragma once

#include "astro/findings.h"
#include "astro/names.h"

#include "kernel/instant.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kelisim::astro {

enum class Service : std::uint8_t { sun_actions, election, natal_base, express_answer, money };
template <>
inline constexpr auto names<Service> =
    std::to_array<std::string_view>({"sun_actions", "election", "natal_base", "express_answer", "money"});

/// What an astrologer edits and a client gets. Plain text in one language, every piece with the findings it rests on.
struct Paragraph {
  std::string text;
  std::vector<std::string> findings;     ///< ids; empty only in what explains the document itself
  Robustness robust = time_independent;  ///< the weakest of those findings
};

struct Section {
  std::string id;  ///< snake_case: portrait, strengths, …
  std::string heading;
  std::vector<Paragraph> paragraphs;
};

struct TableRow {
  std::vector<std::string> cells;  ///< one a column
  std::vector<std::string> findings;
};

struct Table {
  std::string id;
  std::string heading;
  std::vector<std::string> columns;
  std::vector<TableRow> rows;
};

/// A date or a span worth a place in somebody's calendar.
struct DatedItem {
  std::string id;  ///< unique in the draft
  Instant from;
  std::optional<Instant> to = {};  ///< nothing for a moment
  bool all_day = false;            ///< the local day of `from`
  std::string title;
  std::string text = {};
  std::vector<std::string> findings = {};
};

/// One field of a strip: a month of a year, a day of a month.
struct StripCell {
  std::string label;  ///< `2027-03` or `2027-03-14`
  std::string level;  ///< support, even, care
  double score = 0;   ///< -1 … 1 within this strip
  std::string text = {};
  std::vector<std::string> findings = {};
};

struct Strip {
  std::string id;
  std::string heading;
  std::vector<StripCell> cells;
};

/// A score bar: the parts that make it up.
struct Score {
  std::string id;  ///< of the window or answer it belongs to
  double value = 0;
  double min = 0;
  double max = 1;
};

struct Versions {
  std::string engine;
  std::string tzdata;
  std::string atlas;
  std::string content;  ///< hash of the brand's rule tables and fragments
  friend bool operator==(Versions const&, Versions const&) = default;
};

struct Draft {
  Service service{};
  std::string language;
  std::string title;
  std::string zone;  ///< of every local time in it
  std::vector<Section> sections;
  std::vector<Table> tables;
  std::vector<Strip> strips;
  std::vector<Score> scores;
  std::vector<DatedItem> dates;  ///< by time
  std::vector<Finding> findings;
  std::vector<Fact> facts;
  std::string notice;    ///< that it is a recommendation only
  std::string settings;  ///< house system, zodiac, orbs, for the footer
  Versions versions;
  std::string input_hash;  ///< BLAKE2b-256 of the canonical input, hex
};

/// Canonical JSON: keys sorted, no spaces, numbers rounded to a millionth. The same draft gives the same bytes.
[[nodiscard]] std::string to_json(Draft const& draft);

}  // namespace kelisim::astro
