#include "astro/content.h"

#include "kernel/fault.h"
#include "text/hash.h"
#include "text/inventory.h"
#include "text/load.h"
#include "text/toml_reader.h"

#include <fmt/format.h>

#include <fstream>
#include <iterator>

namespace kelisim::astro {
namespace {

namespace fs = std::filesystem;

std::string hash_of_tree(fs::path const& folder) {
  std::vector<fs::path> files;
  for (auto const& entry : fs::recursive_directory_iterator(folder))
    if (entry.path().extension() == ".toml") files.push_back(entry.path());
  std::ranges::sort(files);
  std::string hashes;
  for (auto const& file : files) {
    std::ifstream stream(file, std::ios::binary);
    std::string const bytes{std::istreambuf_iterator<char>(stream), {}};
    hashes += fmt::format("{} {}\n", file.lexically_relative(folder).generic_string(), content_hash(bytes));
  }
  return content_hash(hashes);
}

template <class Read>
auto read_table(fs::path const& file, std::vector<Problem>& problems, Read read) {
  auto table = TomlTable::parse(file, problems);
  return read(table);
}

}  // namespace

LoadedContent load_content(fs::path const& brand, std::vector<Problem>& problems) {
  auto const folder = brand / "astro";
  auto const rules = folder / "rules";
  LoadedContent content;
  content.rules.settings = read_table(folder / "settings.toml", problems, read_settings);
  content.rules.natal = read_table(rules / "natal_base.toml", problems, read_natal_rules);
  content.rules.rarity = read_table(rules / "rarity.toml", problems, read_rarity);
  content.rules.sun = read_table(rules / "sun_actions.toml", problems, read_sun_rules);
  content.rules.actions = read_table(folder / "actions.toml", problems, read_actions);
  content.rules.money = read_table(rules / "money.toml", problems, read_money_rules);
  content.rules.answer = read_table(rules / "express_answer.toml", problems, read_answer_rules);
  content.rules.election = read_table(rules / "election.toml", problems, read_election_rules);
  for (auto const& [event, count] : content.rules.money.events) {
    if (!content.rules.election.events.contains(event)) {
      problems.push_back({(rules / "money.toml").string(), 0,
                          fmt::format("event.{} is not among the events of election.toml", event)});
    }
  }
  auto const& languages = content.rules.settings.languages;
  if (languages.empty() || languages.front() != "ru") {
    problems.push_back({(folder / "settings.toml").string(), 0, "languages must begin with \"ru\""});
  }
  for (auto const& language : languages) {
    content.fragments[language] = Fragments::load(folder / "fragments" / language, problems);
    content.deny[language] = DenyList::load(folder / "deny" / (language + ".toml"), problems);
  }
  return content;
}

struct Content::Parts {
  std::map<std::string, Fragments, std::less<>> fragments;
  std::map<std::string, DenyList, std::less<>> deny;
};

Content::Content() = default;
Content::Content(Content&&) noexcept = default;
Content& Content::operator=(Content&&) noexcept = default;
Content::~Content() = default;

Content Content::load(fs::path const& brand) {
  std::vector<Problem> problems;
  auto loaded = load_content(brand, problems);
  if (!problems.empty()) throw Fault(Fault::Retry::no, to_string(problems.front()));
  Content content;
  content.languages_ = loaded.rules.settings.languages;
  content.rules_ = std::make_unique<Rules>(std::move(loaded.rules));
  content.parts_ = std::make_unique<Parts>(std::move(loaded.fragments), std::move(loaded.deny));
  content.hash_ = hash_of_tree(brand / "astro");
  auto const required = required_keys(*content.rules_);
  for (auto const& language : content.languages_) {
    for (auto const& key : required) (void)content.fragments(language).get(key);
  }
  return content;
}

ChartSettings const& Content::natal_settings() const { return rules_->settings.natal; }

Fragments const& Content::fragments(std::string_view language) const {
  auto const found = parts_->fragments.find(language);
  if (found == parts_->fragments.end()) {
    throw Fault(Fault::Retry::no, fmt::format("no texts in the language '{}'", language));
  }
  return found->second;
}

std::vector<std::string> Content::denied(std::string_view language, std::string_view text) const {
  auto const found = parts_->deny.find(language);
  return found == parts_->deny.end() ? std::vector<std::string>{} : found->second.hits(text);
}

}  // namespace kelisim::astro
