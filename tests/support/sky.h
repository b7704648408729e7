#pragma once

#include "astro/ephemeris.h"

#include <cstdio>
#include <fstream>
#include <sstream>

namespace kelisim::test {

inline Instant utc(int year, unsigned month, unsigned day, int hour = 0, int minute = 0, int second = 0) {
  auto const date = std::chrono::sys_days(std::chrono::year(year) / static_cast<int>(month) / static_cast<int>(day));
  auto const seconds = std::chrono::sys_seconds(date).time_since_epoch().count() + hour * 3600 + minute * 60 + second;
  return {seconds * 1'000'000};
}

/// `1879-03-14T10:50:00Z`, of any year.
inline Instant utc(std::string const& text) {
  int year = 0;
  unsigned month = 0;
  unsigned day = 0;
  int hour = 0;
  int minute = 0;
  int second = 0;
  if (std::sscanf(text.c_str(), "%d-%u-%uT%d:%d:%dZ", &year, &month, &day, &hour, &minute, &second) != 6)
    throw std::runtime_error("not an instant: " + text);
  return utc(year, month, day, hour, minute, second);
}

/// The sky of this thread.
inline astro::Ephemeris& sky() {
  static thread_local auto const opened = astro::open_swiss();
  return *opened;
}

/// The rows of a file of tests/astro/golden, without its comments and its heading.
inline std::vector<std::vector<std::string>> golden(std::string const& name) {
  std::ifstream file(std::string(KELISIM_SOURCE_DIR) + "/tests/astro/golden/" + name);
  std::vector<std::vector<std::string>> rows;
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line.front() == '#') continue;
    auto& row = rows.emplace_back();
    std::istringstream cells(line);
    for (std::string cell; std::getline(cells, cell, ',');) row.push_back(cell);
  }
  if (rows.size() < 2) throw std::runtime_error("no golden values in " + name);
  rows.erase(rows.begin());
  return rows;
}

inline double seconds_between(Instant a, Instant b) { return static_cast<double>((a - b).count()) / 1e6; }

}  // namespace kelisim::test
