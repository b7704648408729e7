#include "astro/birth.h"

#include <fmt/format.h>

#include <cstdlib>

namespace kelisim::astro {
namespace {

/// "UTC+7", "UTC+5:30", "UTC+5:21:04": as it is said, without leading zeros.
std::string spoken(int seconds_east) {
  auto const total = std::abs(seconds_east);
  auto text = fmt::format("UTC{}{}", seconds_east < 0 ? "−" : "+", total / 3600);
  if (total % 3600 != 0) text += fmt::format(":{:02}", total / 60 % 60);
  if (total % 60 != 0) text += fmt::format(":{:02}", total % 60);
  return text;
}

struct Words {
  char const* zone;
  char const* daylight_saving;
  char const* local_mean;
  char const* stated;
};

Words words_of(Language language) {
  switch (language) {
    case Language::ru:
      return {"зона {}", "летнее время", "местное среднее время по долготе места", "указано вручную: {}"};
    case Language::kk:
      return {"{} белдеуі", "жазғы уақыт", "орынның бойлығы бойынша жергілікті орташа уақыт",
              "қолмен көрсетілген: {}"};
    case Language::en:
      return {"zone {}", "daylight saving time", "local mean time by the longitude of the place",
              "stated by hand: {}"};
  }
  return {};
}

}  // namespace

std::string describe(AppliedOffset const& offset, Language language) {
  auto const words = words_of(language);
  auto const spoken_offset = spoken(offset.seconds_east);
  switch (offset.source) {
    case OffsetSource::local_mean_time:
      return fmt::format("{}, {}", spoken_offset, words.local_mean);
    case OffsetSource::stated:
      return fmt::format("{}, {}", spoken_offset, fmt::format(fmt::runtime(words.stated), offset.reason));
    case OffsetSource::tz_database:
      break;
  }
  auto const zone = fmt::format(fmt::runtime(words.zone), offset.zone);
  return offset.daylight_saving ? fmt::format("{}, {}, {}", spoken_offset, words.daylight_saving, zone)
                                : fmt::format("{}, {}", spoken_offset, zone);
}

std::string offset_text(int seconds_east) {
  auto const total = std::abs(seconds_east);
  auto const text = fmt::format("{}{:02}:{:02}", seconds_east < 0 ? '-' : '+', total / 3600, total / 60 % 60);
  return total % 60 == 0 ? text : fmt::format("{}:{:02}", text, total % 60);
}

}  // namespace kelisim::astro
