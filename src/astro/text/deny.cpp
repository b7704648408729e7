#include "text/deny.h"

#include "text/toml_reader.h"
#include "text/words.h"

namespace kelisim::astro {

enum class Reason : std::uint8_t { medical, legal, investment, death, fate };
template <>
inline constexpr auto names<Reason> =
    std::to_array<std::string_view>({"medical", "legal", "investment", "death", "fate"});

DenyList DenyList::load(std::filesystem::path const& file, std::vector<Problem>& problems) {
  DenyList list;
  auto table = TomlTable::parse(file, problems);
  for (auto& row : table.tables("deny")) {
    std::vector<std::string> stems;
    for (auto& word : words_of(row.text("words"))) stems.push_back(std::move(word.small));
    (void)row.one_of<Reason>("reason");
    row.finish();
    if (stems.empty())
      row.problem("words", "has no word");
    else
      list.entries_.push_back(std::move(stems));
  }
  table.finish();
  return list;
}

std::vector<std::string> DenyList::hits(std::string_view text) const {
  std::vector<std::string> found;
  auto const words = words_of(text);
  for (auto const& stems : entries_) {
    for (std::size_t at = 0; at + stems.size() <= words.size(); ++at) {
      bool all = true;
      for (std::size_t i = 0; all && i < stems.size(); ++i) all = words[at + i].small.starts_with(stems[i]);
      if (all) found.emplace_back(text.substr(words[at].from, words[at + stems.size() - 1].to - words[at].from));
    }
  }
  return found;
}

}  // namespace kelisim::astro
