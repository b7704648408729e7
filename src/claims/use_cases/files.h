#pragma once

#include "claims/claims.h"
#include "kernel/result.h"
#include "platform/jobs/runner.h"
#include "store/files.h"
#include "use_cases/cases.h"

#include <string>
#include <string_view>

/// Evidence: a file is announced, comes in parts, is looked at by a job, and is kept sealed or refused.
namespace kelisim::claims {

/// Bound to the ciphertexts: never changed. A file's name is one of the case's texts (case_text).
inline constexpr privacy::Field file_body{"claims.file"};

/// How long the parts of a file may stay away before it is forgotten.
inline constexpr Duration parts_awaited = std::chrono::hours(24);

/// How many of them count towards files_max: those that were refused do not.
[[nodiscard]] int count_taken(std::vector<CaseFile> const& files);

struct Announced {
  std::string name;
  std::int64_t size_bytes;
};
/// `about` is locked by the caller.
[[nodiscard]] Result<CaseFile, TakingRefusal> announce_file(db::Tx& tx, Parts const& parts, Case const& about,
                                                            Announced const& announced, PersonId by, Instant now);

/// Whose key seals the file: the client's of its case, or that of its outage.
[[nodiscard]] PersonId key_of(db::Tx& tx, CaseFile const& file);

/// The certificate of a force majeure (HAR-7.3a). `certificate.text` is its number and issuer. What is kept is given
/// to the outage as of the instant at which the last of it arrived, in time or late.
struct AnnouncedCertificate {
  Announced file;
  std::string text;
};
[[nodiscard]] Result<CaseFile, TakingRefusal> announce_certificate(db::Tx& tx, Parts const& parts,
                                                                   scheduling::OutageId outage,
                                                                   AnnouncedCertificate const& certificate,
                                                                   PersonId by, Instant now);

/// In order of precedence.
enum class PartRefusal : std::uint8_t { not_awaited = 1, wrong_size = 2 };
BOOST_DESCRIBE_ENUM(PartRefusal, not_awaited, wrong_size)

/// Takes the part `number`, counted from 1, in any order; the last to come sends the file to be looked at. A part
/// that is there already is left as it is.
[[nodiscard]] Result<CaseFile, PartRefusal> take_part(db::Tx& tx, Parts const& parts, CaseFile const& file,
                                                      std::int64_t number, std::string_view bytes, Instant now);

/// Hexadecimal.
[[nodiscard]] std::string sha256_of(std::string_view bytes);

/// The bytes of a kept file, sealed as they lie. The caller opens them (verified()).
[[nodiscard]] db::Bytes sealed_bytes(db::Tx& tx, CaseFile const& kept);
/// What was opened, if it is what was kept; anything else is a Fault.
[[nodiscard]] std::string verified(CaseFile const& kept, std::string opened);

/// `claims.examine_file`: scans, draws pictures anew, keeps or refuses. `claims.forget_file`: when its parts stayed
/// away.
void add_file_jobs(jobs::JobRunner& runner, Parts const& parts);

}  // namespace kelisim::claims
