#pragma once

#include "claims/rules/take_file.h"
#include "scheduling/outages.h"
#include "store/cases.h"

#include <optional>
#include <string>
#include <vector>

namespace kelisim::claims {

using FileId = Id<struct CaseFileTag>;

/// coming → whole → kept | refused. A file whose parts stay away is forgotten.
enum class FileState : std::uint8_t {
  coming = 1,  ///< in parts
  whole = 2,   ///< all parts are there; it waits to be looked at
  kept = 3,
  refused = 4
};
BOOST_DESCRIBE_ENUM(FileState, coming, whole, kept, refused)

/// Why a whole file was not kept. In order of precedence.
enum class FileRefusal : std::uint8_t { kind_not_taken = 1, infected = 2, unreadable = 3, too_large = 4 };
BOOST_DESCRIBE_ENUM(FileRefusal, kind_not_taken, infected, unreadable, too_large)

/// A file of a case, or the certificate of a force majeure: one of the two. Name and bytes are sealed with the
/// client's key; of a certificate, which is about nobody, with a key that is minted for its outage.
struct CaseFile {
  FileId id;
  std::optional<CaseId> of;
  int number;  ///< within the case or the outage, from 1
  PersonId by;
  db::Bytes name;
  std::int64_t size_bytes;  ///< as announced, and as it came
  FileState state;
  std::optional<FileKind> kind;
  std::optional<FileRefusal> refused;
  std::optional<std::int64_t> kept_bytes;  ///< of what is kept
  std::optional<std::string> sha256;       ///< of what is kept, hexadecimal
  Instant begun_at;
  std::optional<Instant> ended_at;
  std::optional<scheduling::OutageId> outage = std::nullopt;
  std::optional<Instant> whole_at = std::nullopt;  ///< when the last of it arrived
  std::optional<std::string> text = std::nullopt;  ///< number and issuer of a certificate
};

namespace store {

/// Gives the file the next number of its case, which the caller has locked.
void insert_file(db::Tx& tx, CaseFile& made);
[[nodiscard]] std::optional<CaseFile> find_file(db::Tx& tx, FileId id);
/// In the order of their numbers.
[[nodiscard]] std::vector<CaseFile> files_of(db::Tx& tx, CaseId of);
[[nodiscard]] std::vector<CaseFile> files_of(db::Tx& tx, scheduling::OutageId outage);

/// False when that part is there.
[[nodiscard]] bool insert_part(db::Tx& tx, FileId of, std::int64_t number, std::int64_t size_bytes,
                               db::Bytes const& body);
struct Arrived {
  std::int64_t parts;
  std::int64_t bytes;
};
[[nodiscard]] Arrived arrived(db::Tx& tx, FileId of);
/// Sealed, in their order.
[[nodiscard]] std::vector<db::Bytes> parts_of_file(db::Tx& tx, FileId of);

/// From `coming`; false when it is not there any more.
[[nodiscard]] bool set_whole(db::Tx& tx, FileId id, Instant now);
struct Kept {
  FileKind kind;
  std::int64_t bytes;
  std::string sha256;
  db::Bytes body;
};
/// From `whole`; the parts go.
void set_kept(db::Tx& tx, FileId id, Kept const& kept, Instant now);
void set_refused(db::Tx& tx, FileId id, FileRefusal why, Instant now);
/// What is still coming; anything else is left alone.
void forget_coming(db::Tx& tx, FileId id);

[[nodiscard]] std::optional<db::Bytes> body_of(db::Tx& tx, FileId id);

}  // namespace store

}  // namespace kelisim::claims
