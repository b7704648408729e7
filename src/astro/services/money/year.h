#pragma once

#include "services/money/points.h"

#include "kernel/civil.h"

namespace kelisim::astro {

/// One exact contact within the year that a month can be told by.
struct MoneyEvent {
  MoneyMover mover{};
  bool supports = true;
  double weight = 0;  ///< signed
  Instant at;
  std::string fact;
  std::string title;       ///< in the language of the draft
  std::string story = {};  ///< the same for every pass of one loop
  std::size_t month = 0;
};

struct MoneyMonth {
  CivilDate first;
  Window window;
  double sum = 0;
  double score = 0;                      ///< -1 … 1 within this client's own year
  std::string level = {};                ///< support, even, care
  std::vector<std::size_t> events = {};  ///< into MoneyYear::events, the weightiest first
};

struct MoneyYear {
  std::vector<MoneyMonth> months;  ///< twelve
  std::vector<MoneyEvent> events;  ///< by time
};

/// The twelve months from the first: every day's contacts of the movers with the significators, eclipses and stations
/// near them; then the level of each month against the others. Facts of the exact contacts are added to the writer.
[[nodiscard]] MoneyYear money_year(Writer& writer, Desk const& desk, NatalReading const& reading,
                                   std::vector<MoneySignificator> const& points, CivilDate first_month);

/// Marks at most so many months that support and that ask for care: the strongest of each sign.
void give_levels(std::vector<MoneyMonth>& months, MoneyRules const& rules);

}  // namespace kelisim::astro
