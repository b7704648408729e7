#include "text/inventory.h"
#include "text/load.h"
#include "text/words.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <set>

/// What a person may have done wrong in the texts, told so that the person can mend it.
namespace kelisim::astro {
namespace {

constexpr std::size_t words_max = 70;
constexpr std::size_t words_min_of_paragraph = 6;
constexpr std::array placeholders = {"{date}", "{time}", "{degree}", "{name}", "{minutes}", "{from}", "{to}"};

/// Names, titles and headings: anything but a whole sentence.
bool is_name(FragmentKey const& key) {
  if (key.group == "document") return true;
  if (key.group == "label") return key.subject != "joint";
  if (key.group == "frame") return key.subject == "term" || key.subject == "heading";
  if (key.group == "election") return key.subject == "event";
  if (key.group == "answer") return key.subject == "category";
  return key.group == "action" && key.key == "title";
}

bool is_short(FragmentKey const& key) { return key.group == "label" || key.group == "frame"; }

bool ends_as_a_sentence(std::string_view text) {
  for (auto const end : {".", "!", "?", "…", ".»", ":", ".\""})
    if (text.ends_with(end)) return true;
  return false;
}

void check_placeholders(std::string_view text, auto const& complain) {
  for (auto at = text.find_first_of("{}"); at != std::string_view::npos; at = text.find_first_of("{}", at + 1)) {
    auto const known =
        std::ranges::find_if(placeholders, [&](auto hole) { return text.substr(at).starts_with(hole); });
    if (known == placeholders.end()) {
      complain(fmt::format("has a brace that opens none of {}", fmt::join(placeholders, " ")));
      return;
    }
    at += std::string_view(*known).size() - 1;
  }
}

void check_form(FragmentKey const& key, std::string_view text, auto const& complain) {
  auto const count = words_of(text).size();
  if (count > words_max) complain(fmt::format("has {} words; {} are the most that fit", count, words_max));
  if (text.find('\n') != std::string_view::npos) complain("must stand on one line");
  if (text.starts_with(' ') || text.ends_with(' ')) complain("begins or ends with a space");
  check_placeholders(text, complain);
  if (is_name(key)) {
    if (count == 0) complain("has no words");
    return;
  }
  if (!ends_as_a_sentence(text)) complain("must be whole sentences: it lacks a full stop at its end");
  if (!is_short(key) && count < words_min_of_paragraph) {
    complain(fmt::format("has {} words; a paragraph needs at least {}", count, words_min_of_paragraph));
  }
}

/// A document must not say one sentence twice, so no two texts may share one.
void check_repeats(Fragments const& fragments, std::vector<Problem>& problems) {
  std::map<std::string, FragmentKey> told;
  for (auto const& [key, text] : fragments.all()) {
    if (is_name(key)) continue;
    for (auto const& sentence : sentences_of(text.words)) {
      auto const [first, fresh] = told.emplace(sentence, key);
      if (fresh || first->second == key) continue;
      problems.push_back({text.file, text.line,
                          fmt::format("{}.{} says the very words of {}: «{}»; write one of them otherwise",
                                      key.subject, key.key, to_string(first->second), sentence)});
    }
  }
}

void check_language(std::string const& language, Fragments const& fragments, DenyList const& deny,
                    std::set<FragmentKey> const& required, std::vector<Problem>& problems) {
  for (auto const& key : required) {
    if (fragments.find(key) != nullptr) continue;
    problems.push_back({fmt::format("fragments/{}/{}.toml", language, key.group), 0,
                        fmt::format("the text {} is missing: add it under [{}]", key.key, key.subject)});
  }
  for (auto const& [key, text] : fragments.all()) {
    auto const complain = [&](std::string_view words) {
      problems.push_back({text.file, text.line, fmt::format("{}.{} {}", key.subject, key.key, words)});
    };
    if (!required.contains(key) && !permitted(key)) {
      complain("is not known: no rule asks for it; is it a slip of the pen?");
    }
    check_form(key, text.words, complain);
    for (auto const& hit : deny.hits(text.words)) {
      if (key != FragmentKey{"frame", "notice", "recommendation"}) {
        complain(fmt::format("says «{}», which the deny-list forbids; say it otherwise", hit));
      }
    }
  }
  check_repeats(fragments, problems);
}

}  // namespace

std::vector<Problem> check_content(std::filesystem::path const& brand) {
  std::vector<Problem> problems;
  auto const content = load_content(brand, problems);
  auto const required = required_keys(content.rules);
  for (auto const& [language, fragments] : content.fragments) {
    check_language(language, fragments, content.deny.at(language), required, problems);
  }
  return problems;
}

}  // namespace kelisim::astro
