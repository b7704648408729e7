#include "text/toml_reader.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace kelisim::astro {
namespace {

toml::table const empty_table;

int line_of(toml::node const& node) { return static_cast<int>(node.source().begin.line); }

}  // namespace

std::string to_string(Problem const& problem) {
  return problem.line > 0 ? fmt::format("{}:{}: {}", problem.file, problem.line, problem.words)
                          : fmt::format("{}: {}", problem.file, problem.words);
}

TomlTable::TomlTable(std::shared_ptr<toml::table const> whole, toml::table const* table, std::string file,
                     std::string prefix, std::vector<Problem>& problems)
    : whole_(std::move(whole)),
      table_(table),
      file_(std::move(file)),
      prefix_(std::move(prefix)),
      problems_(&problems) {}

TomlTable TomlTable::parse(std::filesystem::path const& file, std::vector<Problem>& problems) {
  try {
    auto const whole = std::make_shared<toml::table const>(toml::parse_file(file.string()));
    return {whole, whole.get(), file.string(), "", problems};
  } catch (toml::parse_error const& error) {
    auto const line = static_cast<int>(error.source().begin.line);
    auto const words = line == 0 ? std::string("the file is missing or cannot be opened")
                                 : fmt::format(
                                       "this line cannot be read ({}); look for a missing quotation mark, "
                                       "bracket or comma here or just above",
                                       error.description());
    problems.push_back({file.string(), line, words});
    return {nullptr, &empty_table, file.string(), "", problems};
  }
}

std::string TomlTable::path(std::string_view key) const {
  return prefix_.empty() ? std::string(key) : fmt::format("{}.{}", prefix_, key);
}

void TomlTable::problem(std::string_view key, std::string_view words) const {
  auto const* node = table_->get(key);
  auto const line = node != nullptr ? line_of(*node) : line_of(*table_);
  problems_->push_back({file_, line, fmt::format("{} {}", path(key), words)});
}

void TomlTable::not_among(std::string_view key, std::string_view word,
                          std::span<std::string_view const> known) const {
  problem(key, fmt::format("is '{}', which is not known here; known words: {}", word, fmt::join(known, ", ")));
}

toml::node const* TomlTable::need(std::string_view key) {
  read_.emplace(key);
  auto const* node = table_->get(key);
  if (node == nullptr) problem(key, "is missing");
  return node;
}

std::vector<std::string> TomlTable::keys() const {
  std::vector<std::string> keys;
  for (auto const& [key, node] : *table_) keys.emplace_back(key.str());
  return keys;
}

std::string TomlTable::text(std::string_view key) {
  auto const* node = need(key);
  if (node == nullptr) return {};
  auto value = node->value_exact<std::string>();
  if (!value || value->empty()) problem(key, "must be a text in quotation marks");
  return value.value_or("");
}

std::vector<std::string> TomlTable::texts(std::string_view key) {
  auto const* node = need(key);
  if (node == nullptr) return {};
  std::vector<std::string> values;
  auto const* array = node->as_array();
  if (array == nullptr) {
    problem(key, "must be a list of texts in square brackets");
    return values;
  }
  for (auto const& one : *array) {
    auto const value = one.value_exact<std::string>();
    if (value && !value->empty())
      values.push_back(*value);
    else
      problem(key, "has something in its list that is not a text in quotation marks");
  }
  return values;
}

double TomlTable::number(std::string_view key, double min, double max) {
  auto const* node = need(key);
  if (node == nullptr) return min;
  auto const value = node->value<double>();
  if (!value || !node->is_number()) {
    problem(key, "must be a number");
    return min;
  }
  if (*value >= min && *value <= max) return *value;
  problem(key, fmt::format("is {}, but it must lie between {} and {}", *value, min, max));
  return min;
}

int TomlTable::whole(std::string_view key, int min, int max) {
  auto const* node = need(key);
  if (node == nullptr) return min;
  auto const value = node->value_exact<std::int64_t>();
  if (!value) {
    problem(key, "must be a whole number");
    return min;
  }
  if (*value >= min && *value <= max) return static_cast<int>(*value);
  problem(key, fmt::format("is {}, but it must lie between {} and {}", *value, min, max));
  return min;
}

std::vector<int> TomlTable::wholes(std::string_view key, int min, int max) {
  auto const* node = need(key);
  if (node == nullptr) return {};
  std::vector<int> values;
  auto const* array = node->as_array();
  if (array == nullptr) {
    problem(key, "must be a list of whole numbers in square brackets");
    return values;
  }
  for (auto const& one : *array) {
    auto const value = one.value_exact<std::int64_t>();
    if (value && *value >= min && *value <= max)
      values.push_back(static_cast<int>(*value));
    else
      problem(key, fmt::format("has something in its list that is no whole number from {} to {}", min, max));
  }
  return values;
}

bool TomlTable::flag(std::string_view key) {
  auto const* node = need(key);
  if (node == nullptr) return false;
  auto const value = node->value_exact<bool>();
  if (!value) problem(key, "must be true or false");
  return value.value_or(false);
}

TomlTable TomlTable::table(std::string_view key) {
  auto const* node = need(key);
  auto const* table = node == nullptr ? nullptr : node->as_table();
  if (node != nullptr && table == nullptr) problem(key, "must be a table");
  return {whole_, table == nullptr ? &empty_table : table, file_, path(key), *problems_};
}

std::vector<TomlTable> TomlTable::tables(std::string_view key) {
  auto const* node = need(key);
  if (node == nullptr) return {};
  std::vector<TomlTable> tables;
  auto const* array = node->as_array();
  if (array == nullptr) {
    problem(key, fmt::format("must be written as [[{}]]", path(key)));
    return tables;
  }
  for (auto const& one : *array) {
    if (auto const* table = one.as_table(); table != nullptr) {
      tables.push_back(TomlTable(whole_, table, file_, path(key), *problems_));
    } else {
      problem(key, "has something in its list that is not a table");
    }
  }
  return tables;
}

void TomlTable::finish() const {
  for (auto const& [key, node] : *table_) {
    if (!read_.contains(key.str())) problem(key.str(), "is not known here; is it a slip of the pen?");
  }
}

}  // namespace kelisim::astro
