#include "commands/astro_desk.h"

#include "kernel/fault.h"

#include <fmt/format.h>

#include <fstream>

namespace kelisim::server {

using namespace astro;

AstroDesk::AstroDesk(AstroPlace const& place)
    : language_(place.language),
      content_(Content::load(place.brand)),
      ephemeris_(open_swiss(place.ephemeris.string())),
      atlas_(Atlas::load(place.atlas)) {}

ChartSettings const& AstroDesk::chart_settings() const { return content_.natal_settings(); }

Words AstroDesk::words() const {
  auto const& fragments = content_.fragments(language_);
  return [&fragments](std::string_view group, std::string_view subject, std::string_view key) {
    return fragments.get(group, subject, key);
  };
}

std::optional<BirthMoment> AstroDesk::birth(BirthStrings const& strings) const {
  auto const language = parse_name<Language>(language_).value_or(Language::ru);
  auto birth = parse_birth(strings, atlas_, language);
  if (birth) return *std::move(birth);
  auto const& refusal = birth.error();
  fmt::print(stderr, "kelisim: {}\n", name_of(refusal.problem));
  for (auto const& one : refusal.candidates) {
    fmt::print(stderr, "  --choice {}: {} ({})\n", name_of(one.choice), to_rfc3339(one.at),
               offset_text(one.offset.seconds_east));
  }
  for (auto const& match : refusal.towns) fmt::print(stderr, "  --place {}: {}\n", match.town.id, match.town.label());
  return std::nullopt;
}

std::optional<Town> AstroDesk::town(std::string const& name) const {
  auto const language = parse_name<Language>(language_).value_or(Language::ru);
  auto const found = atlas_.search(name, language, 1);
  if (!found.empty()) return found.front().town;
  fmt::print(stderr, "kelisim: no place '{}' in the atlas\n", name);
  return std::nullopt;
}

void write_file(std::filesystem::path const& file, std::string_view bytes) {
  std::ofstream stream(file, std::ios::binary | std::ios::trunc);
  stream.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  stream.close();
  if (!stream) throw Fault(Fault::Retry::no, "cannot write " + file.string());
}

}  // namespace kelisim::server
