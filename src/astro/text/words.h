#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace kelisim::astro {

/// A word of a text, in small letters, with the bytes where it stands.
struct Word {
  std::string small;
  std::size_t from = 0;
  std::size_t to = 0;
};

/// Words of Russian, Kazakh and English text in UTF-8; hyphens and apostrophes part words.
[[nodiscard]] std::vector<Word> words_of(std::string_view text);

/// Sentences: parted after `.`, `!`, `?` or `…` that a space follows.
[[nodiscard]] std::vector<std::string> sentences_of(std::string_view text);

}  // namespace kelisim::astro
