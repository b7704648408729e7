#pragma once

#include "sessions/rules/attendance.h"
#include "sessions/rules/connection.h"

#include <boost/describe.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace kelisim::sessions {

/// What the server signs of a closed session: all that both rules saw and what each came to.
struct SessionRecordBody {
  std::string booking;
  ConnectionFacts connection;
  ConnectionVerdict verdict;
  AttendanceOutcome attendance;
  Instant signed_at;
};
BOOST_DESCRIBE_STRUCT(SessionRecordBody, (), (booking, connection, verdict, attendance, signed_at))

/// What stands in the words of such a record. Clauses by their ids.
struct RecordFindings {
  std::string booking;
  Attendance attendance;
  std::string clause;
  std::int64_t extension_seconds;
  std::int64_t missing_minutes;
  std::optional<std::string> remedy;
  FailureSide failed;
  std::string connection_clause;
  std::int64_t together_seconds;
  std::int64_t media_seconds;
  std::int64_t service_seconds;
  std::int64_t specialist_seconds;
  std::int64_t client_seconds;
  std::int64_t disputed_seconds;
  std::optional<RelayFindings> relay;
  Instant signed_at;
};
/// Throws Fault where the text is no record: what was signed here always is one.
[[nodiscard]] RecordFindings read_record(std::string_view body);

/// Why a file is no signed record of a session, in order of precedence.
enum class RecordFlaw : std::uint8_t { unreadable = 1, not_signed = 2, other_key = 3 };
BOOST_DESCRIBE_ENUM(RecordFlaw, unreadable, not_signed, other_key)

struct RecordFileVerdict {
  std::optional<RecordFlaw> flaw;
  std::string key;                         ///< that signed it, in base64url
  std::optional<RecordFindings> findings;  ///< of a record without a flaw
};
/// Checks what one of the two has downloaded: JSON with `body`, `signature`, `public_key`. `key`: the only one that
/// may have signed it; without it any key does.
[[nodiscard]] RecordFileVerdict check_record_file(std::string_view text, std::optional<std::string_view> key);

}  // namespace kelisim::sessions
