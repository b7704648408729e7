#include "second_edition.h"

#include "kernel/ensure.h"

#include <fstream>
#include <sstream>
#include <string>

namespace kelisim::test {
namespace {

namespace fs = std::filesystem;

std::string read(fs::path const& file) {
  std::ifstream in(file);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

/// Inside the text that begins at `from`, or in the whole one.
void replace(fs::path const& file, std::string_view from, std::string_view what, std::string_view by) {
  auto text = read(file);
  auto const start = text.find(from);
  ENSURE(start != std::string::npos);
  auto const at = text.find(what, start);
  ENSURE(at != std::string::npos);
  std::ofstream(file) << text.replace(at, what.size(), by);
}

struct Words {
  char const* language;
  char const* hours;
  char const* hours_now;
  char const* added;
};

constexpr Words words[] = {
    {"ru", "12 часов", "24 часа", "8.9. Новый пункт второй редакции."},
    {"kk", "12 сағаттан", "24 сағаттан", "8.9. Екінші редакцияның жаңа тармағы."},
    {"en", "12 hours", "24 hours", "8.9. A new paragraph of the second edition."},
};

}  // namespace

fs::path brand_with_stricter_edition(fs::path const& into) {
  auto const brand = into / "harmonia";
  fs::copy(KELISIM_SOURCE_DIR "/brands/harmonia", brand, fs::copy_options::recursive);
  auto const texts = brand / "offer" / stricter_edition;
  fs::copy(brand / "offer/2023-02-24", texts, fs::copy_options::recursive);
  for (auto const& [language, hours, hours_now, added] : words) {
    auto const text = texts / (std::string(language) + ".md");
    replace(text, "\n3.7. ", hours, hours_now);
    replace(text, "\n3.8. ", hours, hours_now);
    replace(text, "\n8.8. ", "\n\n", "\n\n" + std::string(added) + "\n\n");
  }
  auto const terms = brand / "terms" / (std::string(stricter_edition) + ".toml");
  fs::copy(brand / "terms/2023-02-24.toml", terms);
  replace(terms, "edition  =", "2023-02-24", stricter_edition);
  replace(terms, "[cancellation]", "window_hours              = { value = 12,",
          "window_hours              = { value = 24,");
  replace(brand / "brand.toml", "offer ", R"(editions = ["2023-02-24"])",
          R"(editions = ["2023-02-24", "2026-12-08"])");
  return brand;
}

}  // namespace kelisim::test
