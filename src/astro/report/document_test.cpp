#include "astro/document.h"

#include "kernel/fault.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdio>
#include <filesystem>
#include <fstream>

namespace kelisim::astro {
namespace {

std::string key_itself(std::string_view /*group*/, std::string_view /*subject*/, std::string_view key) {
  return std::string(key);
}

Chart chart() {
  auto const ephemeris = open_swiss();
  return *compute_chart(*ephemeris, Instant{1'796'043'600'000'000}, Place{.latitude = 43.25, .longitude = 76.95});
}

Draft draft(int paragraphs) {
  Draft made;
  made.service = Service::money;
  made.language = "kk";
  made.title = "Ақша: ә ғ қ ң ө ұ ү һ і";
  made.zone = "Asia/Almaty";
  made.notice = "Бұл құжат ұсыныс ретінде берілген.";
  made.settings = "Тропикалық зодиак.";
  made.versions = {.engine = "engine 1", .tzdata = "2026f", .atlas = "atlas 1", .content = "c0ffee"};
  made.input_hash = std::string(64, 'a');
  Section part{.id = "style", .heading = "Табыс табу мәнері", .paragraphs = {}};
  for (int i = 0; i < paragraphs; ++i)
    part.paragraphs.push_back({.text =
                                   "Екінші үйдегі Шолпан талғаммен, сыпайылықпен, татуластыра білумен табыс табуға "
                                   "бейімдейді. Клиенттер өздеріне жайлы жерге қайта оралады.",
                               .findings = {}});
  made.sections.push_back(part);
  Strip year{.id = "months", .heading = "Жыл айлар бойынша", .cells = {}};
  for (int month = 1; month <= 12; ++month)
    year.cells.push_back({.label = "2027-" + std::string(month < 10 ? "0" : "") + std::to_string(month),
                          .level = month % 3 == 0 ? "care" : "support",
                          .score = month % 3 == 0 ? -0.5 : 0.5,
                          .text = "",
                          .findings = {}});
  made.strips.push_back(year);
  made.tables.push_back({.id = "rare", .heading = "Кесте", .columns = {"Күні", "Оқиға"}, .rows = {{{"1", "2"}, {}}}});
  return made;
}

DocumentOptions options() {
  DocumentOptions chosen;
  chosen.brand = "Astars";
  chosen.lines = {"Айгерім"};
  chosen.made_at = Instant{1'796'043'600'000'000};
  return chosen;
}

/// What a tool of poppler-utils says about the file.
std::string told_by(std::string const& tool, std::string const& pdf, std::string const& after = "") {
  auto const file =
      std::filesystem::temp_directory_path() / ("kelisim_document_" + std::to_string(getpid()) + ".pdf");
  std::ofstream(file, std::ios::binary) << pdf;
  auto* const pipe = popen((tool + " " + file.string() + after).c_str(), "r");
  std::string said;
  std::array<char, 4096> part{};
  for (auto read = fread(part.data(), 1, part.size(), pipe); read > 0;
       read = fread(part.data(), 1, part.size(), pipe))
    said.append(part.data(), read);
  EXPECT_EQ(pclose(pipe), 0) << tool;
  std::filesystem::remove(file);
  return said;
}

TEST(Document, GivesTheSameBytesForTheSameInput) {
  auto const sky = chart();
  auto const first = document_pdf(draft(9), sky, options(), key_itself);
  EXPECT_EQ(first, document_pdf(draft(9), sky, options(), key_itself));
  EXPECT_NE(first, document_pdf(draft(8), sky, options(), key_itself));
  EXPECT_TRUE(first.starts_with("%PDF-1."));
}

TEST(Document, EmbedsEveryFont) {
  auto const said = told_by("pdffonts", document_pdf(draft(3), chart(), options(), key_itself));
  std::istringstream rows{said};
  std::string row;
  std::getline(rows, row);
  auto const column = row.find("emb");
  ASSERT_NE(column, std::string::npos);
  std::getline(rows, row);
  int fonts = 0;
  for (; std::getline(rows, row); ++fonts) EXPECT_EQ(row.substr(column, 3), "yes") << row;
  EXPECT_GE(fonts, 2);
}

TEST(Document, KeepsTheKazakhLettersAsText) {
  auto const said = told_by("pdftotext -layout", document_pdf(draft(3), chart(), options(), key_itself), " -");
  EXPECT_NE(said.find("Ақша: ә ғ қ ң ө ұ ү һ і"), std::string::npos) << said;
  EXPECT_NE(said.find("Бұл құжат ұсыныс ретінде берілген."), std::string::npos);
}

TEST(Document, StatesTitleLanguageDateAndVersions) {
  auto const pdf = document_pdf(draft(3), chart(), options(), key_itself);
  EXPECT_NE(pdf.find("/Lang (kk)"), std::string::npos);
  auto const info = told_by("pdfinfo -isodates", pdf);
  EXPECT_NE(info.find("Ақша"), std::string::npos);
  EXPECT_NE(info.find("2026-11-30T13:00:00Z"), std::string::npos) << info;
  auto const text = told_by("pdftotext", pdf, " -");
  for (auto const* version : {"engine 1", "2026f", "atlas 1", "c0ffee", "aaaaaaaa", "Тропикалық зодиак."})
    EXPECT_NE(text.find(version), std::string::npos) << version;
}

TEST(Document, PutsNoticeAndNumberOnEveryPage) {
  auto const pdf = document_pdf(draft(40), chart(), options(), key_itself);
  auto const text = told_by("pdftotext", pdf, " -");
  int pages = 0;
  for (auto at = text.find('\f'); at != std::string::npos; at = text.find('\f', at + 1)) ++pages;
  EXPECT_GE(pages, 4);
  auto spaceless = text;
  std::erase(spaceless, ' ');
  int notices = 0;
  for (auto at = text.find("ұсыныс ретінде"); at != std::string::npos; at = text.find("ұсыныс ретінде", at + 1))
    ++notices;
  EXPECT_EQ(notices, pages);
  EXPECT_NE(spaceless.find(std::to_string(pages) + "/" + std::to_string(pages)), std::string::npos) << text;
  EXPECT_EQ(document_png(draft(40), chart(), options(), key_itself, 200).size(), static_cast<std::size_t>(pages));
}

TEST(Document, TellsUnderTheTitleWhatItIsOf) {
  BirthMoment birth;
  birth.time_known = true;
  birth.data = {.date = {1985, 7, 1},
                .time = StatedTime{civil_time(14, 30), 15},
                .place = {.name = "Семей", .country_code = "KZ", .at = {}, .zone = "Asia/Almaty"},
                .offset = {},
                .choice = {}};
  birth.offset = {.seconds_east = 7 * 3600, .daylight_saving = true, .zone = "Asia/Almaty", .reason = ""};
  NatalBaseInput natal{.language = "kk", .birth = birth};
  auto const told = title_lines(natal, key_itself);
  ASSERT_EQ(told.size(), 1U);
  EXPECT_TRUE(told[0].starts_with("1985 ж. 1 m7, 14:30 ±15 minutes (UTC+7")) << told[0];
  EXPECT_TRUE(told[0].ends_with("), Семей")) << told[0];
  natal.birth.data.time = std::nullopt;
  EXPECT_EQ(title_lines(natal, key_itself), std::vector<std::string>{"1985 ж. 1 m7, Семей"});
  ExpressAnswerInput const answer{.language = "en",
                                  .category = "job",
                                  .accepted = Instant{1'796'043'600'000'000},
                                  .place_name = "Almaty",
                                  .zone = Zone::utc()};
  EXPECT_EQ(title_lines(answer, key_itself), (std::vector<std::string>{"job", "30 m11 2026, 13:00, Almaty"}));
  ElectionInput const election{
      .event = "contract", .place_name = "Алматы", .first_day = {2026, 12, 1}, .last_day = {2026, 12, 31}};
  EXPECT_EQ(title_lines(election, key_itself),
            (std::vector<std::string>{"contract", "1 m12 2026 – 31 m12 2026, Алматы"}));
}

}  // namespace
}  // namespace kelisim::astro
