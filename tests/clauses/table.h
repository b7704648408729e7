#pragma once

#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace kelisim::clauses {

/// The named values of a row: `starts 2026-12-11 20:00; paid 15000; confirmed`. A name without a value is a flag.
/// Every name has to be read by the rule's adapter: one that nobody reads fails the row.
class Cells {
 public:
  Cells() = default;
  [[nodiscard]] static Cells parse(std::string_view cell);

  [[nodiscard]] bool has(std::string_view name);
  /// Throws when the name is missing.
  [[nodiscard]] std::string const& text(std::string_view name);
  [[nodiscard]] std::vector<std::string> unread() const;
  [[nodiscard]] std::map<std::string, std::string, std::less<>> const& all() const { return values_; }
  /// Adds the other's names; one that stands in both throws, unless `replaces`.
  void add(Cells const& other, bool replaces);

 private:
  std::map<std::string, std::string, std::less<>> values_;
  std::set<std::string, std::less<>> read_;
};

/// One row of a table: facts (the defaults of the table, `given` and `when` together), what is expected, and the
/// clauses in the order in which the decision must cite them: `because` first, then any that it rests on. `-` is no
/// clause.
struct TableRow {
  std::filesystem::path file;
  int line = 0;
  std::string rule;
  Cells facts;
  Cells then;
  std::vector<std::string> because;
};

/// Reads a table:
///     # comment
///     decide <rule>                  the rule of the rows below
///     with <cells>                   facts of every row below, until the next `with` or `decide`
///     given | when | then | because
/// Rows are lines with three bars; anything else is refused with its line.
[[nodiscard]] std::vector<TableRow> read_table(std::filesystem::path const& file);
[[nodiscard]] std::vector<TableRow> read_table(std::filesystem::path const& name, std::string_view text);

}  // namespace kelisim::clauses
