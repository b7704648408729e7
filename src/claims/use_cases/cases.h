#pragma once

#include "claims/claims.h"
#include "claims/rules/answer_clocks.h"
#include "kernel/result.h"
#include "store/cases.h"

#include <string>
#include <string_view>

namespace kelisim::claims {

/// Every text of a case. The name is bound to the ciphertexts: never changed.
inline constexpr privacy::Field case_text{"claims.text"};
/// Of one case. Staff have room left for an answer whatever the client wrote.
inline constexpr int client_messages_max = 100;
inline constexpr int staff_messages_max = 200;
/// Of one client that wait for an answer: questions, feedback and what came late. A claim in time is one of a
/// session.
inline constexpr int waiting_max = 5;
inline constexpr int cases_searched_max = 200;  // of a client, the newest: those that wait are among them

struct ClaimText {
  Category category;
  std::string reasons;
};
/// Takes down what the client says against a session, promises an answer, and tells both what happens next.
[[nodiscard]] Result<Case, FilingRefused> file_claim(db::Tx& tx, Parts const& parts,
                                                     scheduling::Booking const& booking, ClaimText const& claim,
                                                     Instant now);

/// In order of precedence.
enum class WritingRefusal : std::uint8_t {
  text_missing = 1,
  case_closed = 2,
  too_many_messages = 3,
  too_many_cases = 4
};
BOOST_DESCRIBE_ENUM(WritingRefusal, text_missing, case_closed, too_many_messages, too_many_cases)

/// HAR-4.1.6a: "Answer user questions about the service: accept support requests and track them to an answer."
[[nodiscard]] Result<Case, WritingRefusal> ask_question(db::Tx& tx, Parts const& parts, PersonId client,
                                                        std::string_view text, Instant now);

/// From the client. What was answered is open again.
[[nodiscard]] Result<void, WritingRefusal> write_as_client(db::Tx& tx, Parts const& parts, Case const& about,
                                                           std::string_view text, Instant now);
/// From staff. A question, feedback and what came late are answered by it; a claim still waits for its ruling.
[[nodiscard]] Result<void, WritingRefusal> write_as_staff(db::Tx& tx, Parts const& parts, Case const& about,
                                                          std::string_view text, PersonId author, Instant now);

/// By when an answer is owed to what came at `received_at`. The brand takes claims.
[[nodiscard]] AnswerClocks clocks_of(db::Tx& tx, Parts const& parts, Instant received_at);

/// Has a claim in time about this booking been decided?
[[nodiscard]] bool has_ruled_claim(db::Tx& tx, scheduling::BookingId booking);

}  // namespace kelisim::claims
