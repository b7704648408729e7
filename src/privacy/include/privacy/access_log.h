#pragma once

#include "platform/db/tx.h"
#include "platform/http/observer.h"
#include "platform/http/routes.h"
#include "platform/jobs/runner.h"
#include "platform/random.h"
#include "privacy/audit.h"
#include "privacy/vault.h"

#include <memory>

/// Who asked from which address, and what was refused to whom. An address is personal data: it lies sealed, is opened
/// for a purpose only, and is forgotten when its time is over.
namespace kelisim::privacy {

/// How long lines are kept. An access: as long as a sign-in may be asked about. A refusal: a year, for who tries
/// doors.
inline constexpr Duration accesses_kept = std::chrono::days(90);
inline constexpr Duration refusals_kept = std::chrono::days(365);

/// HAR-8.4c: "The IP address of the user is received." HAR-4.2.17d: "enforce authorisation on every object and log
/// refused attempts." Lines are gathered in memory and written out each minute, because a read may not write: what
/// the last minute before a crash brought is lost. Of who is not signed in the address is kept as a keyed hash alone,
/// by which two lines are told to come from one place. An access line is of one person, or of nobody, from one
/// address in one hour; a refusal line says what was asked for. Thread-safe.
class AccessLog final : public http::AccessObserver {
 public:
  AccessLog(Vault const& vault, Audit const& audit, Random& random);
  ~AccessLog() override;

  void answered(http::Answered const& answered) noexcept override;

  /// Writes out what was heard since the last time. How many lines did not fit into memory stands in the audit chain.
  void write_out(db::Tx& tx, Instant now);

  /// Nothing when it is nobody's, or the person's key is destroyed. For staff code that has written its audit
  /// row.
  [[nodiscard]] std::optional<std::string> address_of(db::Tx& tx, std::optional<PersonId> person,
                                                      db::Bytes const& sealed) const;

 private:
  struct Heard;
  Vault const& vault_;
  Audit const& audit_;
  Random& random_;
  std::unique_ptr<Heard> heard_;
};

/// Forgets the lines whose time is over, ten thousand of each kind at once, to the millisecond.
void forget_lines(db::Tx& tx, Instant now);

/// `privacy.write_accesses`, each minute, and `privacy.forget_accesses`, each hour.
void add_jobs(jobs::JobRunner& runner, AccessLog& log);

/// GET /v1/staff/security-log and the opening of one line's address. All outlive the routes.
void add_routes(http::Routes& routes, AccessLog const& log, Audit const& audit);

}  // namespace kelisim::privacy
