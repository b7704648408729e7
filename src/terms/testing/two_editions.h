#pragma once

#include "kernel/ensure.h"
#include "terms/brand.h"

#include <unistd.h>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

namespace kelisim::terms {

/// HARMONIA with a second edition of its offer, 2026-12-08, in the folder: the words of paragraph 3.8 begin anew in
/// it.
inline Brand brand_with_two_editions() {
  namespace fs = std::filesystem;
  auto const folder = fs::temp_directory_path() / ("kelisim-two-editions-" + std::to_string(::getpid())) / "harmonia";
  fs::remove_all(folder.parent_path());
  fs::create_directories(folder.parent_path());
  fs::copy(fs::path(KELISIM_SOURCE_DIR) / "brands/harmonia", folder, fs::copy_options::recursive);
  auto const edit = [&](fs::path const& from, fs::path const& to, std::string_view what, std::string_view with) {
    std::ifstream in(folder / from);
    std::string text{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
    auto const found = text.find(what);
    ENSURE(found != std::string::npos);
    std::ofstream(folder / to) << text.replace(found, what.size(), with);
  };
  fs::copy(folder / "offer/2023-02-24", folder / "offer/2026-12-08");
  edit("offer/2023-02-24/en.md", "offer/2026-12-08/en.md", "3.8. ", "3.8. Newly: ");
  edit("terms/2023-02-24.toml", "terms/2026-12-08.toml", "edition  = \"2023-02-24\"", "edition  = \"2026-12-08\"");
  edit("brand.toml", "brand.toml", R"(+06:00", editions = ["2023-02-24"])",
       R"(+06:00", editions = ["2023-02-24", "2026-12-08"])");
  auto brand = Brand::load(folder);
  fs::remove_all(folder.parent_path());
  return brand;
}

}  // namespace kelisim::terms
