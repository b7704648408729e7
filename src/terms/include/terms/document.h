#pragma once

#include "kernel/instant.h"

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kelisim::terms {

/// A numbered place of a document. `number` is the clause number of the ledger ("3.8", "4.2.17(a)", "1", "preamble",
/// "contact block"). A section has a title; its text may be empty.
struct Paragraph {
  std::string number;
  std::string title;
  std::string text;
};

/// One language of one edition. `bytes` is the file as it is: what is hashed, downloaded and accepted.
struct DocumentText {
  std::string bytes;
  std::string hash;                   ///< BLAKE2b-256 of `bytes`, in hex
  std::vector<Paragraph> paragraphs;  ///< in the order of the text
};

/// One edition of one document in all its languages. Immutable.
struct Edition {
  std::string document;                                    ///< "offer", "privacy"
  std::string version;                                     ///< its date
  std::map<std::string, DocumentText, std::less<>> texts;  ///< by language
  /// BLAKE2b-256 in hex over the lines `document/version` and, by language in alphabetical order, `language hash`,
  /// each ended by a newline: whoever has the texts can compute it.
  std::string content_hash;

  /// The text is split and both hashes are computed.
  [[nodiscard]] static Edition make(std::string_view document, std::string_view version,
                                    std::map<std::string, std::string, std::less<>> const& bytes_by_language);

  /// The wording of a paragraph, or nothing.
  [[nodiscard]] std::optional<std::string_view> paragraph(std::string_view language, std::string_view number) const;
};

/// Splits a text: `## 3. Title` begins section 3, a line that begins `3.8. ` begins paragraph 3.8, each lasts until
/// the next; what stands before the first section is the preamble, without the title of the document.
[[nodiscard]] std::vector<Paragraph> split_paragraphs(std::string_view text);

/// The edition that brand.toml says is in force at the first start of a server; later ones are published
/// (editions.h).
struct FirstEdition {
  std::string version;
  Instant effective_at;
};

/// The documents of a brand with all editions that the folder holds.
class DocumentBook {
 public:
  void add(Edition edition);
  void set_first(std::string_view document, FirstEdition first);

  /// Null when the folder has no such edition.
  [[nodiscard]] Edition const* find(std::string_view document, std::string_view version) const;
  /// By version, oldest first; empty for an unknown document.
  [[nodiscard]] std::vector<Edition const*> editions(std::string_view document) const;
  [[nodiscard]] std::vector<std::string> documents() const;
  [[nodiscard]] FirstEdition const& first(std::string_view document) const;

 private:
  std::map<std::string, std::map<std::string, Edition, std::less<>>, std::less<>> editions_;
  std::map<std::string, FirstEdition, std::less<>> first_;
};

}  // namespace kelisim::terms
