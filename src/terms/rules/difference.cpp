#include "terms/difference.h"

#include <algorithm>

namespace kelisim::terms {
namespace {

/// Words with the spaces behind them.
std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  std::size_t start = 0;
  while (start < text.size()) {
    auto const word = std::min(text.find_first_of(" \n", start), text.size());
    auto const end = std::min(text.find_first_not_of(" \n", word), text.size());
    words.push_back(text.substr(start, end - start));
    start = end;
  }
  return words;
}

void append(std::vector<TextPart>& parts, Part part, std::string_view text) {
  if (text.empty()) return;
  if (!parts.empty() && parts.back().part == part) {
    parts.back().text.append(text);
  } else {
    parts.push_back({part, std::string(text)});
  }
}

std::vector<TextPart> replaced(std::string_view before, std::string_view after) {
  std::vector<TextPart> parts;
  append(parts, Part::removed, before);
  append(parts, Part::added, after);
  return parts;
}

Paragraph const* find(std::vector<Paragraph> const& paragraphs, std::string_view number) {
  auto const found = std::ranges::find(paragraphs, number, &Paragraph::number);
  return found == paragraphs.end() ? nullptr : &*found;
}

std::string whole(Paragraph const& paragraph) {
  return paragraph.title.empty() || paragraph.text.empty() ? paragraph.title + paragraph.text
                                                           : paragraph.title + "\n\n" + paragraph.text;
}

}  // namespace

std::vector<TermChange> changed_terms(Terms const& before, Terms const& after) {
  std::vector<TermChange> changes;
  for (auto const& [key, leaf] : before.stated) {
    auto const found = after.stated.find(key);
    if (found == after.stated.end()) {
      changes.push_back({key, Change::removed, leaf.value, std::nullopt, leaf.clause});
    } else if (found->second.value != leaf.value) {
      changes.push_back({key, Change::changed, leaf.value, found->second.value, found->second.clause});
    }
  }
  for (auto const& [key, leaf] : after.stated) {
    if (!before.stated.contains(key)) changes.push_back({key, Change::added, std::nullopt, leaf.value, leaf.clause});
  }
  std::ranges::sort(changes, {}, &TermChange::key);
  return changes;
}

std::vector<TextPart> changed_words(std::string_view before, std::string_view after) {
  auto const old_words = words_of(before);
  auto const new_words = words_of(after);
  if (old_words.size() > words_max || new_words.size() > words_max) return replaced(before, after);
  auto const width = new_words.size() + 1;
  // common[i, j]: the longest common subsequence of old_words from i and new_words from j.
  std::vector<std::uint16_t> common((old_words.size() + 1) * width);
  for (auto i = old_words.size(); i-- > 0;) {
    for (auto j = new_words.size(); j-- > 0;) {
      common[i * width + j] = old_words[i] == new_words[j]
                                  ? static_cast<std::uint16_t>(common[(i + 1) * width + j + 1] + 1)
                                  : std::max(common[(i + 1) * width + j], common[i * width + j + 1]);
    }
  }
  std::vector<TextPart> parts;
  std::size_t i = 0;
  std::size_t j = 0;
  while (i < old_words.size() && j < new_words.size()) {
    if (old_words[i] == new_words[j]) {
      append(parts, Part::same, old_words[i]);
      ++i;
      ++j;
    } else if (common[(i + 1) * width + j] >= common[i * width + j + 1]) {
      append(parts, Part::removed, old_words[i++]);
    } else {
      append(parts, Part::added, new_words[j++]);
    }
  }
  while (i < old_words.size()) append(parts, Part::removed, old_words[i++]);
  while (j < new_words.size()) append(parts, Part::added, new_words[j++]);
  return parts;
}

std::vector<ParagraphChange> changed_paragraphs(std::vector<Paragraph> const& before,
                                                std::vector<Paragraph> const& after) {
  std::vector<ParagraphChange> changes;
  std::size_t next = 0;  // the first paragraph of `before` that has not been looked at
  auto const take_removed = [&](std::size_t until) {
    for (; next < until; ++next) {
      auto const& gone = before[next];
      if (find(after, gone.number) != nullptr) continue;
      changes.push_back({gone.number, gone.title, Change::removed, replaced(whole(gone), "")});
    }
  };
  for (auto const& paragraph : after) {
    auto const* const former = find(before, paragraph.number);
    if (former == nullptr) {
      changes.push_back({paragraph.number, paragraph.title, Change::added, replaced("", whole(paragraph))});
      continue;
    }
    take_removed(static_cast<std::size_t>(former - before.data()));
    if (whole(*former) == whole(paragraph)) continue;
    changes.push_back(
        {paragraph.number, paragraph.title, Change::changed, changed_words(whole(*former), whole(paragraph))});
  }
  take_removed(before.size());
  return changes;
}

}  // namespace kelisim::terms
