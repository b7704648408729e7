#pragma once

#include "astro/chart.h"
#include "astro/findings.h"

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace kelisim::astro {

/// Something in a brand's data that a person has to mend, in words of that person.
struct Problem {
  std::string file;  ///< as it was opened
  int line = 0;      ///< 1 …; 0 when it concerns the whole file
  std::string words;
};

/// `file:line: words`.
[[nodiscard]] std::string to_string(Problem const& problem);

/// The texts of one language.
class Fragments {
 public:
  struct Text {
    std::string words;
    std::string file;
    int line = 0;
  };

  /// Reads every `*.toml` of the folder; what is no text under a table is a problem.
  [[nodiscard]] static Fragments load(std::filesystem::path const& folder, std::vector<Problem>& problems);

  [[nodiscard]] Text const* find(FragmentKey const& key) const;
  /// Fault that names a key which is missing.
  [[nodiscard]] std::string const& get(FragmentKey const& key) const;
  [[nodiscard]] std::string const& get(std::string_view group, std::string_view subject, std::string_view key) const;
  [[nodiscard]] std::map<FragmentKey, Text> const& all() const { return texts_; }

 private:
  std::map<FragmentKey, Text> texts_;
  std::string folder_;
};

/// The text with `{name}` filled in; a name without a value is a bug.
[[nodiscard]] std::string filled(std::string text, std::vector<std::pair<std::string, std::string>> const& params);

struct Rules;  // services/rules.h

/// `brands/<brand>/astro` read whole: settings, rule tables, the catalogue of actions, texts and deny-lists.
/// Immutable; any thread may read it.
class Content {
 public:
  /// Fault that names the first problem when the rule tables or a language's texts cannot be used.
  [[nodiscard]] static Content load(std::filesystem::path const& brand);
  Content(Content&&) noexcept;
  Content& operator=(Content&&) noexcept;
  ~Content();

  [[nodiscard]] Rules const& rules() const { return *rules_; }
  /// How this brand computes birth charts.
  [[nodiscard]] ChartSettings const& natal_settings() const;
  /// The languages that documents may have; Russian is always one of them and stands first.
  [[nodiscard]] std::vector<std::string> const& languages() const { return languages_; }
  [[nodiscard]] Fragments const& fragments(std::string_view language) const;
  /// BLAKE2b-256 over every file, hex.
  [[nodiscard]] std::string const& hash() const { return hash_; }
  /// What the deny-list of the language finds in a text: each hit as it stands there. Empty is clean.
  [[nodiscard]] std::vector<std::string> denied(std::string_view language, std::string_view text) const;

 private:
  Content();
  struct Parts;
  std::unique_ptr<Rules> rules_;
  std::unique_ptr<Parts> parts_;
  std::vector<std::string> languages_;
  std::string hash_;
};

/// Looks at everything a person may have edited under `brands/<brand>/astro`. Empty: all is well.
[[nodiscard]] std::vector<Problem> check_content(std::filesystem::path const& brand);

}  // namespace kelisim::astro
