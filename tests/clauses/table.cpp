#include "table.h"

#include <fmt/format.h>

#include <fstream>
#include <iterator>
#include <stdexcept>

namespace kelisim::clauses {
namespace {

std::string_view trimmed(std::string_view text) {
  auto const from = text.find_first_not_of(" \t\r");
  if (from == std::string_view::npos) return {};
  return text.substr(from, text.find_last_not_of(" \t\r") - from + 1);
}

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  while (true) {
    auto const at = text.find(separator);
    parts.push_back(trimmed(text.substr(0, at)));
    if (at == std::string_view::npos) return parts;
    text.remove_prefix(at + 1);
  }
}

std::vector<std::string> clause_ids(std::string_view cell) {
  std::vector<std::string> ids;
  for (auto const id : split(cell, ',')) {
    if (id.empty()) throw std::runtime_error("no clause stands in the last column");
    if (id != "-") ids.emplace_back(id);
  }
  return ids;
}

/// What the lines above a row say about it.
struct Section {
  std::string rule;
  Cells defaults;
};

TableRow read_row(std::vector<std::string_view> const& cells, Section const& section) {
  if (cells.size() != 4) throw std::runtime_error("a row is: given | when | then | because");
  if (section.rule.empty()) throw std::runtime_error("no `decide <rule>` stands above this row");
  TableRow row{.file = {}, .line = 0, .rule = section.rule, .facts = section.defaults, .then = {}, .because = {}};
  auto own = Cells::parse(cells[0]);
  own.add(Cells::parse(cells[1]), false);
  row.facts.add(own, true);
  row.then = Cells::parse(cells[2]);
  row.because = clause_ids(cells[3]);
  if (row.then.all().empty()) throw std::runtime_error("nothing is expected");
  return row;
}

}  // namespace

Cells Cells::parse(std::string_view cell) {
  Cells cells;
  if (trimmed(cell).empty()) return cells;
  for (auto const part : split(cell, ';')) {
    auto const space = part.find(' ');
    auto const name = part.substr(0, space);
    if (name.empty()) throw std::runtime_error("an empty name between semicolons");
    auto const value = space == std::string_view::npos ? std::string_view{} : trimmed(part.substr(space));
    if (!cells.values_.emplace(name, value).second) throw std::runtime_error(fmt::format("'{}' stands twice", name));
  }
  return cells;
}

bool Cells::has(std::string_view name) {
  auto const found = values_.find(name);
  if (found == values_.end()) return false;
  read_.emplace(name);
  return true;
}

std::string const& Cells::text(std::string_view name) {
  if (!has(name)) throw std::runtime_error(fmt::format("the row has no '{}'", name));
  return values_.find(name)->second;
}

std::vector<std::string> Cells::unread() const {
  std::vector<std::string> names;
  for (auto const& [name, value] : values_) {
    if (!read_.contains(name)) names.push_back(name);
  }
  return names;
}

void Cells::add(Cells const& other, bool replaces) {
  for (auto const& [name, value] : other.values_) {
    if (!replaces && values_.contains(name)) throw std::runtime_error(fmt::format("'{}' stands twice", name));
    values_.insert_or_assign(name, value);
  }
}

std::vector<TableRow> read_table(std::filesystem::path const& name, std::string_view text) {
  std::vector<TableRow> rows;
  Section section;
  int number = 0;
  for (auto const whole : split(text, '\n')) {
    ++number;
    auto const line = trimmed(whole);
    try {
      if (line.empty() || line.starts_with('#')) continue;
      auto const cells = split(line, '|');
      if (line.starts_with("decide ")) {
        section = {.rule = std::string(trimmed(line.substr(7))), .defaults = {}};
      } else if (line.starts_with("with ")) {
        section.defaults = Cells::parse(line.substr(5));
      } else if (cells == std::vector<std::string_view>{"given", "when", "then", "because"}) {
        continue;
      } else {
        rows.push_back(read_row(cells, section));
        rows.back().file = name;
        rows.back().line = number;
      }
    } catch (std::runtime_error const& error) {
      throw std::runtime_error(fmt::format("{}:{}: {}", name.string(), number, error.what()));
    }
  }
  if (rows.empty()) throw std::runtime_error(fmt::format("{}: has no row", name.string()));
  return rows;
}

std::vector<TableRow> read_table(std::filesystem::path const& file) {
  std::ifstream stream(file, std::ios::binary);
  if (!stream) throw std::runtime_error(fmt::format("{}: cannot be read", file.string()));
  std::string const text{std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
  return read_table(file, text);
}

}  // namespace kelisim::clauses
