#include "terms/demo.h"

#include "terms/clauses.h"
#include "toml_reader.h"

#include <array>

namespace kelisim::terms {
namespace {

std::vector<DemoHours> read_hours(TomlTable& specialist) {
  static constexpr std::array<std::string_view, 7> days{"mon", "tue", "wed", "thu", "fri", "sat", "sun"};
  std::vector<DemoHours> hours;
  for (auto& table : specialist.tables("hours")) {
    auto const day = std::ranges::find(days, table.text("day"));
    if (day == days.end()) table.fail("day", "is not mon … sun");
    hours.push_back({static_cast<int>(day - days.begin()) + 1, table.time("from"), table.time("to")});
    if (!(hours.back().from < hours.back().to)) table.fail("to", "is not after from");
    table.finish();
  }
  return hours;
}

std::vector<DemoEducation> read_education(TomlTable& specialist) {
  std::vector<DemoEducation> education;
  for (auto& table : specialist.tables("education")) {
    education.push_back({table.text("field"), table.text("level"), table.flag("verified")});
    table.finish();
  }
  return education;
}

DemoSpecialist read_specialist(TomlTable table, Brand const& brand) {
  DemoSpecialist specialist{.key = table.text("key"),
                            .phone = table.phone("phone"),
                            .gender = table.word("gender", {"female", "male"}),
                            .languages = table.texts("languages"),
                            .topics = table.texts("topics"),
                            .practice_began = table.date("practice_began"),
                            .price = {table.whole("price_minor", 1, 100'000'000'000), brand.currency},
                            .duration_minutes = static_cast<int>(table.whole("duration_minutes", 1, 24 * 60)),
                            .zone = table.zone("zone").name(),
                            .no_prescription_undertaking = table.flag("no_prescription_undertaking"),
                            .published = table.flag("published"),
                            .refused_by = std::nullopt,
                            .education = read_education(table),
                            .hours = read_hours(table),
                            .name = table.localized("name", brand.languages),
                            .approach = table.localized("approach", brand.languages),
                            .about = table.localized("about", brand.languages)};
  if (table.has("refused_by")) specialist.refused_by = std::string(table.clause("refused_by").id);
  table.finish();
  return specialist;
}

DemoStaff read_staff(TomlTable table, Brand const& brand) {
  DemoStaff staff{.key = table.text("key"),
                  .role = table.word("role", {"support", "finance", "administrator"}),
                  .phone = table.phone("phone"),
                  .name = table.localized("name", brand.languages)};
  table.finish();
  return staff;
}

DemoQuestionnaire read_questionnaire(TomlTable table) {
  DemoQuestionnaire questionnaire{.display_name = table.text("display_name"),
                                  .age = static_cast<int>(table.whole("age", 18, 120)),
                                  .prior_experience = table.flag("prior_experience"),
                                  .concern_topic = table.text("concern_topic"),
                                  .concern_text = std::nullopt};
  if (table.has("concern_text")) questionnaire.concern_text = table.text("concern_text");
  table.finish();
  return questionnaire;
}

DemoClient read_client(TomlTable table) {
  DemoClient client{.key = table.text("key"),
                    .phone = table.phone("phone"),
                    .language = table.text("language"),
                    .zone = table.zone("zone").name(),
                    .questionnaire = std::nullopt};
  if (table.has("questionnaire")) client.questionnaire = read_questionnaire(table.table("questionnaire"));
  table.finish();
  return client;
}

}  // namespace

DemoPeople DemoPeople::load(std::filesystem::path const& brand_folder, Brand const& brand) {
  DemoPeople people;
  auto specialists = TomlTable::parse(brand_folder / "catalogue" / "specialists.toml");
  for (auto& table : specialists.tables("specialist")) people.specialists.push_back(read_specialist(table, brand));
  specialists.finish();
  auto others = TomlTable::parse(brand_folder / "sandbox.toml");
  for (auto& table : others.tables("staff")) people.staff.push_back(read_staff(table, brand));
  for (auto& table : others.tables("client")) people.clients.push_back(read_client(table));
  others.finish();
  return people;
}

}  // namespace kelisim::terms
