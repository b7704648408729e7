#include "second_edition.h"

#include "kernel/ensure.h"

#include <fmt/format.h>

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
    {"ru", "12 часов", "{} часа", "8.9. Новый пункт редакции {}."},
    {"kk", "12 сағаттан", "{} сағаттан", "8.9. {} редакциясының жаңа тармағы."},
    {"en", "12 hours", "{} hours", "8.9. A new paragraph of edition {}."},
};

constexpr std::string_view first_edition = "2023-02-24";

void add_edition(fs::path const& brand, LaterEdition const& edition) {
  auto const texts = brand / "offer" / edition.version;
  fs::copy(brand / "offer" / first_edition, texts, fs::copy_options::recursive);
  for (auto const& [language, hours, hours_now, added] : words) {
    auto const text = texts / (std::string(language) + ".md");
    auto const now = fmt::format(fmt::runtime(hours_now), edition.window_hours);
    replace(text, "\n3.7. ", hours, now);
    replace(text, "\n3.8. ", hours, now);
    replace(text, "\n8.8. ", "\n\n", "\n\n" + fmt::format(fmt::runtime(added), edition.version) + "\n\n");
  }
  auto const terms = brand / "terms" / (edition.version + ".toml");
  fs::copy(brand / "terms/2023-02-24.toml", terms);
  replace(terms, "edition  =", first_edition, edition.version);
  replace(terms, "[cancellation]", "window_hours              = { value = 12,",
          fmt::format("window_hours              = {{ value = {},", edition.window_hours));
}

}  // namespace

fs::path brand_with_editions(fs::path const& into, std::vector<LaterEdition> const& editions) {
  auto const brand = into / "harmonia";
  fs::copy(KELISIM_SOURCE_DIR "/brands/harmonia", brand, fs::copy_options::recursive);
  std::string listed = R"(editions = ["2023-02-24")";
  for (auto const& edition : editions) {
    add_edition(brand, edition);
    listed += fmt::format(R"(, "{}")", edition.version);
  }
  replace(brand / "brand.toml", "offer ", R"(editions = ["2023-02-24"])", listed + "]");
  return brand;
}

fs::path brand_with_stricter_edition(fs::path const& into) {
  return brand_with_editions(into, {{.version = std::string(stricter_edition), .window_hours = 24}});
}

}  // namespace kelisim::test
