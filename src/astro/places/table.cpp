#include "places/table.h"

#include "kernel/fault.h"

#include <fmt/format.h>

#include <charconv>
#include <cmath>
#include <fstream>
#include <sstream>

namespace kelisim::astro {
namespace {

constexpr std::string_view kind_of_file = "kelisim-atlas";
constexpr std::string_view known_layout = "1";
constexpr std::size_t version_digits = 12;

/// Takes the part before the next separator off the front of `rest`.
std::string_view take(std::string_view& rest, char separator) {
  auto const end = rest.find(separator);
  auto const part = rest.substr(0, end);
  rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
  return part;
}

class Reader {
 public:
  Reader(std::filesystem::path const& file, AtlasTable& table) : file_(file), table_(table) {}

  void read() {
    std::string_view rest = table_.text;
    auto const expected = read_heading(take(rest, '\n'));
    table_.towns.reserve(expected);
    while (!rest.empty()) read_row(take(rest, '\n'));
    if (table_.towns.size() != expected) broken("it is cut off");
  }

 private:
  [[noreturn]] void broken(std::string_view what) const {
    throw Fault(Fault::Retry::no,
                fmt::format("{} is not an atlas of places: {} (bin/setup builds it)", file_.string(), what));
  }

  template <class Number>
  Number number(std::string_view text) const {
    Number value{};
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size()) broken(fmt::format("'{}' is no number", text));
    return value;
  }

  std::uint16_t index(std::string_view text, std::size_t size) const {
    auto const value = number<std::uint16_t>(text);
    if (value >= size) broken(fmt::format("{} points nowhere", text));
    return value;
  }

  std::int32_t hundred_thousandths(std::string_view text) const {
    return static_cast<std::int32_t>(std::lround(number<double>(text) * 1e5));
  }

  std::size_t read_heading(std::string_view line) {
    if (take(line, '\t') != kind_of_file) broken("its first line is another");
    if (take(line, '\t') != known_layout) broken("its layout is not the one that this program reads");
    auto const source = take(line, '\t');
    auto const towns = number<std::size_t>(take(line, '\t'));
    table_.version = fmt::format("{}.{}", source, line.substr(0, version_digits));
    return towns;
  }

  void read_row(std::string_view line) {
    auto const kind = take(line, '\t');
    if (kind == "P") {
      read_town(line);
    } else if (kind == "Z") {
      table_.zones.push_back(line);
    } else if (kind == "C" || kind == "R") {
      auto const code = take(line, '\t');
      auto const ru = take(line, '\t');
      auto const kk = take(line, '\t');
      (kind == "C" ? table_.countries : table_.regions).push_back({code, {ru, kk, line}});
    } else {
      broken(fmt::format("a row of kind '{}'", kind));
    }
  }

  void read_town(std::string_view line) {
    TownRow town;
    town.id = number<std::uint32_t>(take(line, '\t'));
    town.country = index(take(line, '\t'), table_.countries.size());
    auto const region = take(line, '\t');
    if (!region.empty()) town.region = index(region, table_.regions.size());
    town.zone = index(take(line, '\t'), table_.zones.size());
    town.latitude = hundred_thousandths(take(line, '\t'));
    town.longitude = hundred_thousandths(take(line, '\t'));
    town.population = number<std::uint32_t>(take(line, '\t'));
    town.names = static_cast<std::uint32_t>(line.data() - table_.text.data());
    table_.towns.push_back(town);
  }

  std::filesystem::path const& file_;
  AtlasTable& table_;
};

}  // namespace

std::array<std::string_view, AtlasTable::name_cells> AtlasTable::names(TownRow const& town) const {
  auto rest = std::string_view(text).substr(town.names);
  auto line = take(rest, '\n');
  std::array<std::string_view, name_cells> cells;
  for (auto& cell : cells) cell = take(line, '\t');
  return cells;
}

AtlasTable read_table(std::filesystem::path const& file) {
  std::ifstream stream(file, std::ios::binary);
  if (!stream) throw Fault(Fault::Retry::no, fmt::format("cannot read {} (bin/setup builds it)", file.string()));
  AtlasTable table;
  std::error_code unknown_size;
  auto const size = std::filesystem::file_size(file, unknown_size);
  if (!unknown_size) table.text.resize(size);
  stream.read(table.text.data(), static_cast<std::streamsize>(table.text.size()));
  table.text.resize(static_cast<std::size_t>(stream.gcount()));
  Reader(file, table).read();
  return table;
}

}  // namespace kelisim::astro
