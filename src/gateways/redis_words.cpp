#include "redis_words.h"

#include "kernel/digits.h"

namespace kelisim::gateways {
namespace {

constexpr std::size_t number_letters_max = 5;

/// What is left to read of one command.
struct Rest {
  std::string_view bytes;
  bool wrong = false;

  /// `<mark><number>\r\n`. Nothing where it is not all there yet, or is something else.
  std::optional<std::size_t> number(char mark, std::size_t max) {
    if (bytes.empty()) return std::nullopt;
    auto const end = bytes.find("\r\n");
    if (bytes.front() != mark || (end == std::string_view::npos && bytes.size() > number_letters_max + 2)) {
      wrong = true;
      return std::nullopt;
    }
    if (end == std::string_view::npos) return std::nullopt;
    auto const letters = bytes.substr(1, end - 1);
    auto const number = letters.size() <= number_letters_max ? parse_digits(letters) : std::nullopt;
    if (!number || static_cast<std::size_t>(*number) > max) {
      wrong = true;
      return std::nullopt;
    }
    bytes.remove_prefix(end + 2);
    return static_cast<std::size_t>(*number);
  }

  std::optional<std::string> word(std::size_t max) {
    auto const size = number('$', max);
    if (!size || bytes.size() < *size + 2) return std::nullopt;
    if (bytes.substr(*size, 2) != "\r\n") {
      wrong = true;
      return std::nullopt;
    }
    std::string word(bytes.substr(0, *size));
    bytes.remove_prefix(*size + 2);
    return word;
  }
};

}  // namespace

std::optional<std::vector<std::string>> RedisWords::next() {
  if (broken_) return std::nullopt;
  Rest rest{waiting_};
  std::vector<std::string> words;
  auto const count = rest.number('*', words_max);
  while (count && words.size() < *count) {
    auto word = rest.word(command_bytes_max);
    if (!word) break;
    words.push_back(std::move(*word));
  }
  if (count && words.size() == *count && *count > 0) {
    waiting_.erase(0, waiting_.size() - rest.bytes.size());
    return words;
  }
  if (rest.wrong || (count && *count == 0) || waiting_.size() > command_bytes_max) {
    broken_ = true;
    waiting_.clear();
  }
  return std::nullopt;
}

}  // namespace kelisim::gateways
