#include "platform/files/static_files.h"

#include "files/etag.h"
#include "kernel/ensure.h"
#include "kernel/fault.h"

#include <sodium.h>

#include <fstream>
#include <iterator>

namespace kelisim::files {
namespace {

namespace fs = std::filesystem;

std::optional<std::string_view> type_of(std::string_view extension) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 17> types{{
      {".html", "text/html; charset=utf-8"},
      {".js", "text/javascript; charset=utf-8"},
      {".mjs", "text/javascript; charset=utf-8"},
      {".css", "text/css; charset=utf-8"},
      {".json", "application/json"},
      {".webmanifest", "application/manifest+json"},
      {".svg", "image/svg+xml"},
      {".png", "image/png"},
      {".jpg", "image/jpeg"},
      {".jpeg", "image/jpeg"},
      {".webp", "image/webp"},
      {".avif", "image/avif"},
      {".ico", "image/x-icon"},
      {".woff2", "font/woff2"},
      {".wasm", "application/wasm"},
      {".txt", "text/plain; charset=utf-8"},
      {".xml", "application/xml"},
  }};
  auto const found = std::ranges::find(types, extension, &std::pair<std::string_view, std::string_view>::first);
  return found == types.end() ? std::nullopt : std::optional(found->second);
}

std::string read_all(fs::path const& path) {
  std::ifstream in(path, std::ios::binary);
  std::string text{std::istreambuf_iterator<char>(in), {}};
  if (!in) throw Fault(Fault::Retry::no, "a file of the web client cannot be read");
  return text;
}

}  // namespace

StaticFiles::StaticFiles(fs::path const& folder) {
  ENSURE(sodium_init() >= 0);
  if (!fs::is_directory(folder)) return;
  std::map<std::string, std::string> found;
  std::size_t total = 0;
  for (auto it = fs::recursive_directory_iterator(folder); it != fs::recursive_directory_iterator(); ++it) {
    bool const hidden = it->path().filename().string().starts_with('.');
    if (hidden || it->is_symlink()) {
      it.disable_recursion_pending();
      continue;
    }
    if (!it->is_regular_file()) continue;
    total += it->file_size();
    if (total > bytes_max) throw Fault(Fault::Retry::no, "the web client's folder is too large");
    found.emplace(it->path().lexically_relative(folder).generic_string(), read_all(it->path()));
  }
  auto const packed = [&](std::string const& path) -> std::shared_ptr<std::string const> {
    auto const other = found.find(path);
    return other == found.end() ? nullptr : std::make_shared<std::string const>(other->second);
  };
  for (auto const& [path, content] : found) {
    auto const type = type_of(fs::path(path).extension().string());
    if (!type) continue;
    files_.emplace(path, StaticFile{.content_type = std::string(*type),
                                    .etag = etag_of(content),
                                    .immutable = path.starts_with("assets/"),
                                    .plain = std::make_shared<std::string const>(content),
                                    .br = packed(path + ".br"),
                                    .gz = packed(path + ".gz")});
  }
}

StaticFile const* StaticFiles::find(std::string_view path) const {
  auto const found = files_.find(path);
  return found == files_.end() ? nullptr : &found->second;
}

}  // namespace kelisim::files
