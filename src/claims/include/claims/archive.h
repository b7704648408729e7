#pragma once

#include "kernel/instant.h"
#include "sessions/record_seal.h"

#include <boost/describe.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// A case as one file that proves itself: a ZIP whose hash list is signed with the server's key. Pure; what is in a
/// case stands elsewhere.
namespace kelisim::claims {

/// `path` within the archive: ASCII, relative, with `/`.
struct ArchiveEntry {
  std::string path;
  std::string bytes;
};

/// The hash list (`SHA-256  path`, a line each, as sha256sum reads it), its signature and the key stand
/// behind the entries. The signature is Ed25519 over `kelisim.case\n` and the bytes of the list; in base64url, as the
/// key is.
inline constexpr std::string_view hash_list = "SHA256SUMS";
inline constexpr std::string_view hash_list_signature = "SHA256SUMS.sig";
inline constexpr std::string_view signing_key = "KEY";
inline constexpr std::string_view signed_domain = "kelisim.case\n";

/// The same entries at the same instant give the same bytes.
[[nodiscard]] std::string make_archive(std::vector<ArchiveEntry> const& entries, sessions::RecordSeal const& seal,
                                       Instant made_at);

/// What an archive may be before it is read: 11 files of 16 MB and the papers beside them.
inline constexpr std::int64_t archive_bytes_max = 200 * 1024 * 1024;

/// In order of precedence: nothing after the first three is looked for where one of them holds.
enum class ArchiveFlaw : std::uint8_t {
  unreadable = 1,     ///< no ZIP, broken, or beyond the bounds
  unsigned_list = 2,  ///< no hash list, or its signature is not of the key in the archive
  other_key = 3,      ///< signed, but not with the key that was asked for
  missing = 4,        ///< listed and not there
  changed = 5,        ///< there with other bytes
  unlisted = 6        ///< there and not listed, or there twice
};
BOOST_DESCRIBE_ENUM(ArchiveFlaw, unreadable, unsigned_list, other_key, missing, changed, unlisted)

struct ArchiveFinding {
  ArchiveFlaw flaw;
  std::string path;  ///< empty for the whole
};
struct ArchiveVerdict {
  std::vector<ArchiveFinding> findings;  ///< none: every byte is as it was signed
  std::string key;                       ///< that the archive names
  std::int64_t files = 0;                ///< listed
};
/// `key`: of the server, as it publishes it; nothing: whoever holds the key in the archive is believed.
[[nodiscard]] ArchiveVerdict check_archive(std::string_view zip, std::optional<std::string_view> key);

}  // namespace kelisim::claims
