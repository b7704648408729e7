#pragma once

#include "claims/rules/file_claim.h"
#include "claims/rules/rule_on_claim.h"
#include "platform/db/tx.h"
#include "scheduling/booking.h"

#include <optional>
#include <string>
#include <vector>

namespace kelisim::claims {

using CaseId = Id<struct CaseTag>;
using MessageId = Id<struct CaseMessageTag>;

/// open → answered (written to; no ruling is owed) ↔ open; open, answered → ruled → appealed → final.
enum class CaseState : std::uint8_t { open = 1, answered = 2, ruled = 3, appealed = 4, final = 5 };
BOOST_DESCRIBE_ENUM(CaseState, open, answered, ruled, appealed, final)

/// What a client wrote to the business. Texts are sealed with the client's key.
struct Case {
  CaseId id;
  std::int64_t number;  ///< that people say on the phone
  Standing standing;
  CaseState state;
  std::optional<Category> category;              ///< of a session
  std::optional<scheduling::BookingId> booking;  ///< none: a question about the service
  PersonId client;
  db::Bytes reasons;
  std::string terms_version;
  Instant received_at;
  Instant answer_by;  ///< of what the client wrote last that waits for an answer
  std::string clause;
  std::optional<std::string> decision;
};

namespace store {

/// Gives the case the next number. False when a claim of this booking is open.
[[nodiscard]] bool insert_case(db::Tx& tx, Case& made);
[[nodiscard]] std::optional<Case> find_case(db::Tx& tx, CaseId id);
/// By the number that people say on the phone.
[[nodiscard]] std::optional<Case> find_case_by_number(db::Tx& tx, std::int64_t number);
/// The same, kept from changing under us until the transaction ends.
[[nodiscard]] std::optional<Case> lock_case(db::Tx& tx, CaseId id);
/// A case that is not in `from` is a bug.
void change_state(db::Tx& tx, CaseId id, CaseState from, CaseState to);
/// The same, where an answer is owed anew.
void wait_for_answer(db::Tx& tx, CaseId id, CaseState from, CaseState to, Instant answer_by);

/// Newest first, at most `limit`.
[[nodiscard]] std::vector<Case> cases_of_client(db::Tx& tx, PersonId client, int limit);
/// Newest first.
[[nodiscard]] std::vector<Case> cases_of_booking(db::Tx& tx, scheduling::BookingId booking);
struct QueuePlace {
  Instant answer_by;
  CaseId id;
};
/// In one state, by the instant of the answer, the earliest first.
[[nodiscard]] std::vector<Case> queue(db::Tx& tx, CaseState state, std::optional<QueuePlace> after, int limit);

struct Message {
  MessageId id;
  bool by_client;
  PersonId author;
  db::Bytes body;
  Instant written_at;
};
void insert_message(db::Tx& tx, CaseId of, Message const& message);
[[nodiscard]] std::vector<Message> messages_of(db::Tx& tx, CaseId of);
[[nodiscard]] std::int64_t count_messages(db::Tx& tx, CaseId of, bool by_client);

struct RulingRow {
  int number;  ///< 1 the first, 2 on the appeal
  Finding finding;
  PersonId ruled_by;
  db::Bytes reasons;
  Money refund;
  Money damages;
  std::string clause;
  std::string decision;
  Instant ruled_at;
};
/// False when that ruling exists.
[[nodiscard]] bool insert_ruling(db::Tx& tx, CaseId of, RulingRow const& ruling);
/// In their order.
[[nodiscard]] std::vector<RulingRow> rulings_of(db::Tx& tx, CaseId of);

struct Appeal {
  db::Bytes reasons;
  Instant appealed_at;
};
/// False when there was one.
[[nodiscard]] bool insert_appeal(db::Tx& tx, CaseId of, Appeal const& appeal);
[[nodiscard]] std::optional<Appeal> appeal_of(db::Tx& tx, CaseId of);

/// Talking did not settle the dispute (HAR-6.7a).
struct Court {
  db::Bytes note;
  PersonId marked_by;
  Instant marked_at;
  std::string clause;
};
/// False when it was marked before.
[[nodiscard]] bool insert_court(db::Tx& tx, CaseId of, Court const& court);
[[nodiscard]] std::optional<Court> court_of(db::Tx& tx, CaseId of);

struct AcceptanceRow {
  Instant accepted_at;
  Instant recorded_at;
  std::string clause;
  std::string decision;
};
/// False when the services were accepted before.
[[nodiscard]] bool insert_acceptance(db::Tx& tx, scheduling::BookingId booking, AcceptanceRow const& acceptance);
[[nodiscard]] std::optional<AcceptanceRow> acceptance_of(db::Tx& tx, scheduling::BookingId booking);

}  // namespace store

}  // namespace kelisim::claims
