#pragma once

#include "astro/content.h"
#include "astro/names.h"

#include <toml++/toml.h>

#include <filesystem>
#include <limits>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace kelisim::astro {

/// One table of a TOML file. What is missing, of the wrong kind or not understood becomes a Problem with its line,
/// and reading goes on with a neutral value, so that one look tells everything that is wrong.
class TomlTable {
 public:
  /// Empty when the file cannot be parsed; that is a problem too.
  [[nodiscard]] static TomlTable parse(std::filesystem::path const& file, std::vector<Problem>& problems);

  [[nodiscard]] bool has(std::string_view key) const { return table_->contains(key); }
  [[nodiscard]] std::vector<std::string> keys() const;
  [[nodiscard]] std::string text(std::string_view key);
  [[nodiscard]] std::vector<std::string> texts(std::string_view key);
  [[nodiscard]] double number(std::string_view key, double min, double max);
  [[nodiscard]] int whole(std::string_view key, int min, int max);
  [[nodiscard]] std::vector<int> wholes(std::string_view key, int min, int max);
  [[nodiscard]] bool flag(std::string_view key);
  /// An empty table when it is missing or none.
  [[nodiscard]] TomlTable table(std::string_view key);
  [[nodiscard]] std::vector<TomlTable> tables(std::string_view key);

  /// One of an enumeration's names.
  template <class Enum>
  [[nodiscard]] Enum one_of(std::string_view key) {
    return named<Enum>(key, text(key));
  }
  template <class Enum>
  [[nodiscard]] std::vector<Enum> some_of(std::string_view key) {
    std::vector<Enum> values;
    for (auto const& word : texts(key)) values.push_back(named<Enum>(key, word));
    return values;
  }
  /// `word` as a name of the enumeration, blamed on `key`.
  template <class Enum>
  [[nodiscard]] Enum named(std::string_view key, std::string_view word) {
    auto const value = parse_name<Enum>(word);
    if (!value && !word.empty()) not_among(key, word, names<Enum>);
    return value.value_or(Enum{});
  }

  void problem(std::string_view key, std::string_view words) const;
  /// Every key that nobody asked for is a problem.
  void finish() const;

 private:
  TomlTable(std::shared_ptr<toml::table const> whole, toml::table const* table, std::string file, std::string prefix,
            std::vector<Problem>& problems);
  [[nodiscard]] toml::node const* need(std::string_view key);
  [[nodiscard]] std::string path(std::string_view key) const;
  void not_among(std::string_view key, std::string_view word, std::span<std::string_view const> known) const;

  std::shared_ptr<toml::table const> whole_;
  toml::table const* table_;
  std::string file_;
  std::string prefix_;
  std::vector<Problem>* problems_;
  std::set<std::string, std::less<>> read_;
};

}  // namespace kelisim::astro
