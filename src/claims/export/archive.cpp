#include "claims/archive.h"

#include "export/zip.h"
#include "use_cases/files.h"

#include <fmt/format.h>

#include <map>

namespace kelisim::claims {
namespace {

using Contents = std::map<std::string, std::string, std::less<>>;

std::string signed_text(std::string_view list) { return std::string(signed_domain) + std::string(list); }

/// A path that comes twice is noted.
Contents by_path(std::vector<ArchiveEntry> entries, std::vector<ArchiveFinding>& findings) {
  Contents contents;
  for (auto& entry : entries) {
    if (!contents.try_emplace(entry.path, std::move(entry.bytes)).second) {
      findings.push_back({ArchiveFlaw::unlisted, entry.path});
    }
  }
  return contents;
}

/// Path to hash; nothing where a line is not one of ours.
std::optional<Contents> read_list(std::string_view list) {
  constexpr std::size_t hash_letters = 64;
  Contents hashes;
  while (!list.empty()) {
    auto const end = list.find('\n');
    auto const line = list.substr(0, end);
    if (end == std::string_view::npos || line.size() < hash_letters + 3 || line.substr(hash_letters, 2) != "  ") {
      return std::nullopt;
    }
    hashes.emplace(line.substr(hash_letters + 2), line.substr(0, hash_letters));
    list.remove_prefix(end + 1);
  }
  return hashes;
}

std::string_view without_line_end(std::string_view text) {
  return text.ends_with('\n') ? text.substr(0, text.size() - 1) : text;
}

void compare(Contents const& contents, Contents const& hashes, std::vector<ArchiveFinding>& findings) {
  for (auto const& [path, hash] : hashes) {
    auto const found = contents.find(path);
    if (found == contents.end()) {
      findings.push_back({ArchiveFlaw::missing, path});
    } else if (sha256_of(found->second) != hash) {
      findings.push_back({ArchiveFlaw::changed, path});
    }
  }
  for (auto const& [path, bytes] : contents) {
    auto const ours = path == hash_list || path == hash_list_signature || path == signing_key;
    if (!ours && !hashes.contains(path)) findings.push_back({ArchiveFlaw::unlisted, path});
  }
}

}  // namespace

std::string make_archive(std::vector<ArchiveEntry> const& entries, sessions::RecordSeal const& seal,
                         Instant made_at) {
  std::string list;
  for (auto const& entry : entries) list += fmt::format("{}  {}\n", sha256_of(entry.bytes), entry.path);
  auto all = entries;
  all.push_back({std::string(hash_list_signature), seal.sign(signed_text(list)) + "\n"});
  all.push_back({std::string(signing_key), seal.public_key() + "\n"});
  all.push_back({std::string(hash_list), std::move(list)});
  return write_zip(all, made_at);
}

ArchiveVerdict check_archive(std::string_view zip, std::optional<std::string_view> key) {
  auto entries = read_zip(zip);
  if (!entries) return {.findings = {{ArchiveFlaw::unreadable, {}}}, .key = {}, .files = 0};
  ArchiveVerdict verdict;
  auto const contents = by_path(*std::move(entries), verdict.findings);
  auto const part = [&](std::string_view path) {
    auto const found = contents.find(path);
    return found == contents.end() ? std::string_view() : std::string_view(found->second);
  };
  auto const list = part(hash_list);
  verdict.key = without_line_end(part(signing_key));
  auto const hashes = read_list(list);
  if (!hashes || hashes->empty() ||
      !sessions::is_sealed(signed_text(list), without_line_end(part(hash_list_signature)), verdict.key)) {
    verdict.findings = {{ArchiveFlaw::unsigned_list, {}}};
    return verdict;
  }
  verdict.files = static_cast<std::int64_t>(hashes->size());
  if (key && *key != verdict.key) {
    verdict.findings = {{ArchiveFlaw::other_key, {}}};
    return verdict;
  }
  compare(contents, *hashes, verdict.findings);
  return verdict;
}

}  // namespace kelisim::claims
