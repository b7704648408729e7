#pragma once

#include "kernel/civil.h"
#include "kernel/instant.h"
#include "kernel/money.h"
#include "kernel/phone_number.h"
#include "kernel/zone.h"
#include "terms/brand.h"
#include "terms/terms.h"

#include <toml++/toml.h>

#include <cstdint>
#include <filesystem>
#include <functional>
#include <initializer_list>
#include <limits>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace kelisim::terms {

/// One table of a TOML file that must be understood whole: every key is read or finish() is BadBrand.
class TomlTable {
 public:
  [[nodiscard]] static TomlTable parse(std::filesystem::path const& file);

  [[nodiscard]] bool has(std::string_view key) const { return table_->contains(key); }
  [[nodiscard]] std::string text(std::string_view key);
  /// A text that is one of `words`.
  [[nodiscard]] std::string word(std::string_view key, std::initializer_list<std::string_view> words);
  [[nodiscard]] std::vector<std::string> texts(std::string_view key);
  [[nodiscard]] std::int64_t whole(std::string_view key, std::int64_t min, std::int64_t max);
  [[nodiscard]] std::vector<std::int64_t> wholes(std::string_view key, std::int64_t min, std::int64_t max);
  [[nodiscard]] bool flag(std::string_view key);
  [[nodiscard]] CivilDate date(std::string_view key);
  [[nodiscard]] CivilTime time(std::string_view key);
  [[nodiscard]] Instant instant(std::string_view key);
  [[nodiscard]] Zone zone(std::string_view key);
  [[nodiscard]] Currency currency(std::string_view key);
  [[nodiscard]] PhoneNumber phone(std::string_view key);
  template <class Unit>
  [[nodiscard]] Duration duration(std::string_view key) {
    return Unit(whole(key, 0, 1'000'000));
  }
  [[nodiscard]] TomlTable table(std::string_view key);
  [[nodiscard]] std::vector<TomlTable> tables(std::string_view key);
  /// A text in exactly these languages.
  [[nodiscard]] Localized localized(std::string_view key, std::vector<std::string> const& languages);
  [[nodiscard]] std::vector<std::string> keys() const;

  /// The value of a leaf `{ value = …, clause = "…" }` and its clause: `read` is asked for the key "value".
  template <class Read>
  auto term(std::string_view key, Read read) {
    auto leaf = table(key);
    auto const clause = leaf.clause("clause");
    auto value = read(leaf);
    leaf.finish();
    return Term<decltype(value)>{std::move(value), clause};
  }
  [[nodiscard]] Clause clause(std::string_view key);
  /// The clauses of the tables below are cited as this edition of the offer words them.
  void cite_edition(std::string_view version);

  /// Every `{ value, clause }` of the tables of this one, by `table.key`; tells nothing about what was read.
  [[nodiscard]] std::map<std::string, StatedTerm, std::less<>> leaves() const;

  /// Checks that every leaf is a value with a known clause, and reads nothing.
  void check_leaves();

  /// A key that nobody asked for is BadBrand.
  void finish() const;
  [[noreturn]] void fail(std::string_view key, std::string_view what) const;

 private:
  TomlTable(std::shared_ptr<toml::table const> whole, toml::table const& table, std::filesystem::path file,
            std::string prefix)
      : whole_(std::move(whole)), table_(&table), file_(std::move(file)), prefix_(std::move(prefix)) {}
  [[nodiscard]] toml::node const& need(std::string_view key);
  [[nodiscard]] std::string path(std::string_view key) const;

  std::shared_ptr<toml::table const> whole_;
  toml::table const* table_;
  std::filesystem::path file_;
  std::string prefix_;
  std::string_view edition_ = {};
  std::set<std::string, std::less<>> read_;
};

}  // namespace kelisim::terms
