#include "terms/document.h"

#include "kernel/ensure.h"

#include <fmt/format.h>
#include <sodium.h>

#include <array>

namespace kelisim::terms {
namespace {

std::string blake2b_hex(std::string_view bytes) {
  std::array<unsigned char, 32> hash{};
  crypto_generichash(hash.data(), hash.size(), reinterpret_cast<unsigned char const*>(bytes.data()), bytes.size(),
                     nullptr, 0);
  std::string hex(hash.size() * 2 + 1, '\0');
  sodium_bin2hex(hex.data(), hex.size(), hash.data(), hash.size());
  hex.pop_back();
  return hex;
}

bool digit(char c) { return c >= '0' && c <= '9'; }

/// The number at the beginning of a line (`4.2.17(a)` of `4.2.17(a). Text`), empty when there is none. A number alone
/// ("1. ") counts only in headings: in a text it would be an item of a list.
std::string_view leading_number(std::string_view line, bool in_heading) {
  std::size_t at = 0;
  bool dotted = false;
  while (true) {
    auto const start = at;
    while (at < line.size() && digit(line[at])) ++at;
    if (at == start) return {};
    if (at + 1 < line.size() && line[at] == '.' && digit(line[at + 1])) {
      dotted = true;
      ++at;
      continue;
    }
    break;
  }
  if (at + 2 < line.size() && line[at] == '(' && line[at + 2] == ')') at += 3;
  if (at + 1 >= line.size() || line[at] != '.' || line[at + 1] != ' ') return {};
  return dotted || in_heading ? line.substr(0, at) : std::string_view{};
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && (text.back() == '\n' || text.back() == ' ')) text.remove_suffix(1);
  while (!text.empty() && (text.front() == '\n' || text.front() == ' ')) text.remove_prefix(1);
  return text;
}

}  // namespace

std::vector<Paragraph> split_paragraphs(std::string_view text) {
  std::vector<Paragraph> paragraphs{{.number = "preamble", .title = {}, .text = {}}};
  while (!text.empty()) {
    auto const end = text.find('\n');
    auto const line = text.substr(0, end);
    text = end == std::string_view::npos ? std::string_view{} : text.substr(end + 1);
    if (line.starts_with("# ")) continue;
    if (line.starts_with("##")) {
      auto const title = trimmed(line.substr(line.find_first_not_of('#')));
      auto const number = leading_number(title, true);
      if (number.empty()) {
        paragraphs.push_back({"contact block", std::string(title), {}});
      } else {
        paragraphs.push_back({std::string(number), std::string(trimmed(title.substr(number.size() + 1))), {}});
      }
    } else if (auto const number = leading_number(line, false); !number.empty()) {
      paragraphs.push_back({std::string(number), {}, std::string(trimmed(line.substr(number.size() + 1))) + "\n"});
    } else {
      paragraphs.back().text.append(line).append("\n");
    }
  }
  for (auto& paragraph : paragraphs) paragraph.text = std::string(trimmed(paragraph.text));
  return paragraphs;
}

Edition Edition::make(std::string_view document, std::string_view version,
                      std::map<std::string, std::string, std::less<>> const& bytes_by_language) {
  Edition edition{
      .document = std::string(document), .version = std::string(version), .texts = {}, .content_hash = {}};
  auto lines = fmt::format("{}/{}\n", document, version);
  for (auto const& [language, bytes] : bytes_by_language) {
    auto hash = blake2b_hex(bytes);
    lines += fmt::format("{} {}\n", language, hash);
    edition.texts.emplace(language, DocumentText{bytes, std::move(hash), split_paragraphs(bytes)});
  }
  edition.content_hash = blake2b_hex(lines);
  return edition;
}

std::optional<std::string_view> Edition::paragraph(std::string_view language, std::string_view number) const {
  auto const text = texts.find(language);
  if (text == texts.end()) return std::nullopt;
  for (auto const& paragraph : text->second.paragraphs) {
    if (paragraph.number == number) return paragraph.text.empty() ? paragraph.title : paragraph.text;
  }
  return std::nullopt;
}

void DocumentBook::add(Edition edition) {
  auto& of_document = editions_[edition.document];
  auto version = edition.version;
  ENSURE(of_document.emplace(std::move(version), std::move(edition)).second);
}

void DocumentBook::set_first(std::string_view document, FirstEdition first) {
  first_.insert_or_assign(std::string(document), std::move(first));
}

Edition const* DocumentBook::find(std::string_view document, std::string_view version) const {
  auto const of_document = editions_.find(document);
  if (of_document == editions_.end()) return nullptr;
  auto const found = of_document->second.find(version);
  return found == of_document->second.end() ? nullptr : &found->second;
}

std::vector<Edition const*> DocumentBook::editions(std::string_view document) const {
  std::vector<Edition const*> found;
  auto const of_document = editions_.find(document);
  if (of_document == editions_.end()) return found;
  for (auto const& [version, edition] : of_document->second) found.push_back(&edition);
  return found;
}

std::vector<std::string> DocumentBook::documents() const {
  std::vector<std::string> names;
  for (auto const& [name, editions] : editions_) names.push_back(name);
  return names;
}

FirstEdition const& DocumentBook::first(std::string_view document) const {
  auto const found = first_.find(document);
  ENSURE(found != first_.end());
  return found->second;
}

}  // namespace kelisim::terms
