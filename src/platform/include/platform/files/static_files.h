#pragma once

#include <cstddef>
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <string_view>

namespace kelisim::files {

/// One file ready to be sent, with the spellings that were compressed beforehand (`x.js.br`, `x.js.gz`).
struct StaticFile {
  std::string content_type;
  std::string etag;        ///< quoted; of the plain content
  bool immutable = false;  ///< its name holds a hash of its content (everything under `assets/`)
  std::shared_ptr<std::string const> plain;
  std::shared_ptr<std::string const> br;  ///< null where there is none
  std::shared_ptr<std::string const> gz;
};

/// A folder read into memory once, so that a request can name nothing but what was there at the start: no path is
/// ever joined with what a client sent. Links, hidden files and files of unknown types are left out.
class StaticFiles {
 public:
  static constexpr std::size_t bytes_max = 64 * 1024 * 1024;  ///< of the whole folder; more is a Fault

  StaticFiles() = default;
  /// A folder that is not there holds nothing.
  explicit StaticFiles(std::filesystem::path const& folder);

  /// `path` as in the URL without the slash in front: `assets/app.3f2a.js`.
  [[nodiscard]] StaticFile const* find(std::string_view path) const;
  [[nodiscard]] bool empty() const noexcept { return files_.empty(); }

 private:
  std::map<std::string, StaticFile, std::less<>> files_;
};

}  // namespace kelisim::files
