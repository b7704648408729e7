#include "places/fold.h"

#include <glib.h>

#include <array>
#include <cstdint>
#include <vector>

namespace kelisim::astro {
namespace {

constexpr char32_t first_unknown = 0x2000;

struct Folded {
  std::array<char, 4> bytes{};
  std::uint8_t size = 0;
};

struct Exception {
  char32_t letter;
  std::string_view folded;
};

/// Letters, already in lower case, that Unicode does not take apart.
constexpr std::array exceptions = {
    Exception{U'қ', "к"}, Exception{U'ғ', "г"}, Exception{U'ң', "н"},  Exception{U'ө', "о"},  Exception{U'ұ', "у"},
    Exception{U'ү', "у"}, Exception{U'і', "и"}, Exception{U'ә', "а"},  Exception{U'һ', "х"},  Exception{U'є', "е"},
    Exception{U'ґ', "г"}, Exception{U'ҳ', "х"}, Exception{U'ҷ', "ч"},  Exception{U'ӊ', "н"},  Exception{U'ъ', ""},
    Exception{U'ь', ""},  Exception{U'ı', "i"}, Exception{U'ł', "l"},  Exception{U'ø', "o"},  Exception{U'đ', "d"},
    Exception{U'ð', "d"}, Exception{U'ə', "a"}, Exception{U'ß', "ss"}, Exception{U'æ', "ae"}, Exception{U'œ', "oe"},
    Exception{U'þ', "th"}};

Folded from_bytes(std::string_view text) {
  Folded folded;
  for (auto const byte : text) folded.bytes[folded.size++] = byte;
  return folded;
}

bool ours(gunichar letter) {
  if (letter >= first_unknown || !g_unichar_isalnum(letter)) return false;
  auto const script = g_unichar_get_script(letter);
  return script == G_UNICODE_SCRIPT_LATIN || script == G_UNICODE_SCRIPT_GREEK ||
         script == G_UNICODE_SCRIPT_CYRILLIC || (letter >= U'0' && letter <= U'9');
}

Folded fold_letter(char32_t letter) {
  std::array<gunichar, 8> parts{};
  g_unichar_fully_decompose(g_unichar_tolower(letter), FALSE, parts.data(), parts.size());
  auto const base = parts[0];
  if (!ours(base)) return {};
  for (auto const& [exception, folded] : exceptions) {
    if (base == exception) return from_bytes(folded);
  }
  std::array<char, 6> utf8{};
  auto const size = g_unichar_to_utf8(base, utf8.data());
  return from_bytes({utf8.data(), static_cast<std::size_t>(size)});
}

std::vector<Folded> const& table() {
  static auto const letters = [] {
    std::vector<Folded> all(first_unknown);
    for (char32_t letter = 0; letter < first_unknown; ++letter) all[letter] = fold_letter(letter);
    return all;
  }();
  return letters;
}

/// The code point at `at`, which moves behind it; anything of no interest to us is 0.
char32_t next_letter(std::string_view text, std::size_t& at) {
  auto const lead = static_cast<unsigned char>(text[at++]);
  if (lead < 0x80) return lead;
  auto const follow = lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : lead >= 0xC0 ? 1 : 0;
  char32_t letter = lead & (0x3FU >> follow);
  for (int i = 0; i < follow; ++i) {
    if (at >= text.size() || (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U) return 0;
    letter = (letter << 6U) | (static_cast<unsigned char>(text[at++]) & 0x3FU);
  }
  return follow == 0 || letter >= first_unknown ? 0 : letter;
}

}  // namespace

void fold_into(std::string& folded, std::string_view name) {
  auto const& letters = table();
  for (std::size_t at = 0; at < name.size();) {
    auto const& letter = letters[next_letter(name, at)];
    folded.append(letter.bytes.data(), letter.size);
  }
}

std::string fold(std::string_view name) {
  std::string folded;
  folded.reserve(name.size());
  fold_into(folded, name);
  return folded;
}

}  // namespace kelisim::astro
