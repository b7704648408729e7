#include "astro/places.h"
#include "kernel/fault.h"
#include "kernel/zone.h"
#include "places/fold.h"

#include <glib.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <array>
#include <fstream>
#include <set>
#include <sstream>

namespace kelisim::astro {
namespace {

using testing::HasSubstr;

std::filesystem::path const file = std::filesystem::path(KELISIM_SOURCE_DIR) / built_atlas_file;

Atlas const& atlas() {
  static auto const loaded = Atlas::load(file);
  return loaded;
}

std::string first(std::string_view typed, Language language = Language::ru) {
  auto const found = atlas().search(typed, language, 1);
  return found.empty() ? "nothing" : found.front().town.label();
}

TEST(Fold, MakesOneOfWhatSoundsAlike) {
  EXPECT_EQ(fold("Алма-Ата"), fold("алма ата"));
  EXPECT_EQ(fold("Қарағанды"), fold("караганды"));
  EXPECT_EQ(fold("Өскемен"), fold("Оскемен"));
  EXPECT_EQ(fold("Приозёрск"), fold("ПРИОЗЕРСК"));
  EXPECT_EQ(fold("Çanakkale İli"), "canakkaleili");
  EXPECT_EQ(fold("Łódź"), "lodz");
  EXPECT_EQ(fold("Xi’an"), "xian");
  EXPECT_EQ(fold("上海"), "");
  EXPECT_EQ(fold("\xD0"), "");
}

TEST(Fold, IsDoneOnceForEveryLetter) {
  for (gunichar letter = 0; letter < 0x3000; ++letter) {
    std::array<char, 6> utf8{};
    auto const size = g_unichar_to_utf8(letter, utf8.data());
    auto const once = fold({utf8.data(), static_cast<std::size_t>(size)});
    ASSERT_EQ(fold(once), once) << letter;
  }
}

RC_GTEST_PROP(Fold, NeverFailsAndIsDoneOnce, (std::string const& bytes)) {
  auto const once = fold(bytes);
  RC_ASSERT(fold(once) == once);
}

TEST(Atlas, FindsTheTownsOfKazakhstanByAllTheirNames) {
  for (auto const* typed : {"Алматы", "алма-ата", "Алма Ата", "Almaty", "alma ata", "Верный", "г. Алматы"}) {
    EXPECT_EQ(first(typed), "Алматы, Казахстан") << typed;
  }
  for (auto const* typed : {"Астана", "Целиноград", "Акмола", "Нур-Султан", "Нұр-Сұлтан", "tselinograd"}) {
    EXPECT_EQ(first(typed), "Астана, Казахстан") << typed;
  }
  EXPECT_EQ(first("Чимкент"), "Шымкент, Казахстан");
  EXPECT_EQ(first("Джамбул"), "Тараз, Жамбылская область, Казахстан");
  EXPECT_EQ(first("Гурьев"), "Атырау, Атырауская область, Казахстан");
  EXPECT_EQ(first("Шевченко"), "Актау, Мангистауская область, Казахстан");
  EXPECT_EQ(first("усть каменогорск"), "Усть-Каменогорск, Восточно-Казахстанская область, Казахстан");
  EXPECT_EQ(first("Оскемен"), "Усть-Каменогорск, Восточно-Казахстанская область, Казахстан");
  EXPECT_EQ(first("Семипалатинск"), "Семей, область Абай, Казахстан");
  EXPECT_EQ(first("Кзыл-Орда"), "Кызылорда, Кызылординская область, Казахстан");
  EXPECT_EQ(first("Уральск"), "Уральск, Западно-Казахстанская область, Казахстан");
  EXPECT_EQ(first("Петропавловск"), "Петропавловск, Северо-Казахстанская область, Казахстан");
  EXPECT_EQ(first("Ермак"), "Аксу, Павлодарская область, Казахстан");
  EXPECT_EQ(first("Зыряновск"), "Алтай, Восточно-Казахстанская область, Казахстан");
  EXPECT_EQ(first("Капчагай"), "Конаев, Алматинская область, Казахстан");
  EXPECT_EQ(first("Каскелен"), "Каскелен, Алматинская область, Казахстан");
  EXPECT_EQ(first("Зеренда"), "Зеренда, Акмолинская область, Казахстан");
}

TEST(Atlas, NamesPlacesInTheAskedLanguage) {
  EXPECT_EQ(first("Семипалатинск", Language::kk), "Семей, Абай облысы, Қазақстан");
  EXPECT_EQ(first("Караганда", Language::kk), "Қарағанды, Қарағанды облысы, Қазақстан");
  EXPECT_EQ(first("Усть-Каменогорск", Language::en), "Oskemen, East Kazakhstan Region, Kazakhstan");
  EXPECT_EQ(first("Мәскеу", Language::kk), "Мәскеу, Ресей");
  EXPECT_EQ(first("München", Language::ru), "Мюнхен, Bavaria, Германия");
}

TEST(Atlas, FindsFormerNamesOfOtherCountries) {
  EXPECT_EQ(first("Ленинград"), "Санкт-Петербург, Россия");
  EXPECT_EQ(first("Сталинград"), "Волгоград, Волгоградская область, Россия");
  EXPECT_EQ(first("Горький"), "Нижний Новгород, Нижегородская область, Россия");
  EXPECT_EQ(first("Свердловск"), "Екатеринбург, Свердловская область, Россия");
  EXPECT_EQ(first("Куйбышев"), "Самара, Самарская область, Россия");
  EXPECT_THAT(first("Фрунзе"), HasSubstr("Бишкек"));
  EXPECT_THAT(first("Ворошиловград"), HasSubstr("Луганск"));
  auto const match = atlas().search("Орджоникидзе, Северная Осетия", Language::ru, 1);
  ASSERT_EQ(match.size(), 1u);
  EXPECT_EQ(match[0].town.name, "Владикавказ");
  EXPECT_EQ(match[0].name, "Орджоникидзе");
  EXPECT_EQ(match[0].kind, NameKind::former);
  EXPECT_TRUE(match[0].whole);
}

TEST(Atlas, PutsTheLikeliestFirstAndKeepsToItsLimit) {
  EXPECT_EQ(first("мос"), "Москва, Россия");
  EXPECT_EQ(first("кар"), "Караганда, Карагандинская область, Казахстан");
  EXPECT_EQ(first("Киров, Калужская"), "Киров, Калужская область, Россия");
  EXPECT_EQ(first("Springfield, Illinois", Language::en), "Springfield, Illinois, United States");
  EXPECT_EQ(atlas().search("ка", Language::ru, 7).size(), 7u);
  EXPECT_EQ(atlas().search("ка", Language::ru, 100'000).size(), std::size_t{Atlas::most_matches});
  EXPECT_THAT(atlas().search("к", Language::ru), testing::IsEmpty());
  EXPECT_THAT(atlas().search("", Language::ru), testing::IsEmpty());
  EXPECT_THAT(atlas().search("Тьмутаракань-на-Марсе", Language::ru), testing::IsEmpty());
  EXPECT_THAT(atlas().search(std::string(100'000, 'a'), Language::ru), testing::IsEmpty());
}

TEST(Atlas, FindsByNumberAndByNearness) {
  auto const almaty = atlas().find(1526384, Language::ru);
  ASSERT_TRUE(almaty.has_value());
  EXPECT_EQ(almaty->zone, "Asia/Almaty");
  EXPECT_NEAR(almaty->at.latitude, 43.25, 0.01);
  EXPECT_EQ(atlas().find(1, Language::ru), std::nullopt);
  auto const nearest = atlas().nearest({43.30, 76.95}, Language::ru);
  ASSERT_TRUE(nearest.has_value());
  EXPECT_LT(nearest->kilometres, 10);
  auto const across_the_date_line = atlas().nearest({-16.8, -179.99}, Language::en);
  ASSERT_TRUE(across_the_date_line.has_value());
  EXPECT_EQ(across_the_date_line->town.country_code, "FJ");
  EXPECT_LT(across_the_date_line->kilometres, 120);
}

TEST(Atlas, EveryZoneIsOneOfTheTzDatabase) {
  std::ifstream stream(file);
  std::string line;
  std::size_t zones = 0;
  while (std::getline(stream, line) && !line.starts_with("P\t")) {
    if (!line.starts_with("Z\t")) continue;
    ++zones;
    EXPECT_TRUE(Zone::load(line.substr(2)).has_value()) << line;
  }
  EXPECT_GT(zones, 350u);
}

TEST(Atlas, ItsVersionIsTheHashOfItsRows) {
  std::ifstream stream(file);
  std::string heading;
  std::getline(stream, heading);
  std::stringstream rest;
  rest << stream.rdbuf();
  auto const body = rest.str();
  auto* const digest =
      g_compute_checksum_for_data(G_CHECKSUM_SHA256, reinterpret_cast<guchar const*>(body.data()), body.size());
  EXPECT_THAT(heading, testing::EndsWith(digest));
  EXPECT_EQ(atlas().version(), "geonames-2020-03-18." + std::string(digest).substr(0, 12));
  g_free(digest);
  EXPECT_GT(atlas().size(), 130'000u);
}

TEST(Atlas, RefusesAFileThatIsNoWholeAtlas) {
  auto const folder = std::filesystem::path(testing::TempDir());
  EXPECT_THROW((void)Atlas::load(folder / "missing.tsv"), Fault);
  for (auto const* text :
       {"", "something else\n", "kelisim-atlas\t2\tx\t0\tabc\n", "kelisim-atlas\t1\tx\t1\tabc\n",
        "kelisim-atlas\t1\tx\t1\tabc\nP\t1\t0\t\t0\t1\t1\t1\ta\tb\tc\t\t\n", "kelisim-atlas\t1\tx\t0\tabc\nQ\t1\n"}) {
    auto const broken = folder / "broken_atlas.tsv";
    std::ofstream(broken) << text;
    EXPECT_THROW((void)Atlas::load(broken), Fault) << text;
  }
}

}  // namespace
}  // namespace kelisim::astro
