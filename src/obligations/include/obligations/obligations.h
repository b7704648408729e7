#pragma once

#include "kernel/clause.h"
#include "kernel/id.h"
#include "kernel/instant.h"
#include "kernel/money.h"
#include "obligations/rules/stages.h"
#include "platform/db/tx.h"
#include "platform/random.h"
#include "terms/rules/deadline.h"

#include <boost/describe.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Whatever the business owes by a clause is a row: what, to whom, by when and why, and who has to do it. Every call
/// works in the caller's transaction, so that a promise and what it follows from commit together. Ids, instants and
/// closed words only: no personal data.
namespace kelisim::obligations {

using ObligationId = Id<struct ObligationTag>;

enum class PromiseState : std::uint8_t {
  open,
  kept,    ///< done, in time or late: `ended_at` against `due_at` says which
  lifted,  ///< not owed any more, for a stated reason
};
BOOST_DESCRIBE_ENUM(PromiseState, open, kept, lifted)

struct Undertaking {
  std::string kind;     ///< `<room>.<what>`, "orders.send_refund"; text `obligation.<kind>` in the web client
  std::string subject;  ///< the id of the thing that it is about (a booking, an order, a case)
  std::optional<PersonId> person = std::nullopt;  ///< to whom it is owed, and who may see it
  Clause clause;
  std::string terms_version;  ///< of the offer that binds the two
  Owner owner;
  terms::Due due;
  Instant arose_at;
  std::string dedupe_key;  ///< unique over all promises for ever: `<kind>:<subject>`, longer where there are several
  std::optional<Money> amount = std::nullopt;
};

struct Promise {
  ObligationId id;
  std::string kind;
  std::string subject;
  std::optional<PersonId> person;
  std::string clause;  ///< id of the ledger row
  std::string terms_version;
  Owner owner;
  Instant arose_at;
  Instant due_at;  ///< moves only later, by postpone()
  terms::DueFacts counted;
  std::vector<terms::DueStep> steps;  ///< as they were counted when it arose, then one for each postponement
  std::string dedupe_key;
  std::optional<Money> amount;
  PromiseState state;
  std::optional<Instant> ended_at;
  std::optional<PersonId> ended_by;  ///< nobody: the server itself
  std::optional<std::string> reason;
  std::optional<Stage> stage;  ///< the loudest that was told
};

/// Writes the promise down. Twice with one key is once: the row that is there stays as it is, ended or not, and its
/// id is given.
ObligationId undertake(db::Tx& tx, Random& random, Undertaking const& undertaking);

struct Ending {
  Instant at;
  std::optional<PersonId> by = std::nullopt;  ///< of the staff; nobody: the server itself
};
/// What was promised has been done. False when there is no open promise of that key.
bool keep(db::Tx& tx, std::string_view dedupe_key, Ending const& ending);
/// Every open promise of that kind about that subject has been done. Returns how many there were.
std::int64_t keep_all(db::Tx& tx, std::string_view kind, std::string_view subject, Ending const& ending);
/// It is not owed any more. `why` is a closed word of the caller ("claim_filed"; text `obligation.lifted.<why>`).
bool lift(db::Tx& tx, std::string_view dedupe_key, std::string_view why, Ending const& ending);

struct Postponement {
  Duration by;      ///< positive
  Clause because;   ///< HAR-7.1a: force majeure
  std::string why;  ///< the id of what stopped the clock; the same event postpones a promise once
  Instant at;
};
/// Moves the due instant of an open promise later. False when there is none, or this event has moved it before.
bool postpone(db::Tx& tx, std::string_view dedupe_key, Postponement const& postponement);

[[nodiscard]] std::optional<Promise> find_promise(db::Tx& tx, std::string_view dedupe_key);
[[nodiscard]] std::optional<Promise> find_promise(db::Tx& tx, ObligationId id);

struct PromiseFilter {
  std::optional<PromiseState> state = PromiseState::open;
  std::optional<Owner> owner = std::nullopt;
  std::optional<std::string> kind = std::nullopt;
  std::optional<std::string> subject = std::nullopt;
  std::optional<PersonId> person = std::nullopt;
  std::optional<Instant> due_from = std::nullopt;    ///< inclusive
  std::optional<Instant> due_before = std::nullopt;  ///< exclusive
  std::optional<ObligationId> after = std::nullopt;  ///< the last of the page before
  int limit = 50;                                    ///< 1 … 200
};
/// By due instant, the earliest first: what is overdue comes first by itself.
[[nodiscard]] std::vector<Promise> list_promises(db::Tx& tx, PromiseFilter const& filter);

/// The due instant that counting again from the same facts would give with the calendar known at `now`, when it is
/// another than when the promise arose. The promise itself stays as it was made.
[[nodiscard]] std::optional<Instant> due_by_todays_calendar(db::Tx& tx, Promise const& promise, Instant now);

}  // namespace kelisim::obligations
