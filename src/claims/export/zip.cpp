#include "export/zip.h"

#include "kernel/fault.h"

#include <archive.h>
#include <archive_entry.h>
#include <fmt/format.h>

#include <array>
#include <memory>

namespace kelisim::claims {
namespace {

struct Release {
  void operator()(archive_entry* entry) const noexcept { archive_entry_free(entry); }
};
struct FreeWriter {
  void operator()(archive* zip) const noexcept { archive_write_free(zip); }
};
struct FreeReader {
  void operator()(archive* zip) const noexcept { archive_read_free(zip); }
};

la_ssize_t append(archive* /*zip*/, void* target, void const* bytes, std::size_t size) {
  static_cast<std::string*>(target)->append(static_cast<char const*>(bytes), size);
  return static_cast<la_ssize_t>(size);
}

void must(archive* zip, la_ssize_t result) {
  if (result < ARCHIVE_OK) throw Fault(Fault::Retry::no, fmt::format("libarchive: {}", archive_error_string(zip)));
}

void write_entry(archive* zip, ArchiveEntry const& given, Instant made_at) {
  std::unique_ptr<archive_entry, Release> const entry{archive_entry_new()};
  archive_entry_set_pathname(entry.get(), given.path.c_str());
  archive_entry_set_size(entry.get(), static_cast<la_int64_t>(given.bytes.size()));
  archive_entry_set_filetype(entry.get(), AE_IFREG);
  archive_entry_set_perm(entry.get(), 0644);
  archive_entry_set_mtime(entry.get(), made_at.micros / 1'000'000, 0);
  must(zip, archive_write_header(zip, entry.get()));
  must(zip, archive_write_data(zip, given.bytes.data(), given.bytes.size()));
}

}  // namespace

std::string write_zip(std::vector<ArchiveEntry> const& entries, Instant made_at) {
  std::string bytes;
  std::unique_ptr<archive, FreeWriter> const zip{archive_write_new()};
  must(zip.get(), archive_write_set_format_zip(zip.get()));
  must(zip.get(), archive_write_set_bytes_in_last_block(zip.get(), 1));
  must(zip.get(), archive_write_open(zip.get(), &bytes, nullptr, append, nullptr));
  for (auto const& entry : entries) write_entry(zip.get(), entry, made_at);
  must(zip.get(), archive_write_close(zip.get()));
  return bytes;
}

std::optional<std::vector<ArchiveEntry>> read_zip(std::string_view bytes) {
  if (static_cast<std::int64_t>(bytes.size()) > archive_bytes_max) return std::nullopt;
  std::unique_ptr<archive, FreeReader> const reader{archive_read_new()};
  archive_read_support_format_zip(reader.get());
  if (archive_read_open_memory(reader.get(), bytes.data(), bytes.size()) != ARCHIVE_OK) return std::nullopt;
  std::vector<ArchiveEntry> entries;
  std::int64_t left = archive_bytes_max;
  archive_entry* entry = nullptr;
  for (;;) {
    auto const next = archive_read_next_header(reader.get(), &entry);
    if (next == ARCHIVE_EOF) return entries;
    auto const* const path = next == ARCHIVE_OK ? archive_entry_pathname(entry) : nullptr;
    if (path == nullptr) return std::nullopt;
    ArchiveEntry found{path, {}};
    std::array<char, 64 * 1024> buffer{};
    for (la_ssize_t got = 1; got > 0;) {
      got = archive_read_data(reader.get(), buffer.data(), buffer.size());
      left -= got;
      if (got < 0 || left < 0) return std::nullopt;
      found.bytes.append(buffer.data(), static_cast<std::size_t>(got));
    }
    entries.push_back(std::move(found));
  }
}

}  // namespace kelisim::claims
