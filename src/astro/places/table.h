#pragma once

#include "astro/places.h"

#include <array>
#include <cstdint>
#include <filesystem>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

namespace kelisim::astro {

/// A country or region; an empty name means that there is none in that language.
struct Area {
  std::string_view code;
  std::array<std::string_view, 3> names;  ///< by Language
};

/// One place. Its names stay in the text and are split where they are needed.
struct TownRow {
  static constexpr std::uint16_t no_region = std::numeric_limits<std::uint16_t>::max();

  std::uint32_t id = 0;
  std::uint32_t population = 0;
  std::int32_t latitude = 0;   ///< hundred-thousandths of a degree
  std::int32_t longitude = 0;  ///< hundred-thousandths of a degree
  std::uint32_t names = 0;     ///< where its names begin in the text: ru, kk, en, former, other
  std::uint16_t country = 0;
  std::uint16_t region = no_region;
  std::uint16_t zone = 0;
};

/// The table that tools/atlas builds, read into memory. Views point into `text`.
struct AtlasTable {
  std::string text;
  std::string version;
  std::vector<Area> countries;
  std::vector<Area> regions;
  std::vector<std::string_view> zones;
  std::vector<TownRow> towns;

  static constexpr std::size_t name_cells = 5;
  [[nodiscard]] std::array<std::string_view, name_cells> names(TownRow const& town) const;
};

/// Throws Fault that names the file.
[[nodiscard]] AtlasTable read_table(std::filesystem::path const& file);

}  // namespace kelisim::astro
