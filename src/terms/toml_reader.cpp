#include "toml_reader.h"

#include "terms/clauses.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <sstream>

namespace kelisim::terms {

BadBrand::BadBrand(std::filesystem::path const& file, std::string_view key, std::string_view what)
    : std::runtime_error(fmt::format("{}: {}: {}", file.string(), key, what)) {}

TomlTable TomlTable::parse(std::filesystem::path const& file) {
  try {
    auto const whole = std::make_shared<toml::table const>(toml::parse_file(file.string()));
    return {whole, *whole, file, ""};
  } catch (toml::parse_error const& error) {
    throw BadBrand(file, fmt::format("line {}", error.source().begin.line), error.description());
  }
}

std::string TomlTable::path(std::string_view key) const {
  return prefix_.empty() ? std::string(key) : fmt::format("{}.{}", prefix_, key);
}

void TomlTable::fail(std::string_view key, std::string_view what) const { throw BadBrand(file_, path(key), what); }

toml::node const& TomlTable::need(std::string_view key) {
  auto const* node = table_->get(key);
  if (node == nullptr) fail(key, "is missing");
  read_.emplace(key);
  return *node;
}

std::string TomlTable::text(std::string_view key) {
  auto const value = need(key).value_exact<std::string>();
  if (!value || value->empty()) fail(key, "is not a text");
  return *value;
}

std::string TomlTable::word(std::string_view key, std::initializer_list<std::string_view> words) {
  auto value = text(key);
  if (std::ranges::find(words, std::string_view(value)) == words.end()) {
    fail(key, fmt::format("'{}' is not understood; known: {}", value, fmt::join(words, ", ")));
  }
  return value;
}

std::vector<std::string> TomlTable::texts(std::string_view key) {
  auto const* array = need(key).as_array();
  if (array == nullptr) fail(key, "is not a list");
  std::vector<std::string> values;
  for (auto const& node : *array) {
    auto const value = node.value_exact<std::string>();
    if (!value || value->empty()) fail(key, "holds something that is not a text");
    values.push_back(*value);
  }
  return values;
}

std::int64_t TomlTable::whole(std::string_view key, std::int64_t min, std::int64_t max) {
  auto const value = need(key).value_exact<std::int64_t>();
  if (!value) fail(key, "is not a whole number");
  if (*value < min || *value > max) fail(key, fmt::format("is not between {} and {}", min, max));
  return *value;
}

std::vector<std::int64_t> TomlTable::wholes(std::string_view key, std::int64_t min, std::int64_t max) {
  auto const* array = need(key).as_array();
  if (array == nullptr) fail(key, "is not a list");
  std::vector<std::int64_t> values;
  for (auto const& node : *array) {
    auto const value = node.value_exact<std::int64_t>();
    if (!value || *value < min || *value > max) fail(key, fmt::format("holds no number from {} to {}", min, max));
    values.push_back(*value);
  }
  return values;
}

bool TomlTable::flag(std::string_view key) {
  auto const value = need(key).value_exact<bool>();
  if (!value) fail(key, "is neither true nor false");
  return *value;
}

CivilDate TomlTable::date(std::string_view key) {
  auto const value = need(key).value_exact<toml::date>();
  if (!value) fail(key, "is not a date");
  return {value->year, value->month, value->day};
}

CivilTime TomlTable::time(std::string_view key) {
  auto const value = parse_civil_time(text(key));
  if (!value) fail(key, "is not a time of day");
  return *value;
}

Instant TomlTable::instant(std::string_view key) {
  auto const value = parse_rfc3339(text(key));
  if (!value) fail(key, "is not an instant with its offset");
  return *value;
}

Zone TomlTable::zone(std::string_view key) {
  auto value = Zone::load(text(key));
  if (!value) fail(key, "is not a zone of the tz database");
  return *std::move(value);
}

Currency TomlTable::currency(std::string_view key) {
  auto const value = parse_currency(text(key));
  if (!value) fail(key, "is not a known currency");
  return *value;
}

PhoneNumber TomlTable::phone(std::string_view key) {
  auto value = PhoneNumber::parse(text(key));
  if (!value) fail(key, "is not a phone number");
  return *std::move(value);
}

TomlTable TomlTable::table(std::string_view key) {
  auto const* table = need(key).as_table();
  if (table == nullptr) fail(key, "is not a table");
  TomlTable inner(whole_, *table, file_, path(key));
  inner.edition_ = edition_;
  return inner;
}

std::vector<TomlTable> TomlTable::tables(std::string_view key) {
  auto const* array = need(key).as_array();
  if (array == nullptr) fail(key, "is not a list of tables");
  std::vector<TomlTable> tables;
  for (std::size_t at = 0; at < array->size(); ++at) {
    auto const* table = array->get(at)->as_table();
    if (table == nullptr) fail(key, "is not a list of tables");
    tables.push_back(TomlTable(whole_, *table, file_, fmt::format("{}[{}]", path(key), at)));
  }
  return tables;
}

Localized TomlTable::localized(std::string_view key, std::vector<std::string> const& languages) {
  auto inner = table(key);
  Localized texts;
  for (auto const& language : languages) texts[language] = inner.text(language);
  inner.finish();
  return texts;
}

std::vector<std::string> TomlTable::keys() const {
  std::vector<std::string> keys;
  for (auto const& [key, node] : *table_) keys.emplace_back(key.str());
  return keys;
}

Clause TomlTable::clause(std::string_view key) {
  auto const id = text(key);
  auto const found = find_clause(id);
  if (!found) fail(key, fmt::format("'{}' is not in the clause ledger", id));
  return {found->id, found->number, edition_};
}

void TomlTable::cite_edition(std::string_view version) { edition_ = edition_name(version); }

void TomlTable::check_leaves() {
  for (auto const& key : keys()) {
    auto leaf = table(key);
    (void)leaf.clause("clause");
    (void)leaf.need("value");
    leaf.finish();
  }
}

std::map<std::string, StatedTerm, std::less<>> TomlTable::leaves() const {
  std::map<std::string, StatedTerm, std::less<>> leaves;
  for (auto const& [section, inner] : *table_) {
    auto const* const table = inner.as_table();
    if (table == nullptr) continue;
    for (auto const& [key, node] : *table) {
      auto const* const leaf = node.as_table();
      if (leaf == nullptr || !leaf->contains("value")) continue;
      std::ostringstream value;
      leaf->get("value")->visit([&](auto const& typed) { value << typed; });
      leaves.emplace(fmt::format("{}.{}", section.str(), key.str()),
                     StatedTerm{value.str(), leaf->get("clause") == nullptr ? "" : leaf->at("clause").value_or("")});
    }
  }
  return leaves;
}

void TomlTable::finish() const {
  for (auto const& [key, node] : *table_) {
    if (!read_.contains(key.str())) fail(key.str(), "is not understood");
  }
}

}  // namespace kelisim::terms
