#pragma once

#include "kernel/clause.h"
#include "kernel/instant.h"
#include "kernel/money.h"
#include "kernel/result.h"
#include "terms/terms.h"

#include <boost/describe.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace kelisim::contracts {

/// What may be evidence of a breach (HAR-6.2d). Media of a session are never among it: none exist (HAR-3.4a).
enum class EvidenceKind : std::uint8_t {
  screenshot = 1,
  message = 2,
  publication = 3,
  audio = 4,
  video = 5,
  other = 6
};
BOOST_DESCRIBE_ENUM(EvidenceKind, screenshot, message, publication, audio, video, other)

/// Duties of the client whose breach the offer lets staff record.
[[nodiscard]] bool is_breach_code(std::string const& code, terms::Terms const& terms);

struct BreachFacts {
  std::string code;       ///< the paragraph's number: "4.2.16"
  std::int64_t evidence;  ///< items, each with a description, uploader, time and checksum
  bool has_reasons;
  bool same_person;  ///< who recorded the breach decides on it
  bool decided;
  bool confirms;  ///< or finds that there was none
};
BOOST_DESCRIBE_STRUCT(BreachFacts, (), (code, evidence, has_reasons, same_person, decided, confirms))

struct BreachRuled {
  bool confirmed;
  bool blocks;  ///< all functions but the notice, the complaint and requests about one's data
  bool ends_contract;
  bool forfeits;  ///< sessions paid and not held are cancelled without refund
  Clause because;
  std::vector<Clause> rests_on;
};
BOOST_DESCRIBE_STRUCT(BreachRuled, (), (confirmed, blocks, ends_contract, forfeits, because, rests_on))

/// In order of precedence.
enum class BreachRefusal : std::uint8_t {
  no_such_breach = 1,
  already_decided = 2,
  same_person = 3,
  evidence_missing = 4,
  reasons_missing = 5,
};
BOOST_DESCRIBE_ENUM(BreachRefusal, no_such_breach, already_decided, same_person, evidence_missing, reasons_missing)

struct BreachRefused {
  BreachRefusal why;
  std::optional<Clause> because;
};

/// HAR-4.2.16b, HAR-6.2b: "On a confirmed breach block the user account"; an unconfirmed case blocks nothing.
/// HAR-4.2.16c, HAR-6.2c: unused sessions are not refunded; HAR-6.2c: the contract ends.
/// HAR-6.2d: without evidence nothing is confirmed. HAR-6.6b, HAR-4.2.10a: no blocking and no forfeiture for these.
[[nodiscard]] Result<BreachRuled, BreachRefused> decide_breach(BreachFacts const& facts, terms::Terms const& terms);

struct DemandFacts {
  std::string code;
  bool confirmed;
  bool demanded;  ///< before, for the same breach
  Money damage;   ///< actual and proved; zero for none
};
BOOST_DESCRIBE_STRUCT(DemandFacts, (), (code, confirmed, demanded, damage))

struct Demand {
  Money penalty;
  Money damage;
  Money total;
  std::int64_t due_working_days;
  Clause because;
  std::vector<Clause> rests_on;
};
BOOST_DESCRIBE_STRUCT(Demand, (), (penalty, damage, total, due_working_days, because, rests_on))

/// In order of precedence.
enum class DemandRefusal : std::uint8_t { no_penalty_written = 1, not_confirmed = 2, already_demanded = 3 };
BOOST_DESCRIBE_ENUM(DemandRefusal, no_penalty_written, not_confirmed, already_demanded)

struct DemandRefused {
  DemandRefusal why;
  std::optional<Clause> because;
};

/// HAR-6.2a: "For breaches of 4.2.2, 4.2.7 or 4.2.16 the provider may demand a fixed penalty of 1,000,000 KZT plus
///   actual damage: staff issue the demand, never the system on its own."
/// HAR-6.6b: the same for 4.2.15. HAR-4.2.10a: "no fine attaches to this code".
/// HAR-6.2e: due within 5 working days. HAR-6.2f: it is recorded, never debited and never set off: nothing in the
///   outcome names an account.
[[nodiscard]] Result<Demand, DemandRefused> decide_demand(DemandFacts const& facts, terms::Terms const& terms);

/// Whether a penalty paid at `paid_at` is in time: on its due date to the last instant of that day in the zone.
[[nodiscard]] bool paid_in_time(Instant paid_at, Instant due_until);

}  // namespace kelisim::contracts
