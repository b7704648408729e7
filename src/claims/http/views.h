#pragma once

#include "claims/claims.h"
#include "claims/rules/accept_service.h"
#include "platform/http/routes.h"
#include "platform/json/described.h"
#include "use_cases/files.h"
#include "use_cases/go_to_court.h"
#include "use_cases/rule_on_case.h"

#include <optional>
#include <string>
#include <vector>

/// What the routes of claims answer with, and refusals as problems.
namespace kelisim::claims {

enum class Writer : std::uint8_t { client = 1, staff = 2 };
BOOST_DESCRIBE_ENUM(Writer, client, staff)

/// A text is absent after an erasure.
struct MessageView {
  MessageId id;
  Writer by;
  std::optional<std::string> text;
  Instant at;
};
BOOST_DESCRIBE_STRUCT(MessageView, (), (id, by, text, at))

struct RulingView {
  Finding finding;
  std::optional<std::string> reasons;
  Money refund;
  Money damages;
  Clause clause;
  Instant at;
};
BOOST_DESCRIBE_STRUCT(RulingView, (), (finding, reasons, refund, damages, clause, at))

struct AppealView {
  std::optional<std::string> text;
  Instant at;
};
BOOST_DESCRIBE_STRUCT(AppealView, (), (text, at))

/// The dispute was marked as going to court; the note closes the talk about it.
struct CourtView {
  std::optional<std::string> note;
  Clause clause;
  Instant at;
};
BOOST_DESCRIBE_STRUCT(CourtView, (), (note, clause, at))

/// A name is absent after an erasure.
struct FileView {
  FileId id;
  std::int64_t number;
  Writer by;
  std::optional<std::string> name;
  FileState state;
  std::optional<FileKind> kind;
  std::optional<FileRefusal> refused;
  std::int64_t size_bytes;  ///< of what is kept, once it is; before, as announced
  std::optional<std::string> sha256;
  Instant at;
};
BOOST_DESCRIBE_STRUCT(FileView, (), (id, number, by, name, state, kind, refused, size_bytes, sha256, at))

struct CaseAbilities {
  bool write;
  bool appeal;
  bool attach;
};
BOOST_DESCRIBE_STRUCT(CaseAbilities, (), (write, appeal, attach))

struct CaseView {
  CaseId id;
  std::int64_t number;
  Standing standing;
  CaseState state;
  std::optional<Category> category;
  std::optional<scheduling::BookingId> booking_id;
  std::optional<std::string> text;
  Instant received_at;
  Instant answer_by;
  Clause clause;
  std::vector<MessageView> messages;
  std::vector<FileView> files;
  std::vector<RulingView> rulings;
  std::optional<AppealView> appeal;
  std::optional<CourtView> court;
  std::optional<Instant> appeal_until;
  CaseAbilities can;
};
BOOST_DESCRIBE_STRUCT(CaseView, (),
                      (id, number, standing, state, category, booking_id, text, received_at, answer_by, clause,
                       messages, files, rulings, appeal, court, appeal_until, can))

/// The case with every text in it opened by `open`: (sealed) → text or nothing.
using OpenTexts = std::function<std::vector<std::optional<std::string>>(std::span<db::Bytes const>)>;
[[nodiscard]] FileView view_of(CaseFile const& file, Case const& about, std::optional<std::string> name);
[[nodiscard]] FileView view_of(CaseFile const& certificate, std::optional<std::string> name);
[[nodiscard]] CaseView view_of(db::Tx& tx, Parts const& parts, Case const& about, OpenTexts const& open, Instant now);

[[nodiscard]] http::Problem case_not_found();
[[nodiscard]] http::Problem problem(FilingRefused const& refused);
[[nodiscard]] http::Problem problem(WritingRefusal refusal);
[[nodiscard]] http::Problem problem(AppealRefusal refusal);
[[nodiscard]] http::Problem problem(CourtRefused const& refused);
[[nodiscard]] http::Problem problem(RulingRefused const& refused);
[[nodiscard]] http::Problem problem(NothingToRuleOn);
[[nodiscard]] http::Problem problem(RuleOnCaseRefused const& refused);

[[nodiscard]] http::Problem problem(TakingRefusal refusal);
[[nodiscard]] http::Problem problem(PartRefusal refusal);

void add_client_routes(http::Routes& routes, Parts const& parts);
void add_staff_routes(http::Routes& routes, Parts const& parts);
void add_file_routes(http::Routes& routes, Parts const& parts);
void add_certificate_routes(http::Routes& routes, Parts const& parts);
void add_export_routes(http::Routes& routes, Parts const& parts);

}  // namespace kelisim::claims
