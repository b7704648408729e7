#pragma once

#include <cstdint>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

/// Looks for planted words in the bytes of files, however they may have been written down.
namespace kelisim::test {

namespace scan {

inline std::string hex(std::string_view bytes, std::string_view digits) {
  std::string text;
  for (auto const c : bytes) {
    auto const byte = static_cast<unsigned char>(c);
    text += digits[byte >> 4U];
    text += digits[byte & 15U];
  }
  return text;
}

/// The characters of base64 that `bytes` give for certain when they begin `skipped` bytes into a group of three.
inline std::string base64_inside(std::string_view bytes, std::size_t skipped, std::string_view alphabet) {
  std::string const shifted = std::string(skipped, '\0') + std::string(bytes);
  std::string text;
  for (std::size_t at = 0; at + 3 <= shifted.size(); at += 3) {
    auto const byte = [&](std::size_t i) { return std::uint32_t{static_cast<unsigned char>(shifted[at + i])}; };
    auto const group = byte(0) << 16U | byte(1) << 8U | byte(2);
    for (int shift = 18; shift >= 0; shift -= 6) text += alphabet[(group >> static_cast<unsigned>(shift)) & 63U];
  }
  return skipped == 0 ? text : text.substr(4);  // the first group depends on what stood before
}

/// UTF-16 of text within the basic plane.
inline std::string utf16(std::string_view utf8, bool big_endian) {
  std::string text;
  for (std::size_t at = 0; at < utf8.size();) {
    auto const byte = [&](std::size_t i) { return std::uint32_t{static_cast<unsigned char>(utf8[at + i])}; };
    std::uint32_t point = byte(0);
    std::size_t length = 1;
    if (point >= 0xe0) {
      point = (point & 15U) << 12U | (byte(1) & 63U) << 6U | (byte(2) & 63U);
      length = 3;
    } else if (point >= 0xc0) {
      point = (point & 31U) << 6U | (byte(1) & 63U);
      length = 2;
    }
    auto const high = static_cast<char>(point >> 8U);
    auto const low = static_cast<char>(point & 255U);
    text += big_endian ? high : low;
    text += big_endian ? low : high;
    at += length;
  }
  return text;
}

}  // namespace scan

/// Every way in which the word may stand in a file: UTF-8, UTF-16, hexadecimal, base64 at each alignment, and
/// base64url.
inline std::vector<std::string> spellings(std::string_view word) {
  constexpr std::string_view plain = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  constexpr std::string_view url = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  std::vector<std::string> all{std::string(word), scan::utf16(word, false), scan::utf16(word, true),
                               scan::hex(word, "0123456789abcdef"), scan::hex(word, "0123456789ABCDEF")};
  for (std::size_t skipped = 0; skipped < 3; ++skipped) {
    for (auto const alphabet : {plain, url}) {
      auto const text = scan::base64_inside(word, skipped, alphabet);
      if (text.size() >= 6) all.push_back(text);
    }
  }
  return all;
}

/// `file: word` for each word that some file under the folder holds, in whatever spelling.
inline std::vector<std::string> found_under(std::filesystem::path const& folder,
                                            std::vector<std::string> const& words) {
  std::vector<std::string> found;
  for (auto const& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (!entry.is_regular_file()) continue;
    std::ifstream in(entry.path(), std::ios::binary);
    std::ostringstream all;
    all << in.rdbuf();
    auto const bytes = std::move(all).str();
    for (auto const& word : words) {
      for (auto const& spelling : spellings(word)) {
        if (::memmem(bytes.data(), bytes.size(), spelling.data(), spelling.size()) == nullptr) continue;
        found.push_back(entry.path().filename().string() + ": " + word);
        break;
      }
    }
  }
  return found;
}

}  // namespace kelisim::test
