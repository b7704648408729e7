#include "astro/content.h"

#include "kernel/ensure.h"
#include "kernel/fault.h"

#include <fmt/format.h>
#include <toml++/toml.h>

namespace kelisim::astro {
namespace {

namespace fs = std::filesystem;

std::vector<fs::path> toml_files(fs::path const& folder) {
  std::vector<fs::path> files;
  std::error_code none;
  for (auto const& entry : fs::directory_iterator(folder, none))
    if (entry.path().extension() == ".toml") files.push_back(entry.path());
  std::ranges::sort(files);
  return files;
}

void take_file(fs::path const& file, toml::table const& whole, std::map<FragmentKey, Fragments::Text>& texts,
               std::vector<Problem>& problems) {
  for (auto const& [subject, node] : whole) {
    auto const* table = node.as_table();
    auto const line = static_cast<int>(node.source().begin.line);
    if (table == nullptr) {
      problems.push_back({file.string(), line, fmt::format("{} stands outside of a [table]", subject.str())});
      continue;
    }
    for (auto const& [key, value] : *table) {
      auto const text = value.value_exact<std::string>();
      auto const at = static_cast<int>(value.source().begin.line);
      if (text) {
        FragmentKey name{file.stem().string(), std::string(subject.str()), std::string(key.str())};
        texts[std::move(name)] = {*text, file.string(), at};
      } else {
        problems.push_back(
            {file.string(), at, fmt::format("{}.{} must be a text in quotation marks", subject.str(), key.str())});
      }
    }
  }
}

}  // namespace

Fragments Fragments::load(fs::path const& folder, std::vector<Problem>& problems) {
  Fragments fragments;
  fragments.folder_ = folder.string();
  auto const files = toml_files(folder);
  if (files.empty()) problems.push_back({folder.string(), 0, "this folder has no texts"});
  for (auto const& file : files) {
    try {
      take_file(file, toml::parse_file(file.string()), fragments.texts_, problems);
    } catch (toml::parse_error const& error) {
      problems.push_back({file.string(), static_cast<int>(error.source().begin.line),
                          fmt::format("this line cannot be read ({}); look for a missing quotation mark here or just "
                                      "above",
                                      error.description())});
    }
  }
  return fragments;
}

Fragments::Text const* Fragments::find(FragmentKey const& key) const {
  auto const found = texts_.find(key);
  return found == texts_.end() ? nullptr : &found->second;
}

std::string const& Fragments::get(FragmentKey const& key) const {
  auto const* text = find(key);
  if (text == nullptr) throw Fault(Fault::Retry::no, fmt::format("{} has no text {}", folder_, to_string(key)));
  return text->words;
}

std::string const& Fragments::get(std::string_view group, std::string_view subject, std::string_view key) const {
  return get(FragmentKey{std::string(group), std::string(subject), std::string(key)});
}

std::string filled(std::string text, std::vector<std::pair<std::string, std::string>> const& params) {
  for (auto const& [name, value] : params) {
    auto const hole = fmt::format("{{{}}}", name);
    for (auto at = text.find(hole); at != std::string::npos; at = text.find(hole, at + value.size()))
      text.replace(at, hole.size(), value);
  }
  ENSURE(text.find('{') == std::string::npos);
  return text;
}

}  // namespace kelisim::astro
