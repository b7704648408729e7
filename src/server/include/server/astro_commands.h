#pragma once

#include "astro/birth.h"

#include <filesystem>
#include <string>
#include <vector>

/// The commands of `kelisim` that compute and write for an astrologer. They need no database. Exit codes as in
/// commands.h: 1 is a refusal or a wrong text, told in words.
namespace kelisim::server {

/// Where the astrologer's data stand.
struct AstroPlace {
  std::filesystem::path brand = "brands/astars";
  std::filesystem::path ephemeris = "/usr/share/libswe/ephe";
  std::filesystem::path atlas = "build/data/atlas.tsv";
  std::string language = "ru";
};

struct ChartOptions {
  AstroPlace place;
  astro::BirthStrings birth;
  bool json = false;
  std::filesystem::path svg;  ///< empty: none
};
/// Prints positions, houses and aspects of a birth chart, or writes its wheel.
int print_chart(ChartOptions const& options);

struct DraftOptions {
  AstroPlace place;
  std::string service;
  astro::BirthStrings birth;    ///< of the client
  astro::BirthStrings partner;  ///< of election
  std::string at;               ///< where the client lives, or the matter happens; empty: the place of birth
  std::string now;              ///< `2026-11-21` or with a time, on that place's clock; empty: the system's clock
  std::vector<std::string> areas;
  std::vector<std::string> limits;
  std::string event;      ///< of election
  std::string first_day;  ///< of election
  std::string last_day;
  std::vector<int> weekdays = {1, 2, 3, 4, 5, 6, 7};
  std::string from = "09:00";
  std::string to = "19:00";
  std::string body_sign;
  std::string category;  ///< of express_answer
  std::string asked_for = "self";
  std::string first_asked;  ///< of express_answer, as `now`
  bool json = false;
  std::filesystem::path pdf;  ///< empty: none
  std::filesystem::path ics;  ///< empty: none
};
/// Prints the draft of a service, or writes it as a document or a calendar.
int print_draft(DraftOptions const& options);

/// Says what is wrong with a brand's rule tables and texts; 0 when nothing is.
int check_astro(std::filesystem::path const& brand);

struct RarityOptions {
  AstroPlace place;
  int charts = 5000;
  int seed = 1;
};
/// Prints `rules/rarity.toml`: how many of so many random charts have each finding.
int print_rarity(RarityOptions const& options);

}  // namespace kelisim::server
