#pragma once

#include "kernel/civil.h"
#include "kernel/money.h"
#include "kernel/phone_number.h"
#include "terms/brand.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

/// People who exist in sandbox mode only, as the brand's folder lists them (catalogue/specialists.toml,
/// sandbox.toml).
namespace kelisim::terms {

struct DemoEducation {
  std::string field;
  std::string level;
  bool verified = false;
};

struct DemoHours {
  int weekday = 1;  ///< ISO: 1 Monday … 7 Sunday
  CivilTime from;
  CivilTime to;
};

struct DemoSpecialist {
  std::string key;
  PhoneNumber phone;
  std::string gender;
  std::vector<std::string> languages;
  std::vector<std::string> topics;
  CivilDate practice_began;
  Money price;
  int duration_minutes;
  std::string zone;
  bool no_prescription_undertaking;
  bool published;
  std::optional<std::string> refused_by;  ///< the ledger row that must refuse an unpublished candidate
  std::vector<DemoEducation> education;
  std::vector<DemoHours> hours;
  Localized name;
  Localized approach;
  Localized about;
};

struct DemoStaff {
  std::string key;
  std::string role;
  PhoneNumber phone;
  Localized name;
};

struct DemoQuestionnaire {
  std::string display_name;
  int age;
  bool prior_experience;
  std::string concern_topic;
  std::optional<std::string> concern_text;
};

struct DemoClient {
  std::string key;
  PhoneNumber phone;
  std::string language;
  std::string zone;
  std::optional<DemoQuestionnaire> questionnaire;
};

struct DemoPeople {
  std::vector<DemoSpecialist> specialists;
  std::vector<DemoStaff> staff;
  std::vector<DemoClient> clients;

  [[nodiscard]] static DemoPeople load(std::filesystem::path const& brand_folder, Brand const& brand);
};

}  // namespace kelisim::terms
