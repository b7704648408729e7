#include "text/words.h"

namespace kelisim::astro {
namespace {

struct Point {
  char32_t code = 0;
  std::size_t length = 1;
};

/// Two-byte sequences are enough for our letters; longer ones are signs and part words.
Point point_at(std::string_view text, std::size_t at) {
  auto const lead = static_cast<unsigned char>(text[at]);
  if (lead < 0x80) return {lead, 1};
  if (lead >= 0xC2 && lead < 0xE0 && at + 1 < text.size()) {
    auto const next = static_cast<unsigned char>(text[at + 1]);
    return {(static_cast<char32_t>(lead & 0x1FU) << 6U) | (next & 0x3FU), 2};
  }
  return {0, lead >= 0xF0 ? std::size_t{4} : lead >= 0xE0 ? std::size_t{3} : std::size_t{1}};
}

bool letter(char32_t code) {
  bool const latin = (code >= 'a' && code <= 'z') || (code >= 'A' && code <= 'Z') || (code >= '0' && code <= '9');
  return latin || (code >= 0x400 && code <= 0x52F) || (code >= 0xC0 && code <= 0x24F && code != 0xD7 && code != 0xF7);
}

char32_t small(char32_t code) {
  if (code >= 'A' && code <= 'Z') return code + 32;
  if (code >= 0x410 && code <= 0x42F) return code + 32;
  if (code >= 0x400 && code <= 0x40F) return code + 80;
  if (code >= 0x48A && code <= 0x52F && code != 0x4C0 && !(code > 0x4C0 && code < 0x4CF)) return code | 1U;
  return code;
}

void append(std::string& out, char32_t code) {
  if (code < 0x80) {
    out += static_cast<char>(code);
  } else {
    out += static_cast<char>(0xC0U | (code >> 6U));
    out += static_cast<char>(0x80U | (code & 0x3FU));
  }
}

}  // namespace

std::vector<Word> words_of(std::string_view text) {
  std::vector<Word> words;
  bool inside = false;
  for (std::size_t at = 0; at < text.size();) {
    auto const point = point_at(text, at);
    bool const part = letter(point.code);
    if (part && !inside) words.push_back({.small = {}, .from = at, .to = at});
    if (part) {
      append(words.back().small, small(point.code));
      words.back().to = at + point.length;
    }
    inside = part;
    at += point.length;
  }
  return words;
}

std::vector<std::string> sentences_of(std::string_view text) {
  std::vector<std::string> sentences;
  std::size_t from = 0;
  auto const close = [&](std::size_t to) {
    if (to > from) sentences.emplace_back(text.substr(from, to - from));
  };
  for (std::size_t at = 0; at + 1 < text.size(); ++at) {
    bool const ends = text[at] == '.' || text[at] == '!' || text[at] == '?' || text.substr(at).starts_with("… ");
    auto const after = text[at] == '.' || text[at] == '!' || text[at] == '?' ? at + 1 : at + 3;
    if (!ends || after >= text.size() || text[after] != ' ') continue;
    close(after);
    from = after + 1;
    at = after;
  }
  close(text.size());
  return sentences;
}

}  // namespace kelisim::astro
