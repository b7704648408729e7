#include "claims/timeline.h"

#include "kernel/digits.h"
#include "store/cases.h"
#include "store/exports.h"
#include "store/files.h"
#include "store/words.h"
#include "terms/clauses.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace kelisim::claims {
namespace {

using terms::TimelineEntry;

/// One case from its filing on. Messages and files follow the clause by which the case is kept.
class CaseTeller {
 public:
  explicit CaseTeller(Case const& about) : about_(about), clause_(terms::cited(about.clause, about.terms_version)) {}

  void tell(Instant at, std::string kind, std::string_view detail = {}, std::optional<Clause> clause = std::nullopt) {
    entries_.push_back({.at = at,
                        .kind = std::move(kind),
                        .subject = about_.id.str(),
                        .detail = std::string(detail),
                        .clause = clause ? clause : clause_});
  }
  void tell_files(db::Tx& tx) {
    for (auto const& file : store::files_of(tx, about_.id))
      tell(file.begun_at, "claims.file", store::word(file.state));
  }
  void tell_rulings(db::Tx& tx) {
    for (auto const& ruling : store::rulings_of(tx, about_.id)) {
      tell(ruling.ruled_at, ruling.number == 1 ? "claims.ruled" : "claims.ruled_again", store::word(ruling.finding),
           terms::cited(ruling.clause, about_.terms_version));
      if (ruling.refund.minor() > 0) entries_.back().amount = ruling.refund;
    }
  }
  std::vector<TimelineEntry> take() { return std::move(entries_); }

 private:
  Case const& about_;
  Clause clause_;
  std::vector<TimelineEntry> entries_;
};

std::vector<TimelineEntry> entries_of(db::Tx& tx, Case const& about) {
  CaseTeller teller(about);
  teller.tell(about.received_at, "claims.filed", store::word(about.standing));
  for (auto const& message : store::messages_of(tx, about.id)) {
    teller.tell(message.written_at, "claims.message", message.by_client ? "client" : "staff");
  }
  teller.tell_files(tx);
  teller.tell_rulings(tx);
  if (auto const appeal = store::appeal_of(tx, about.id)) teller.tell(appeal->appealed_at, "claims.appealed");
  for (auto const& exported : store::exports_of(tx, about.id)) teller.tell(exported.asked_at, "claims.exported");
  return teller.take();
}

}  // namespace

std::vector<TimelineEntry> timeline_of(db::Tx& tx, PersonId client, int limit) {
  std::vector<TimelineEntry> entries;
  for (auto const& one : store::cases_of_client(tx, client, limit)) {
    std::ranges::move(entries_of(tx, one), std::back_inserter(entries));
  }
  return entries;
}

std::optional<PersonId> owner_of_case(db::Tx& tx, std::string_view number) {
  auto const digits = parse_digits(number);
  auto const found = digits ? store::find_case_by_number(tx, *digits) : std::nullopt;
  return found ? std::optional(found->client) : std::nullopt;
}

}  // namespace kelisim::claims
