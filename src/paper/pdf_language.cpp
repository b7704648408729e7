#include "pdf_language.h"

#include <fmt/format.h>

#include <charconv>
#include <optional>

namespace kelisim::paper {
namespace {

/// The number after `key`, searched from `from`.
std::optional<std::size_t> number_after(std::string_view text, std::string_view key, std::size_t from) {
  auto const at = text.find(key, from);
  if (at == std::string_view::npos) return std::nullopt;
  auto const start = text.find_first_of("0123456789", at + key.size());
  if (start == std::string_view::npos) return std::nullopt;
  std::size_t value = 0;
  auto const read = std::from_chars(text.data() + start, text.data() + text.size(), value);
  return read.ec == std::errc{} ? std::optional(value) : std::nullopt;
}

}  // namespace

std::string with_language(std::string pdf, std::string_view language) {
  auto const trailer = pdf.rfind("\ntrailer");
  if (trailer == std::string::npos) return pdf;
  auto const root = number_after(pdf, "/Root", trailer);
  auto const previous = number_after(pdf, "startxref", trailer);
  auto const open = pdf.find("<<", trailer);
  auto const shut = pdf.find(">>", trailer);
  if (!root || !previous || open == std::string::npos || shut == std::string::npos) return pdf;
  auto const object = pdf.rfind(fmt::format("\n{} 0 obj", *root));
  auto const dictionary = pdf.find("<<", object);
  auto const end = pdf.find("endobj", object);
  if (object == std::string::npos || dictionary == std::string::npos || end == std::string::npos) return pdf;
  auto const catalogue =
      fmt::format("{} 0 obj\n<< /Lang ({})\n   /ViewerPreferences << /DisplayDocTitle true >>{}endobj\n", *root,
                  language, pdf.substr(dictionary + 2, end - dictionary - 2));
  auto const trailer_body = pdf.substr(open + 2, shut - open - 2);
  auto const catalogue_at = pdf.size();
  pdf += catalogue;
  auto const table_at = pdf.size();
  pdf += fmt::format("xref\n{} 1\n{:010} 00000 n \ntrailer\n<<{}   /Prev {}\n>>\nstartxref\n{}\n%%EOF\n", *root,
                     catalogue_at, trailer_body, *previous, table_at);
  return pdf;
}

}  // namespace kelisim::paper
