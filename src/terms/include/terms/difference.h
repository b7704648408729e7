#pragma once

#include "terms/document.h"
#include "terms/terms.h"

#include <boost/describe.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// What one edition changes against another: the values of the terms leaf by leaf, the texts paragraph by paragraph
/// and word by word. Pure. HAR-4.2.3a: "Publish every change of rules and of the offer on the service so that users
/// can follow changes, with date and list of differences."
namespace kelisim::terms {

enum class Change : std::uint8_t { added = 1, removed = 2, changed = 3 };
BOOST_DESCRIBE_ENUM(Change, added, removed, changed)

/// A value as the files state it. `before` is absent for an added leaf, `after` for a removed one.
struct TermChange {
  std::string key;  ///< `cancellation.window_hours`
  Change change;
  std::optional<std::string> before;
  std::optional<std::string> after;
  std::string clause;  ///< the ledger row beside the newer of the two
};

/// By key.
[[nodiscard]] std::vector<TermChange> changed_terms(Terms const& before, Terms const& after);

enum class Part : std::uint8_t { same = 1, removed = 2, added = 3 };
BOOST_DESCRIBE_ENUM(Part, same, removed, added)

/// A run of words with the spaces that follow them. The parts that are not `added` spell the former text, those that
/// are not `removed` the new one.
struct TextPart {
  Part part;
  std::string text;
};

struct ParagraphChange {
  std::string number;
  std::string title;  ///< of the newer of the two
  Change change;
  std::vector<TextPart> parts;
};

/// In the order of the new text; removed paragraphs stand after the last that kept its place before them.
[[nodiscard]] std::vector<ParagraphChange> changed_paragraphs(std::vector<Paragraph> const& before,
                                                              std::vector<Paragraph> const& after);

/// Word by word, by a longest common subsequence. Texts of more words than `words_max` are replaced as a whole.
inline constexpr std::size_t words_max = 2000;
[[nodiscard]] std::vector<TextPart> changed_words(std::string_view before, std::string_view after);

}  // namespace kelisim::terms
